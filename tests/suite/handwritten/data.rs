use limbeck::prelude::*;
use sea_orm::ConnectionTrait;

use super::List;

/// Raw SQL on all databases and on one. Each database checks what ran on it.
pub const EXECUTE: List = List {
    name: "execute",
    before: |op| {
        op.create_table("animals", [pk_auto("id"), string_len("name", 40)]).primary_key(["id"]);
    },
    upgrade: |op| {
        op.add_column("animals", string_len("shout", 40).null());
        op.execute("UPDATE animals SET shout = upper(name)");
        op.execute_on(Sqlite, "UPDATE animals SET shout = shout || ' on sqlite'");
        op.execute_on(Postgres, "UPDATE animals SET shout = shout || ' on postgres'");
        op.execute_on(MariaDb, "UPDATE animals SET shout = concat(shout, ' on mariadb')");
        op.alter_column("animals", "shout").set_not_null();
        op.add_check("animals", check("ran_on_sqlite", "length(shout) = 13")).only(Sqlite);
        op.add_check("animals", check("ran_on_postgres", "length(shout) = 15")).only(Postgres);
        op.add_check("animals", check("ran_on_mariadb", "length(shout) = 14")).only(MariaDb);
    },
    downgrade: |op| {
        op.drop_check("animals", "ran_on_mariadb").only(MariaDb);
        op.drop_check("animals", "ran_on_postgres").only(Postgres);
        op.drop_check("animals", "ran_on_sqlite").only(Sqlite);
        op.execute_on(Sqlite, "DELETE FROM animals WHERE shout NOT LIKE '% on sqlite'");
        op.execute_on(Postgres, "DELETE FROM animals WHERE shout NOT LIKE '% on postgres'");
        op.execute_on(MariaDb, "DELETE FROM animals WHERE shout NOT LIKE '% on mariadb'");
        op.drop_column("animals", "shout");
    },
    rows: &["INSERT INTO animals (id, name) VALUES (1, 'Rex')", "INSERT INTO animals (id, name) VALUES (2, 'Ida')"],
    scripted: true,
};

/// Raw SQL that changes the schema, and says how.
pub const EXECUTE_AND_RECORD: List = List {
    name: "execute_and_record",
    before: |op| {
        op.create_table("animals", [pk_auto("id"), string_len("name", 40)]).primary_key(["id"]);
    },
    upgrade: |op| {
        op.execute("CREATE INDEX animals_by_name ON animals (name DESC)").records(|op| {
            op.create_index("animals_by_name", "animals", [column("name").descending()]);
        });
        op.execute("ALTER TABLE animals ADD COLUMN weight integer").records(|op| {
            op.add_column("animals", integer("weight").null());
        });
        op.alter_column("animals", "weight").set_default(7);
    },
    downgrade: |op| {
        op.drop_column("animals", "weight");
        op.execute_on(MariaDb, "DROP INDEX animals_by_name ON animals").records(|op| {
            op.drop_index("animals_by_name", "animals", [column("name").descending()]);
        });
        op.execute("DROP INDEX animals_by_name").only(Sqlite).only(Postgres).records(|op| {
            op.drop_index("animals_by_name", "animals", [column("name").descending()]);
        });
    },
    rows: &["INSERT INTO animals (id, name) VALUES (1, 'Rex')"],
    scripted: true,
};

/// Data steps in Rust, between changes of the schema.
pub const RUN: List = List {
    name: "run_data_steps",
    before: |op| {
        op.create_table("people", [pk_auto("id"), string_len("name", 80)]).primary_key(["id"]);
    },
    upgrade: |op| {
        op.add_column("people", string_len("greeting", 100).null());
        op.run("greet everyone", |db: Data| async move {
            db.execute_unprepared("UPDATE people SET greeting = 'hello'").await?;
            Ok(())
        });
        op.alter_column("people", "greeting").set_not_null();
    },
    downgrade: |op| {
        op.run("take leave", |db: Data| async move {
            db.execute_unprepared("UPDATE people SET greeting = 'goodbye'").await?;
            Ok(())
        });
        op.drop_column("people", "greeting");
    },
    rows: &["INSERT INTO people (id, name) VALUES (1, 'Ann')", "INSERT INTO people (id, name) VALUES (2, 'Bo')"],
    scripted: false,
};

use limbeck_schema::Dialect;

use super::fixture::{server, shelter, steps};
use crate::{ddl::script, prelude::*};

#[test]
fn a_script_is_complete() {
    let record = |op: &mut Op| {
        op.run("fill \"it\"\nnow", |_| async { Ok(()) });
        op.execute("UPDATE animals SET price = 1");
        op.add_check("users", check("c", "email <> ''"));
        op.run("elsewhere", |_| async { Ok(()) }).only(Postgres);
    };
    let steps = steps(record);
    let on = |dialect| script(&steps, &shelter(), &server(dialect)).unwrap();
    let data = "-- data step \"fill \\\"it\\\" now\"";
    assert_eq!(
        on(Dialect::MariaDb),
        [data, "UPDATE animals SET price = 1", "ALTER TABLE `users` ADD CONSTRAINT `c` CHECK (email <> '')"]
    );
    assert_eq!(
        on(Dialect::Postgres),
        [
            data,
            "UPDATE animals SET price = 1",
            r#"ALTER TABLE "users" ADD CONSTRAINT "c" CHECK (email <> '')"#,
            "-- data step \"elsewhere\""
        ]
    );
    assert_eq!(
        on(Dialect::Sqlite),
        [
            data,
            "UPDATE animals SET price = 1",
            "PRAGMA foreign_keys = OFF",
            "BEGIN",
            r#"CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "users has an index or trigger that no revision made, which a rebuild would lose" CHECK ("found" = 0))"#,
            r#"INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'users' AND name NOT IN ()"#,
            r#"DROP TABLE temp."_limbeck_assertion""#,
            r#"CREATE TABLE "_limbeck_rebuild_users" (
    "id" integer NOT NULL CONSTRAINT "pk-users" PRIMARY KEY AUTOINCREMENT,
    "email" varchar(255) NOT NULL,
    CONSTRAINT "users_email_key" UNIQUE ("email"),
    CONSTRAINT "c" CHECK (email <> '')
)"#,
            r#"INSERT INTO "_limbeck_rebuild_users" ("id", "email") SELECT "id", "email" FROM "users" ORDER BY rowid"#,
            "DELETE FROM sqlite_sequence WHERE name = '_limbeck_rebuild_users'",
            "INSERT INTO sqlite_sequence (name, seq) SELECT '_limbeck_rebuild_users', seq FROM sqlite_sequence WHERE name = 'users'",
            r#"DROP TABLE "users""#,
            "PRAGMA legacy_alter_table = ON",
            r#"ALTER TABLE "_limbeck_rebuild_users" RENAME TO "users""#,
            "PRAGMA legacy_alter_table = OFF",
            r#"CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "a row of users refers to a row that is not there" CHECK ("found" = 0))"#,
            r#"INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM pragma_foreign_key_check('users')"#,
            r#"DROP TABLE temp."_limbeck_assertion""#,
            "COMMIT",
            "PRAGMA foreign_keys = ON",
        ]
    );
}

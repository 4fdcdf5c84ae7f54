//! A squashed revision meets databases before, amid and behind what it replaces, on each server.

use limbeck::{Action, Run, Target, prelude::*};
use limbeck_introspect::Request;
use limbeck_schema::{Dialect, Schema};
use limbeck_tests::{Database, run, with_database};

use super::{Way, die_before, go, history, lines, migrations, send};

const ROOT: Revision =
    Revision::new("r0").steps(|op| _ = op.create_table("owners", [pk_auto("id")]), |op| _ = op.drop_table("owners"));
const A: Revision = Revision::new("aa1").revises(&["r0"]).steps(
    |op| _ = op.create_table("animals", [pk_auto("id"), string_len("name", 40)]),
    |op| _ = op.drop_table("animals"),
);
const B: Revision = Revision::new("bb2").revises(&["aa1"]).steps(
    |op| {
        op.rename_column("animals", "name", "called");
        op.add_column("animals", integer("owner_id").null());
        op.add_foreign_key("animals", foreign_key(["owner_id"], "owners", ["id"]).named("fk-animals-owner_id"));
    },
    |op| {
        op.drop_foreign_key("animals", ["owner_id"], "owners").named("fk-animals-owner_id");
        op.drop_column("animals", "owner_id");
        op.rename_column("animals", "called", "name");
    },
);
const C: Revision = Revision::new("cc3").revises(&["bb2"]).steps(
    |op| {
        op.add_column("animals", string_len("colour", 20).null());
        op.create_index("idx-animals-colour", "animals", ["colour"]);
    },
    |op| {
        op.drop_index("idx-animals-colour", "animals", ["colour"]);
        op.drop_column("animals", "colour");
    },
);
const D: Revision = Revision::new("dd4")
    .revises(&["cc3"])
    .steps(|op| _ = op.add_column("animals", integer("legs").null()), |op| _ = op.drop_column("animals", "legs"));
/// As `squash` writes it: one after the other.
const SQUASHED: Revision = Revision::new("ss9").revises(&["r0"]).replaces(&["aa1", "bb2", "cc3"]).steps(
    |op| {
        op.create_table("animals", [pk_auto("id"), string_len("name", 40)]);
        op.rename_column("animals", "name", "called");
        op.add_column("animals", integer("owner_id").null());
        op.add_foreign_key("animals", foreign_key(["owner_id"], "owners", ["id"]).named("fk-animals-owner_id"));
        op.add_column("animals", string_len("colour", 20).null());
        op.create_index("idx-animals-colour", "animals", ["colour"]);
    },
    |op| {
        op.drop_index("idx-animals-colour", "animals", ["colour"]);
        op.drop_column("animals", "colour");
        op.drop_foreign_key("animals", ["owner_id"], "owners").named("fk-animals-owner_id");
        op.drop_column("animals", "owner_id");
        op.rename_column("animals", "called", "name");
        op.drop_table("animals");
    },
);

const DIALECTS: [Dialect; 3] = [Dialect::Sqlite, Dialect::Postgres, Dialect::MariaDb];

fn plain() -> [Revision; 5] {
    [ROOT, A, B, C, D]
}

fn both() -> [Revision; 6] {
    [ROOT, A, B, C, D, SQUASHED]
}

fn squashed() -> [Revision; 3] {
    [ROOT, D, SQUASHED]
}

/// Brings an empty database to a place with the revisions as they were before somebody squashed, and a row into it.
async fn stand(database: &Database, place: &str) {
    if place == "base" {
        return;
    }
    let connection = limbeck::Connection::of(&database.connection).await.expect("a connection");
    let target: Target = place.parse().expect(place);
    Run::new(migrations(plain())).upgrade(&connection, &target).await.expect(place);
    connection.close().await;
    let column = match place {
        "r0" => return,
        "aa1" => "name",
        _ => "called",
    };
    send(database, &format!("INSERT INTO animals ({column}) VALUES ('Mitzi')")).await;
}

/// The catalog without the history.
async fn catalog(database: &Database) -> Schema {
    let server = limbeck_introspect::server(&database.connection).await.expect("a server");
    let read = limbeck_introspect::schema(&database.connection, &server, &Request::default()).await;
    let mut schema = read.expect("a catalog");
    schema.tables.retain(|name, _| name.name != "limbeck_history");
    schema
}

async fn ids(database: &Database) -> String {
    history(database).await.iter().map(|row| row.id.clone()).collect::<Vec<_>>().join(" ")
}

#[test]
fn databases_before_amid_and_behind_go_on_to_the_same() {
    for dialect in DIALECTS {
        let undisturbed = run(with_database(dialect, "squashed_never", |database| async move {
            go(&database, Run::new(migrations(plain())), &Way::Up).await.expect("an upgrade");
            catalog(&database).await
        }));
        for (place, replaced) in [("base", 0), ("r0", 0), ("aa1", 1), ("bb2", 1), ("cc3", 1), ("dd4", 1)] {
            let expected = undisturbed.clone();
            run(with_database(dialect, "squashed", |database| async move {
                stand(&database, place).await;
                let report = go(&database, Run::new(migrations(both())), &Way::Up).await.expect(place);
                let count = report.ran.iter().filter(|ran| ran.action == Action::Replaced).count();
                assert_eq!(count, replaced, "{dialect} from {place}: {report}");
                assert_eq!(ids(&database).await, "r0 ss9 dd4", "{dialect} from {place}");
                assert_eq!(catalog(&database).await, expected, "{dialect} from {place}");
                if !["base", "r0"].contains(&place) {
                    assert_eq!(lines(&database, "SELECT called FROM animals").await, ["Mitzi"], "{dialect} {place}");
                }
                // The files of the originals are deleted: all the way down, and up again.
                go(&database, Run::new(migrations(squashed())), &Way::Down("r0")).await.expect(place);
                assert_eq!(ids(&database).await, "r0", "{dialect} from {place}");
                go(&database, Run::new(migrations(squashed())), &Way::Up).await.expect(place);
                assert_eq!(catalog(&database).await, expected, "{dialect} from {place}, again");
            }));
        }
    }
}

#[test]
fn databases_amid_and_behind_go_back() {
    for dialect in DIALECTS {
        for (place, target, expected) in
            [("dd4", "-1", "r0 ss9"), ("cc3", "-1", "r0"), ("bb2", "-1", "r0 aa1"), ("bb2", "r0", "r0")]
        {
            run(with_database(dialect, "squashed_back", |database| async move {
                stand(&database, place).await;
                go(&database, Run::new(migrations(both())), &Way::Down(target)).await.expect(place);
                assert_eq!(ids(&database).await, expected, "{dialect} from {place} to {target}");
                go(&database, Run::new(migrations(both())), &Way::Up).await.expect(place);
                assert_eq!(ids(&database).await, "r0 ss9 dd4", "{dialect} from {place} to {target}");
            }));
        }
    }
}

#[test]
fn a_run_that_dies_amid_is_gone_on_with() {
    for dialect in DIALECTS {
        for place in ["r0", "aa1", "bb2"] {
            for number in 1.. {
                let died = run(with_database(dialect, "squashed_dies", |database| async move {
                    stand(&database, place).await;
                    let died = die_before(&database, migrations(both()), Way::Up, number).await;
                    let name = format!("{dialect} from {place}, before statement {number}: {}", ids(&database).await);
                    go(&database, Run::new(migrations(both())), &Way::Up)
                        .await
                        .unwrap_or_else(|e| panic!("{name}: {e}"));
                    assert_eq!(ids(&database).await, "r0 ss9 dd4", "{name}");
                    if place != "r0" {
                        assert_eq!(lines(&database, "SELECT called FROM animals").await, ["Mitzi"], "{name}");
                    }
                    died
                }));
                if !died {
                    assert!(number > 2, "{dialect} from {place}: it died never");
                    break;
                }
            }
        }
    }
}

#[test]
fn a_server_that_refuses_the_new_row_keeps_the_others() {
    for dialect in DIALECTS {
        run(with_database(dialect, "squashed_refused", |database| async move {
            stand(&database, "cc3").await;
            let (make, drop): (&[&str], &[&str]) = match dialect {
                Dialect::Sqlite => (
                    &["CREATE TRIGGER dies BEFORE INSERT ON limbeck_history BEGIN SELECT RAISE(ABORT, 'no'); END"],
                    &["DROP TRIGGER dies"],
                ),
                Dialect::Postgres => (
                    &[
                        "CREATE FUNCTION dies() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'no'; END $$",
                        "CREATE TRIGGER dies BEFORE INSERT ON limbeck_history EXECUTE FUNCTION dies()",
                    ],
                    &["DROP TRIGGER dies ON limbeck_history", "DROP FUNCTION dies"],
                ),
                Dialect::MySql | Dialect::MariaDb => (
                    &["CREATE TRIGGER dies BEFORE INSERT ON limbeck_history FOR EACH ROW SIGNAL SQLSTATE '45000'"],
                    &["DROP TRIGGER dies"],
                ),
            };
            for sql in make {
                send(&database, sql).await;
            }
            go(&database, Run::new(migrations(both())), &Way::Up).await.expect_err("the row is refused");
            assert_eq!(ids(&database).await, "r0 aa1 bb2 cc3", "{dialect}: all of it or nothing");
            for sql in drop {
                send(&database, sql).await;
            }
            go(&database, Run::new(migrations(both())), &Way::Up).await.expect("an upgrade");
            assert_eq!(ids(&database).await, "r0 ss9 dd4", "{dialect}");
        }));
    }
}

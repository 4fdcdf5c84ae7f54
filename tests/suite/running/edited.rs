//! Applied revisions whose files say something else since.

use limbeck::{History, Run, Settings, Target, prelude::*};
use limbeck_schema::Dialect;
use limbeck_tests::{Database, run, with_database};

use super::{FIRST, SECOND, Way, go, history, migrations};

async fn edited(database: &Database, revisions: [Revision; 2]) -> Vec<String> {
    let history = History::load(&database.connection, database.dialect, &Settings::default()).await.expect("a history");
    let edited = history.expect("a table").edited(migrations(revisions), database.dialect).expect("operations");
    edited.into_iter().map(|one| one.id).collect()
}

fn before(op: &mut Op) {
    op.create_table("animals", [pk_auto("id"), string_len("name", 40)]).primary_key(["id"]);
}

const FIRST_EDITED: Revision = Revision::new(FIRST).steps(
    |op| {
        op.create_table("animals", [pk_auto("id"), string_len("name", 50)]).primary_key(["id"]);
    },
    |_| {},
);

const RAN: Revision = Revision::new(SECOND).revises(&[FIRST]).steps(
    |op| {
        op.run("fill", |_: Data| async move { Ok(()) });
        op.add_column("animals", integer("legs").null());
    },
    |op| _ = op.drop_column("animals", "legs"),
);

const OTHER_BODY: Revision = Revision::new(SECOND).revises(&[FIRST]).steps(
    |op| {
        // What the step does is not what ran, and nobody can tell.
        op.run("fill", |db: Data| async move {
            db.progress(1, 1);
            Ok(())
        });
        let legs = integer("legs");
        op.add_column("animals", legs.null());
    },
    |op| _ = op.drop_column("animals", "legs"),
);

const OTHER_NAME: Revision = Revision::new(SECOND).revises(&[FIRST]).steps(
    |op| {
        op.run("fill all", |_: Data| async move { Ok(()) });
        op.add_column("animals", integer("legs").null());
    },
    |op| _ = op.drop_column("animals", "legs"),
);

const OTHER_WAY_BACK: Revision = Revision::new(SECOND).revises(&[FIRST]).steps(
    |op| {
        op.run("fill", |_: Data| async move { Ok(()) });
        op.add_column("animals", integer("legs").null());
    },
    |_| {},
);

#[test]
fn an_edited_revision_is_found_and_stamp_accepts_it_in_its_place() {
    for dialect in [Dialect::Sqlite, Dialect::Postgres, Dialect::MariaDb] {
        run(with_database(dialect, "edited", |database| async move {
            let first = || Revision::new(FIRST).steps(before, |_| {});
            go(&database, Run::new(migrations([first(), RAN])), &Way::Up).await.expect("an upgrade");
            for (name, revisions, expected) in [
                ("the same", [first(), RAN], &[][..]),
                ("another body", [first(), OTHER_BODY], &[]),
                ("another name", [first(), OTHER_NAME], &[SECOND]),
                ("another way back", [first(), OTHER_WAY_BACK], &[SECOND]),
                ("another type", [FIRST_EDITED, RAN], &[FIRST]),
                ("both", [FIRST_EDITED, OTHER_NAME], &[FIRST, SECOND]),
            ] {
                assert_eq!(edited(&database, revisions).await, expected, "{dialect}: {name}");
            }
            let times: Vec<_> = history(&database).await.into_iter().map(|row| row.applied_at).collect();
            let both = migrations([FIRST_EDITED, OTHER_NAME]);
            let report = limbeck::stamp(&database.connection, both, Target::Head).await.expect("a stamp");
            assert_eq!(report.ran.len(), 2, "{dialect}");
            assert_eq!(edited(&database, [FIRST_EDITED, OTHER_NAME]).await, [""; 0], "{dialect}");
            let rows = history(&database).await;
            let order: Vec<_> = rows.iter().map(|row| (row.id.as_str(), row.position)).collect();
            assert_eq!(order, [(FIRST, 1), (SECOND, 2)], "{dialect}: the order of application stays");
            assert!(rows.iter().map(|row| &row.applied_at).eq(&times), "{dialect}: and when that was");
            let again = limbeck::stamp(&database.connection, both, Target::Head).await.expect("a stamp");
            assert!(again.is_empty(), "{dialect}: {again}");
        }));
    }
}

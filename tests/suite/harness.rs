//! The servers themselves: each dialect gives empty databases that do not see each other.

use limbeck_schema::Dialect;
use limbeck_tests::{run, with_database};
use sea_orm::ConnectionTrait;

#[test]
fn each_test_has_a_database_of_its_own() {
    for dialect in [Dialect::Sqlite, Dialect::Postgres, Dialect::MariaDb] {
        run(async {
            for _ in 0..2 {
                with_database(dialect, "harness", |database| async move {
                    database.connection.execute_unprepared("CREATE TABLE t (a int)").await.expect("an empty database");
                })
                .await;
            }
        });
    }
}

#[test]
#[should_panic(expected = "the body's own words")]
fn a_panic_comes_through_and_the_database_goes() {
    run(with_database(Dialect::Sqlite, "panic", |_| async { panic!("the body's own words") }));
}

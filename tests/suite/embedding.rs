//! What an application embeds: `limbeck` as a library, whose dependencies it takes over and whose runs it starts as it likes.

use std::{collections::BTreeSet, process::Command};

use limbeck::{History, Settings, Target};
use limbeck_schema::Dialect;
use limbeck_tests::{Database, revisions::MIGRATIONS, run, with_database};
use sea_orm::{ConnectionTrait, Statement};

const SERVERS: [Dialect; 3] = [Dialect::Sqlite, Dialect::Postgres, Dialect::MariaDb];

#[test]
fn of_eight_callers_in_one_process_one_runs_each_revision() {
    for dialect in SERVERS {
        run(with_database(dialect, "eight_callers", |database| async move {
            let ids: Vec<_> = MIGRATIONS.entries().iter().map(|entry| entry.revision.id).collect();
            let up = at_once(&database, || {
                let pool = database.connection.clone();
                async move { limbeck::upgrade(&pool, &MIGRATIONS, Target::Head).await }
            });
            assert_eq!(up.await, ids, "{dialect}: each revision ran once");
            let sql = "SELECT revision AS revision FROM journal ORDER BY 1";
            let statement = Statement::from_string(database.connection.get_database_backend(), sql);
            let rows = database.connection.query_all_raw(statement).await.expect("the journal");
            let counted: Vec<String> = rows.iter().map(|row| row.try_get("", "revision").expect("an id")).collect();
            assert_eq!(counted, ids, "{dialect}: each data step ran once");
            let down = at_once(&database, || {
                let pool = database.connection.clone();
                async move { limbeck::downgrade(&pool, &MIGRATIONS, Target::Base).await }
            });
            assert_eq!(down.await, ids, "{dialect}: each revision was undone once");
            let history = History::load(&database.connection, dialect, &Settings::default()).await;
            assert!(history.expect("a history").is_none_or(|history| history.rows().is_empty()), "{dialect}");
        }));
    }
}

/// Spawns eight runs, all of which have to come to a good end; what they did together, by id. That they can be spawned holds that they are `Send`.
async fn at_once<R>(database: &Database, start: impl Fn() -> R) -> Vec<String>
where
    R: Future<Output = Result<limbeck::Report, limbeck::Error>> + Send + 'static,
{
    let runs: Vec<_> = (0..8).map(|_| tokio::spawn(start())).collect();
    let mut ran = Vec::new();
    for run in runs {
        let report = run.await.expect("a task");
        let report = report.unwrap_or_else(|error| panic!("{}: {error}: {:?}", database.dialect, error.cause()));
        ran.extend(report.ran.into_iter().map(|ran| ran.id));
    }
    ran.sort();
    ran
}

#[test]
fn an_application_takes_over_neither_clap_nor_syn() {
    let embedded = tree("limbeck", "sqlite,postgres,mysql");
    assert!(embedded.contains("sea-orm") && embedded.contains("sqlx-postgres"), "{embedded:?}");
    let found: Vec<_> = embedded.iter().filter(|name| is_tooling(name)).collect();
    assert!(found.is_empty(), "`limbeck` depends on {found:?}");
    // The same question finds them where they are.
    let tool = tree("limbeck-cli", "");
    assert!(tool.contains("clap") && tool.contains("syn"), "{tool:?}");
}

fn is_tooling(name: &str) -> bool {
    ["clap", "clap_builder", "syn", "quote", "prettyplease", "limbeck-entity", "limbeck-cli"].contains(&name)
}

/// The names of the packages that are compiled into a program that uses `package`, macros aside.
fn tree(package: &str, features: &str) -> BTreeSet<String> {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(env!("CARGO_MANIFEST_DIR"));
    command.args(["tree", "--offline", "--locked", "--edges", "normal,no-proc-macro", "--prefix", "none"]);
    command.args(["--format", "{p}", "--package", package, "--features", features]);
    let output = command.output().expect("cargo");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).expect("text");
    text.lines().filter_map(|line| line.split(' ').next()).map(str::to_owned).collect()
}

use limbeck::{Access, ConnectError, Connection};
use sea_orm::{ConnectionTrait, DatabaseConnection};

use crate::database::{number, texts};

#[tokio::test]
async fn what_does_not_open_is_explained_without_passwords() {
    let folder = tempfile::tempdir().expect("a folder");
    let missing = format!("sqlite://{}/none.db", folder.path().display());
    let nowhere = format!("sqlite://{}/none/none.db", folder.path().display());
    for (url, access, expected) in [
        ("oracle://a:hush@h/x", Access::Read, "`oracle://a:***@h/x` names no database that Limbeck knows"),
        ("hush", Access::Read, "`***` names no database that Limbeck knows"),
        ("sqlite://x.db?mode=fast", Access::Read, "`sqlite://x.db?mode=fast` is not understood"),
        (missing.as_str(), Access::Read, "the file can't be opened: unable to open database file"),
        (nowhere.as_str(), Access::Write, "the file can't be opened: unable to open database file"),
    ] {
        let error = Connection::open(url, access).await.expect_err(url);
        assert!(error.to_string().contains(expected), "{url}: {error}");
        assert!(!error.to_string().contains("hush") && !format!("{error:?}").contains("hush"), "{error:?}");
        assert!(!error.hint().is_empty());
    }
    assert!(!folder.path().join("none.db").exists());
    let error = Connection::of(&DatabaseConnection::default()).await.expect_err("no pool");
    assert!(matches!(error, ConnectError::NoPool), "{error}");
}

#[cfg(not(feature = "postgres"))]
#[tokio::test]
async fn a_missing_driver_is_named_by_its_feature() {
    let error = Connection::open("postgres://a:hush@h/x", Access::Read).await.expect_err("no driver");
    assert_eq!(error.to_string(), "`postgres://a:***@h/x`: the driver is not compiled in");
    assert_eq!(error.hint(), "add the feature `postgres` to the dependency on `limbeck` in Cargo.toml");
}

#[tokio::test]
async fn a_connection_is_one_session() {
    let folder = tempfile::tempdir().expect("a folder");
    let url = format!("sqlite://{}/new.db", folder.path().display());
    let connection = Connection::open(&url, Access::Write).await.expect("a new file");
    assert_eq!(connection.shown(), url);
    let database = connection.database();
    database.execute_unprepared("CREATE TEMP TABLE mine (id integer)").await.expect("a table of this session");
    for _ in 0..20 {
        assert_eq!(texts(database, "SELECT name FROM sqlite_temp_master").await, ["mine"]);
    }
    assert_eq!(number(database, "PRAGMA foreign_keys").await, 1);
    connection.close().await;
    let again = Connection::open(&url, Access::Read).await.expect("the file is there now");
    again.close().await;
}

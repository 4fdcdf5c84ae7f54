//! The `sqlite3` shell goes on behind a failure. A script that is piped into it keeps a revision as a whole or not at all.

use std::{
    fs,
    path::{Path, PathBuf},
};

use limbeck::{Dialect, Migrations, prelude::*};
use limbeck_tests::{
    Database,
    clients::{OnError, Said, give},
    run, with_database,
};

use super::{migrations, recorded, run_up, send, upgrade};

const FIRST: Revision = Revision::new("aa1").steps(
    |op| {
        op.create_table("owners", [pk_auto("id"), string_len("name", 40)]).primary_key(["id"]);
        op.create_table("animals", [pk_auto("id"), string_len("name", 40).null(), integer("owner_id").null()])
            .primary_key(["id"])
            .foreign_key(foreign_key(["owner_id"], "owners", ["id"]).on_delete(Cascade));
        op.create_index("animals_by_name", "animals", ["name"]);
    },
    |op| {
        op.drop_table("animals");
        op.drop_table("owners");
    },
);

/// Raw SQL, a rebuild with rows that refer to another table, a column and an index without one.
const SECOND: Revision = Revision::new("bb2").revises(&["aa1"]).steps(
    |op| {
        op.execute("UPDATE owners SET name = upper(name)");
        op.execute("DELETE FROM owners WHERE name = 'NOBODY'");
        op.alter_column("animals", "name").set_not_null();
        op.add_column("owners", integer("age").default(3));
        op.create_index("owners_by_name", "owners", ["name"]).unique();
    },
    |_| {},
);

const THIRD: Revision = Revision::new("cc3").revises(&["bb2"]).steps(
    |op| {
        op.create_table("visits", [pk_auto("id"), string_len("reason", 40)]).primary_key(["id"]);
    },
    |_| {},
);

const ROWS: [&str; 2] = [
    "INSERT INTO owners (id, name) VALUES (1, 'Ann'), (2, 'Bo')",
    "INSERT INTO animals (id, name, owner_id) VALUES (1, 'Rex', 1), (2, 'Ida', 2), (9, 'Tom', NULL)",
];

fn all() -> &'static Migrations {
    migrations(&[FIRST, SECOND, THIRD])
}

/// Everything that the file has, as text.
fn dump(database: &Database) -> String {
    give(database, ".dump\n", OnError::Stop).expect("sqlite3").stdout
}

fn file(database: &Database) -> PathBuf {
    Path::new(database.url.trim_start_matches("sqlite://").split('?').next().expect("a path")).to_owned()
}

/// The first revision with rows; `in_the_way` comes behind them.
async fn filled(database: &Database, in_the_way: &[&str]) {
    run_up(database, all(), "aa1").await;
    send(database, &ROWS).await;
    send(database, in_the_way).await;
}

#[test]
fn a_script_that_meets_nothing_in_its_way_says_nothing_and_keeps_all_rows() {
    run(with_database(Dialect::Sqlite, "by_hand", |database| async move {
        // What is added to by ALTER TABLE may have more than the revisions made.
        filled(&database, &["ALTER TABLE owners ADD COLUMN phone text"]).await;
        give(&database, &upgrade(all(), Dialect::Sqlite, Some("aa1"), "cc3"), OnError::GoOn)
            .expect("sqlite3")
            .is_silent();
        assert_eq!(recorded(&database).await, ["aa1", "bb2", "cc3"]);
        let dump = dump(&database);
        for row in ["(1,'Rex',1)", "(2,'Ida',2)", "(9,'Tom',NULL)", "(1,'ANN',NULL,3)", "(2,'BO',NULL,3)"] {
            assert!(dump.contains(row), "{row} is not in\n{dump}");
        }
        assert!(!dump.contains("_limbeck_"), "{dump}");
    }));
}

/// What is in the way, the statements that put it there, and what the script says of it.
const IN_THE_WAY: [(&str, &[&str], &str); 10] = [
    ("a row that breaks the rebuild", &["INSERT INTO animals (name) VALUES (NULL)"], "all rows of animals are copied"),
    (
        "two rows of one key",
        &["INSERT INTO owners (name) VALUES ('ann')"],
        "index owners_by_name is as the revision makes it",
    ),
    ("an index by hand", &["CREATE INDEX mine ON animals (owner_id)"], "animals has no index, trigger"),
    (
        "a trigger by hand",
        &["CREATE TRIGGER mine AFTER INSERT ON animals BEGIN SELECT 1; END"],
        "animals has no index, trigger",
    ),
    (
        "a column by hand",
        &["ALTER TABLE animals ADD COLUMN chip text"],
        "animals has the columns that the revisions before made",
    ),
    ("the column already", &["ALTER TABLE owners ADD COLUMN age text"], "owners does not have age yet"),
    (
        "the index already",
        &["CREATE INDEX owners_by_name ON owners (id)"],
        "index owners_by_name is as the revision makes it",
    ),
    (
        "rows that would refer to nothing",
        &[
            "INSERT INTO owners (id, name) VALUES (3, 'nobody')",
            "INSERT INTO animals (name, owner_id) VALUES ('Kim', 3)",
        ],
        "no more rows refer to nothing than before",
    ),
    (
        "a trigger that ends the transaction",
        &["CREATE TRIGGER mine BEFORE UPDATE ON owners BEGIN SELECT RAISE(ROLLBACK, 'not here'); END"],
        "not here",
    ),
    ("an empty history", &["DELETE FROM limbeck_history"], "revision bb2 is next in this database"),
];

#[test]
fn a_revision_with_something_in_its_way_is_not_kept_nor_are_those_behind_it() {
    let script = upgrade(all(), Dialect::Sqlite, Some("aa1"), "cc3");
    for (name, statements, words) in IN_THE_WAY {
        for on_error in [OnError::GoOn, OnError::Stop] {
            run(with_database(Dialect::Sqlite, "in_the_way", |database| {
                let script = &script;
                async move {
                    filled(&database, statements).await;
                    let (before, ids) = (dump(&database), recorded(&database).await);
                    let said: Said = give(&database, script, on_error).expect("sqlite3");
                    assert_eq!(dump(&database), before, "{name}, {on_error:?}: {said:?}");
                    assert_eq!(recorded(&database).await, ids, "{name}, {on_error:?}");
                    assert!(!said.success, "{name}, {on_error:?}: {said:?}");
                    if on_error == OnError::GoOn {
                        let all = format!("{}{}", said.stdout, said.stderr);
                        assert!(all.contains(words) && all.contains(" constraint failed: "), "{name}: {said:?}");
                    }
                }
            }));
        }
    }
}

#[test]
fn what_is_behind_a_revision_that_was_kept_may_fail_for_itself() {
    run(with_database(Dialect::Sqlite, "third_fails", |database| async move {
        filled(&database, &["CREATE TABLE visits (id integer)", "INSERT INTO visits VALUES (7)"]).await;
        let said = give(&database, &upgrade(all(), Dialect::Sqlite, Some("aa1"), "cc3"), OnError::GoOn);
        let said = said.expect("sqlite3");
        assert!(said.stdout.contains("it does not hold that visits is as the revision makes it"), "{said:?}");
        assert_eq!(recorded(&database).await, ["aa1", "bb2"]);
        assert!(dump(&database).contains("INSERT INTO visits VALUES(7)"));
    }));
}

/// A copy of the database at each try, since a file is quickly copied.
struct Copies {
    database: Database,
    start: Vec<u8>,
    file: PathBuf,
}

impl Copies {
    fn of(database: &Database) -> Self {
        let (start, file) = (fs::read(file(database)).expect("the file"), file(database).with_extension("copy"));
        let database = Database { url: format!("sqlite://{}", file.display()), ..database.clone() };
        Self { database, start, file }
    }

    /// Gives `script` to a new copy, and what it has afterwards.
    fn after(&self, script: &str) -> (String, Said) {
        let _ = fs::remove_file(self.file.with_extension("copy-journal"));
        fs::write(&self.file, &self.start).expect("a copy");
        let said = give(&self.database, script, OnError::GoOn).expect("sqlite3");
        (dump(&self.database), said)
    }
}

impl Drop for Copies {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.file);
    }
}

/// The dumps that a script may leave, without the times in them.
fn timeless(dump: &str) -> String {
    let mut text = dump.to_owned();
    while let Some(at) = text.match_indices("',0,'applied'").map(|(at, _)| at).find(|at| !text[..*at].ends_with('-')) {
        let start = at.saturating_sub("2026-11-22T10:14:03Z".len());
        text.replace_range(start..at, "-");
    }
    text
}

/// What the database may be: as it was, behind the second revision, behind the third.
fn states(copies: &Copies) -> Vec<String> {
    let behind = |to: &str| upgrade(all(), Dialect::Sqlite, Some("aa1"), to);
    [String::new(), behind("bb2"), behind("cc3")].iter().map(|script| timeless(&copies.after(script).0)).collect()
}

#[test]
fn a_script_that_is_cut_off_anywhere_leaves_whole_revisions() {
    run(with_database(Dialect::Sqlite, "cut_off", |database| async move {
        filled(&database, &[]).await;
        let copies = Copies::of(&database);
        let states = states(&copies);
        let script = upgrade(all(), Dialect::Sqlite, Some("aa1"), "cc3");
        let lines: Vec<&str> = script.split_inclusive(";\n").collect();
        let mut seen = vec![0; states.len()];
        for count in 0..=lines.len() {
            let (dump, said) = copies.after(&lines[..count].concat());
            let at = states.iter().position(|state| *state == timeless(&dump));
            seen[at.unwrap_or_else(|| panic!("cut behind {count}: {said:?}\n{dump}"))] += 1;
        }
        assert!(seen.iter().all(|times| *times > 0) && lines.len() > 40, "{seen:?} of {} cuts", lines.len());
    }));
}

/// A full disk may end the transaction that it hits.
#[test]
fn a_disk_that_is_full_anywhere_leaves_whole_revisions() {
    run(with_database(Dialect::Sqlite, "full_disk", |database| async move {
        filled(&database, &[]).await;
        let rows = "WITH RECURSIVE n(i) AS (SELECT 10 UNION ALL SELECT i + 1 FROM n WHERE i < 3000) \
                    INSERT INTO animals (id, name) SELECT i, 'animal number ' || i FROM n";
        send(&database, &[rows]).await;
        let copies = Copies::of(&database);
        let states = states(&copies);
        let script = upgrade(all(), Dialect::Sqlite, Some("aa1"), "cc3");
        let pages = copies.start.len() / 4096;
        let mut seen = vec![0; states.len()];
        for more in 0..pages + 40 {
            let limit = pages + more;
            // The shell answers with the limit.
            let (dump, said) = copies.after(&format!("PRAGMA max_page_count = {limit};\n{script}"));
            let at = states.iter().position(|state| *state == timeless(&dump));
            seen[at.unwrap_or_else(|| panic!("{limit} pages: {said:?}\n{dump}"))] += 1;
        }
        // What the rebuild leaves free is enough for the third.
        assert!(seen.first() > Some(&5) && seen.last() > Some(&5), "{seen:?} of {} limits", pages + 40);
    }));
}

/// Another process is writing while the script is given.
#[test]
fn a_script_that_finds_the_file_locked_does_nothing() {
    run(with_database(Dialect::Sqlite, "locked", |database| async move {
        use sea_orm::TransactionTrait;
        filled(&database, &[]).await;
        let before = dump(&database);
        let writing = database.connection.begin().await.expect("a transaction");
        let sent = sea_orm::ConnectionTrait::execute_unprepared(&writing, "DELETE FROM animals WHERE id = 99").await;
        sent.expect("a write lock");
        let said = give(&database, &upgrade(all(), Dialect::Sqlite, Some("aa1"), "cc3"), OnError::GoOn);
        let said = said.expect("sqlite3");
        assert!(said.stderr.contains("database is locked") && !said.success, "{said:?}");
        writing.rollback().await.expect("the end of the transaction");
        assert_eq!(dump(&database), before);
    }));
}

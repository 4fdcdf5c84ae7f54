use limbeck_autogenerate::{Change, Comparison};
use limbeck_operations::{Operation, Step, ddl::script};
use limbeck_schema::{Dialect, Schema, Server};

use super::load::{Case, case, schema_after};
use crate::snapshot;

/// Compares a case with its snapshots: the changes, the revision, the SQL of every dialect.
pub fn compare(number: usize) {
    let case = case(number);
    let mut files = vec![
        ("changes.txt".to_owned(), changes(&case.second.comparison)),
        ("revision.rs".to_owned(), case.second.text.clone()),
    ];
    // What is made for MariaDB is shown for MySQL, too.
    let is_shown = |dialect: &Dialect| match dialect {
        Dialect::MySql => case.declared.contains(&Dialect::MariaDb),
        Dialect::Sqlite | Dialect::Postgres | Dialect::MariaDb => case.declared.contains(dialect),
    };
    let shown = Dialect::ALL.into_iter().filter(is_shown);
    files.extend(shown.map(|dialect| (format!("{dialect}.sql"), sql(case, dialect))));
    let problems: Vec<_> =
        files.iter().filter_map(|(file, text)| snapshot::compare(&case.folder.join(file), text).err()).collect();
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

/// What comparing found, one line each.
fn changes(comparison: &Comparison) -> String {
    let mut lines: Vec<String> = comparison.changes.iter().map(change).collect();
    lines.extend(comparison.unsaid.iter().map(|noted| format!("unsaid: {noted}")));
    lines.extend(comparison.skipped.iter().map(|skipped| format!("skipped: {}: {}", skipped.object, skipped.reason)));
    lines.extend(comparison.questions.iter().map(|question| format!("question: {question:?}")));
    if lines.is_empty() { "no changes\n".to_owned() } else { lines.join("\n") + "\n" }
}

fn change(change: &Change) -> String {
    let Step { operation, only, .. } = &change.step;
    let mut line = format!("{}: {operation}", change.label);
    if let Operation::AlterColumn { changes, .. } = operation {
        line += &format!(" ({})", changes.facets().join(", "));
    }
    if !only.is_empty() {
        let names: Vec<_> = only.iter().map(|dialect| dialect.name()).collect();
        line += &format!(" only on {}", names.join(", "));
    }
    for hazard in &change.hazards {
        line += &format!(" [{} {hazard}]", hazard.code);
    }
    if let Some(note) = &change.note {
        line += &format!(" [{note}]");
    }
    line
}

/// The script up and the script down of the case's second revision.
fn sql(case: &Case, dialect: Dialect) -> String {
    let before = schema_after(&case.first.upgrade, &Schema::default(), dialect);
    let after = schema_after(&case.second.upgrade, &before, dialect);
    let server = Server::assumed(dialect);
    let mut text = String::new();
    for (title, steps, start) in
        [("upgrade", &case.second.upgrade, &before), ("downgrade", &case.second.downgrade, &after)]
    {
        text += &format!("-- {title}\n");
        match script(steps, start, &server) {
            Ok(statements) => statements.iter().for_each(|statement| text += &format!("{statement};\n")),
            Err(error) => text += &format!("-- none: {error}\n"),
        }
    }
    text
}

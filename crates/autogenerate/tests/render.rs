//! Rendered files compile and record what went in.

// Revision files import `limbeck`, which reexports what they need of the operations.
extern crate limbeck_operations as limbeck;

#[rustfmt::skip]
#[path = "rendered/every_operation.rs"]
mod every_operation;
#[path = "rendered/steps.rs"]
mod steps;

use std::{collections::BTreeSet, fs, path::Path};

use limbeck_autogenerate::{Head, RenderError, RevisionFile, render};
use limbeck_operations::{Operation, Step};
use limbeck_schema::{Column, ColumnType, Dialect, Expression, Index, Schema, Table};

/// Rewrites the compiled file when it is set.
const RENEW: &str = "LIMBECK_RENEW";

/// The file without its comments on dangers, which have a test of their own and change with the rules.
fn without_dangers(text: &str) -> String {
    text.lines().filter(|line| !line.trim_start().starts_with("// ")).map(|line| format!("{line}\n")).collect()
}

fn every_operation() -> Result<String, RenderError> {
    render(&RevisionFile {
        head: &Head {
            id: "7d3e9a41c0b2".to_owned(),
            parents: vec!["51d0b4c2aa9e".to_owned(), "a\"b".to_owned()],
            message: "every operation\nwith every \u{202e}field\r\n".to_owned(),
            created: "2026-11-22 10:14:03 UTC".to_owned(),
            ..Head::default()
        },
        upgrade: &steps::upgrade(),
        downgrade: &steps::downgrade(),
        before: &steps::before(),
        dialect: Dialect::Postgres,
        dialects: &[Dialect::Postgres],
    })
}

#[test]
fn the_compiled_file_is_what_is_rendered() -> Result<(), Box<dyn std::error::Error>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/rendered/every_operation.rs");
    let rendered = every_operation()?;
    syn::parse_file(&rendered)?;
    if std::env::var_os(RENEW).is_some() {
        fs::write(&path, &rendered)?;
    }
    let compiled = fs::read_to_string(&path)?;
    assert!(
        without_dangers(&compiled) == without_dangers(&rendered),
        "{} is not what is rendered now; if that is meant, renew it with\n    {RENEW}=1 cargo test -p limbeck-autogenerate \
         --test render\nand run the tests again\n{}",
        path.display(),
        limbeck_autogenerate::difference(&compiled, &rendered, "every_operation.rs"),
    );
    Ok(())
}

#[test]
fn the_compiled_file_records_what_went_in() {
    let revision = every_operation::REVISION;
    assert_eq!(revision.id, "7d3e9a41c0b2");
    assert_eq!(revision.parents, ["51d0b4c2aa9e", "a\"b"]);
    for (name, recorded, expected) in
        [("upgrade", revision.upgrade(), steps::upgrade()), ("downgrade", revision.downgrade(), steps::downgrade())]
    {
        for (at, (recorded, expected)) in recorded.iter().zip(&expected).enumerate() {
            assert_eq!(recorded, expected, "{name}, step {at}");
        }
        assert_eq!(recorded.len(), expected.len(), "{name}");
    }
}

#[test]
fn the_compiled_file_has_every_operation_type_and_expression() {
    let operations: BTreeSet<_> = steps::upgrade().iter().map(|step| step.operation.name()).collect();
    let expected = Operation::NAMES.into_iter().filter(|name| *name != "run").collect();
    assert_eq!(operations, expected);
    assert_eq!(distinct(steps::column_types().iter().map(std::mem::discriminant::<ColumnType>)), 39);
    assert_eq!(distinct(steps::expressions().iter().map(std::mem::discriminant::<Expression>)), 9);
}

fn distinct<T: Eq + std::hash::Hash>(all: impl Iterator<Item = T>) -> usize {
    all.collect::<std::collections::HashSet<_>>().len()
}

fn head() -> Head {
    Head {
        id: "7d3e9a41c0b2".to_owned(),
        message: "animals get registered_at".to_owned(),
        created: "2026-11-22 10:14:03 UTC".to_owned(),
        ..Head::default()
    }
}

fn file<'a>(head: &'a Head, upgrade: &'a [Step], downgrade: &'a [Step], before: &'a Schema) -> RevisionFile<'a> {
    RevisionFile { head, upgrade, downgrade, before, dialect: Dialect::Sqlite, dialects: &[Dialect::Sqlite] }
}

fn animals() -> Schema {
    let mut schema = Schema::default();
    schema.insert(Table::new("animals", vec![Column::new("id", ColumnType::Integer)]));
    schema
}

fn registered_at() -> Column {
    Column {
        default: Some(Expression::CurrentTimestamp),
        ..Column::new("registered_at", ColumnType::TimestampWithTimeZone)
    }
}

#[test]
fn a_file_has_the_shape_that_reviewers_know() -> Result<(), RenderError> {
    let index = Index::new("idx-animals-registered_at", ["registered_at"]);
    let (table, parts) = (|| "animals".into(), index.parts.clone());
    let upgrade = [
        Operation::AddColumn { table: table(), column: registered_at() },
        Operation::CreateIndex { table: table(), index },
    ]
    .map(Step::new);
    let downgrade = [
        Operation::DropIndex { table: table(), name: "idx-animals-registered_at".into(), parts },
        Operation::DropColumn { table: table(), column: "registered_at".into() },
    ]
    .map(Step::new);
    let head = Head { parents: vec!["51d0b4c2aa9e".to_owned()], ..head() };
    let rendered = render(&file(&head, &upgrade, &downgrade, &animals()))?;
    let expected = r#"//! animals get registered_at
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("7d3e9a41c0b2")
    .revises(&["51d0b4c2aa9e"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    op.add_column(
        "animals",
        timestamp_with_time_zone("registered_at").default(current_timestamp()),
    );
    op.create_index("idx-animals-registered_at", "animals", ["registered_at"]);
}

fn downgrade(op: &mut Op) {
    op.drop_index("idx-animals-registered_at", "animals", ["registered_at"]);
    // A02: the values of animals.registered_at are lost
    op.drop_column("animals", "registered_at");
}
"#;
    assert_eq!(rendered, expected);
    Ok(())
}

#[test]
fn a_root_without_steps_is_short() -> Result<(), RenderError> {
    let rendered = render(&file(&Head { message: "first".to_owned(), ..head() }, &[], &[], &Schema::default()))?;
    let expected = "//! first\n//!\n//! Created 2026-11-22 10:14:03 UTC\n\nuse limbeck::prelude::*;\n\n\
                    pub const REVISION: Revision = Revision::new(\"7d3e9a41c0b2\").steps(upgrade, downgrade);\n\n\
                    fn upgrade(_: &mut Op) {}\n\nfn downgrade(_: &mut Op) {}\n";
    assert_eq!(rendered, expected);
    Ok(())
}

#[test]
fn a_name_with_a_line_break_stays_in_its_comment() -> Result<(), Box<dyn std::error::Error>> {
    let name = "a\nop.drop_table(\"b\");\u{202e}";
    let mut schema = Schema::default();
    schema.insert(Table::new(name, Vec::new()));
    let upgrade = [Step::new(Operation::DropTable { table: name.into() })];
    let rendered = render(&file(&head(), &upgrade, &[], &schema))?;
    let code = syn::parse_file(&rendered)?;
    assert_eq!(rendered.matches("op.").count(), 3, "{rendered}");
    assert!(!rendered.contains('\u{202e}'), "{rendered}");
    assert_eq!(code.items.len(), 4);
    Ok(())
}

#[test]
fn what_a_file_cannot_say_is_an_error() {
    let mut with_index = Table::new("new", vec![Column::new("id", ColumnType::Integer)]);
    with_index.indexes.push(Index::new("idx", ["id"]));
    let run = || Operation::Run { name: "fill".into() };
    let nested = Operation::Execute { sql: "select 1".into(), records: vec![Step::new(run())] };
    let missing = Operation::DropTable { table: "missing".into() };
    for (name, operation, expected) in [
        ("data step", run(), "the data step `fill` can't be rendered"),
        ("data step within records", nested, "the data step `fill` can't be rendered"),
        (
            "index within a table",
            Operation::CreateTable { definition: with_index },
            "`create_table` of `new` brings the index `idx`",
        ),
        ("no such table", missing, "upgrade: drop_table missing: there is no table `missing`"),
    ] {
        let error = render(&file(&head(), &[Step::new(operation)], &[], &animals())).expect_err(name);
        assert!(error.to_string().starts_with(expected), "{name}: {error}");
    }
}

//! Every rule's rows: what raises it, on which dialects, and what does not.

mod codes;
mod locks;
mod operations;
mod types;

use limbeck_schema::{Beyond, Column, Dialect, Generated, Index, IndexPart, PrimaryKey, Schema, Table, Unique};

use super::hazards;
use crate::{Op, prelude::*};

/// One table with columns of several types, and one with a column of the type `kind`.
fn before() -> Schema {
    let mut schema = Schema::default();
    let kind = Enumeration::new("kind", ["cat", "dog"]);
    let mut net = Column::new("net", ColumnType::Integer);
    net.generated = Some(Generated { expression: "n * 2".into(), stored: true });
    let mut maybe = Column::new("maybe", ColumnType::Integer);
    maybe.nullable = true;
    maybe.default = Some(7.into());
    let mut id = Column::new("id", ColumnType::Integer);
    id.auto_increment = Some(AutoIncrement::ByDefault);
    let mut table = Table::new(
        "t",
        vec![
            id,
            Column::new("n", ColumnType::Integer),
            Column::new("s", ColumnType::string_len(64)),
            Column::new("kind", ColumnType::Enum(kind)),
            Column::new("at", ColumnType::DateTime),
            Column::new("d", ColumnType::Decimal(None)),
            Column::new("b", ColumnType::Boolean),
            Column::new("list", ColumnType::Array(Box::new(ColumnType::BigInteger))),
            net,
            maybe,
            Column::new("open", ColumnType::string()),
            Column::new("key", ColumnType::Binary(16)),
            Column::new("price", ColumnType::decimal_len(5, 2)),
        ],
    );
    table.primary_key = Some(PrimaryKey::new(["id"]));
    table.indexes.push(Index::new("plain", ["n"]));
    table.indexes.push(Index { unique: true, ..Index::new("single", [IndexPart::column("s")]) });
    table.indexes.push(Index { filter: Some("n > 0".into()), ..Index::new("single2", [IndexPart::column("s")]) });
    table.uniques.push(Unique::new(["at", "d"]));
    schema.insert(table);
    let mut plain = Table::new("u", vec![Column::new("id", ColumnType::Integer)]);
    plain.columns.push(Column { nullable: true, ..Column::new("maybe", ColumnType::Integer) });
    schema.insert(plain);
    let mut raw = Table::new("raw", vec![Column::new("id", ColumnType::Integer), Column::new("s", ColumnType::Text)]);
    let of_s = |what: &str| Beyond { columns: vec!["s".to_owned()], ..Beyond::new(what) };
    raw.beyond.push(of_s("grants on s"));
    raw.beyond.push(Beyond {
        goes_with_type: true,
        statements: vec!["ALTER TABLE raw ALTER COLUMN s SET STORAGE EXTERNAL".to_owned()],
        ..of_s("storage of s")
    });
    raw.beyond.push(Beyond { goes_with_not_null: true, ..of_s("`NOT NULL ON CONFLICT IGNORE` of s") });
    raw.beyond.push(Beyond::new("policy light"));
    schema.insert(raw);
    schema
}

/// The codes of what is recorded, each with the dialects it holds on where those are not all: `A02 C01@postgres`.
fn told(record: impl FnOnce(&mut Op), groups: &str) -> String {
    told_on(record, groups, &Dialect::ALL)
}

fn told_on(record: impl FnOnce(&mut Op), groups: &str, dialects: &[Dialect]) -> String {
    let mut op = Op::default();
    record(&mut op);
    let schema = before();
    let mut words = Vec::new();
    for hazard in op.into_steps().iter().flat_map(|step| hazards(&step.operation, &schema, dialects)) {
        if !groups.contains(hazard.code.group().letter()) {
            continue;
        }
        let only: Vec<_> = hazard.only.iter().map(|dialect| dialect.name()).collect();
        let at = if only.is_empty() { String::new() } else { format!("@{}", only.join("+")) };
        words.push(format!("{}{at}", hazard.code));
    }
    words.join(" ")
}

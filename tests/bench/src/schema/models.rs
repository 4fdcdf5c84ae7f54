//! The schema as SQLAlchemy's models, for Alembic.

use super::{Column, Index, Kind, Table, Value};

const HEAD: &str = "\
from sqlalchemy import (
    JSON, BigInteger, Boolean, DateTime, ForeignKey, Index, Integer, MetaData, Numeric, String, Text, UniqueConstraint, false, text, true,
)
from sqlalchemy.orm import DeclarativeBase, mapped_column


class Base(DeclarativeBase):
    pass
";

/// One module with a class for each table.
pub fn module(tables: &[Table]) -> String {
    tables.iter().fold(HEAD.to_owned(), |text, table| text + &class(table))
}

fn class(table: &Table) -> String {
    let Table { name, comment, columns } = table;
    let indexes = columns.iter().filter_map(|column| {
        let column = match column.index {
            Index::Absent => return None,
            Index::Plain => format!("Index(\"idx-{name}-{0}\", \"{0}\")", column.name),
            Index::Unique => format!("UniqueConstraint(\"{0}\", name=\"uq-{name}-{0}\")", column.name),
        };
        Some(format!("        {column},\n"))
    });
    let indexes: String = indexes.collect();
    let fields: String = columns.iter().map(|column| field(name, column)).collect();
    let class = name.replace("table_", "Table");
    format!(
        "\n\nclass {class}(Base):\n    __tablename__ = \"{name}\"\n    __table_args__ = (\n{indexes}        \
         {{\"comment\": \"{comment}\"}},\n    )\n{fields}"
    )
}

fn field(table: &str, column: &Column) -> String {
    let mut words = vec![match &column.kind {
        Kind::Key => "BigInteger().with_variant(Integer, \"sqlite\")".to_owned(),
        Kind::String(length) => format!("String({length})"),
        Kind::Integer => "Integer".to_owned(),
        Kind::BigInteger | Kind::Reference(_) => "BigInteger().with_variant(Integer, \"sqlite\")".to_owned(),
        Kind::Decimal => "Numeric(12, 2)".to_owned(),
        Kind::Boolean => "Boolean".to_owned(),
        Kind::Text => "Text".to_owned(),
        Kind::DateTime => "DateTime".to_owned(),
        Kind::Json => "JSON".to_owned(),
    }];
    if let Kind::Reference(target) = &column.kind {
        let name = format!("fk-{table}-{}", column.name);
        words.push(format!("ForeignKey(\"{target}.id\", name=\"{name}\", ondelete=\"CASCADE\")"));
    }
    words.push(match column.kind {
        Kind::Key => "primary_key=True".to_owned(),
        _ => format!("nullable={}", if column.is_nullable { "True" } else { "False" }),
    });
    words.extend(column.default.map(|default| match default {
        Value::String(text) => format!("server_default=\"{text}\""),
        Value::Integer(number) => format!("server_default=text(\"{number}\")"),
        Value::Boolean(true) => "server_default=true()".to_owned(),
        Value::Boolean(false) => "server_default=false()".to_owned(),
    }));
    words.extend(column.comment.map(|comment| format!("comment=\"{comment}\"")));
    format!("    {} = mapped_column({})\n", column.name, words.join(", "))
}

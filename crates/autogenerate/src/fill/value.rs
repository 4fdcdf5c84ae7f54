//! Values by the type of a column.

use limbeck_schema::{Column, ColumnType, Expression, Table};

use super::{need::is_alone_unique, reserved::is_reserved};

/// The value that a dropped column gets on the way back, where nobody named one: zero, `false`, the empty text, the first label, the first
/// moment of the year 2000, `{}`. `None` for a type that has none.
pub fn neutral(column_type: &ColumnType) -> Option<Expression> {
    use ColumnType as T;
    let text = |text: &str| Some(Expression::Text(text.to_owned()));
    match column_type {
        T::Boolean => Some(Expression::Boolean(false)),
        T::TinyInteger | T::SmallInteger | T::Integer | T::BigInteger => Some(Expression::Integer(0)),
        T::TinyUnsigned | T::SmallUnsigned | T::Unsigned | T::BigUnsigned => Some(Expression::Integer(0)),
        T::Float | T::Double | T::Decimal(_) | T::Money(_) => Some(Expression::Integer(0)),
        T::Char(_) | T::String(_) | T::Text | T::Binary(_) | T::VarBinary(_) | T::Blob | T::LTree => text(""),
        T::Date => text("2000-01-01"),
        T::Time => text("00:00:00"),
        T::DateTime | T::Timestamp | T::TimestampWithTimeZone => text("2000-01-01 00:00:00"),
        T::Year => Some(Expression::Integer(2000)),
        T::Json | T::JsonBinary | T::Array(_) => text("{}"),
        T::Uuid => text("00000000-0000-0000-0000-000000000000"),
        T::Enum(enumeration) => enumeration.labels.first().map(|label| Expression::Text(label.clone())),
        T::Interval(..) => text("0"),
        T::Inet => text("0.0.0.0"),
        T::Cidr => text("0.0.0.0/0"),
        T::MacAddr => text("00:00:00:00:00:00"),
        T::Bit(_) | T::VarBit(_) | T::Vector(_) | T::Custom(_) => None,
    }
}

/// Values that a person may want, as `--fill` takes them; the likeliest first.
pub(super) fn suggestions(column: &Column, table: &Table) -> Vec<String> {
    use ColumnType as T;
    let refers = table.foreign_keys.iter().find(|key| key.columns == [column.name.as_str()]);
    let parent = refers.map(|key| {
        // MySQL and MariaDB don't read from the table that they write (error 1093), and not every type has a least value.
        let schema = key.target.schema.as_deref();
        let is_plain = is_plain(&key.target.name) && schema.is_none_or(is_plain) && key.target != table.name;
        let target = key.target_columns.first().filter(|name| is_plain && self::is_plain(name) && has_least(column));
        target.map(|name| format!("(SELECT min({name}) FROM {})", key.target))
    });
    let list = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
    match (parent, &column.column_type) {
        (Some(parent), _) => parent.into_iter().collect(),
        (None, T::Uuid) => list(&["gen_random_uuid()"]),
        (None, _) if is_alone_unique(table, &column.name) => Vec::new(),
        (None, T::Boolean) => list(&["false", "true"]),
        (None, T::DateTime | T::Timestamp | T::TimestampWithTimeZone) => list(&["CURRENT_TIMESTAMP"]),
        (None, T::Date) => list(&["CURRENT_DATE"]),
        (None, T::Time) => list(&["CURRENT_TIME"]),
        (None, T::Enum(enumeration)) => enumeration.labels.iter().map(|label| spelling(label)).collect(),
        (None, other) => match neutral(other) {
            Some(Expression::Integer(number)) => vec![number.to_string()],
            Some(Expression::Text(text)) => vec![spelling(&text)],
            _ => Vec::new(),
        },
    }
}

/// A text in single quotes.
fn spelling(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

/// Whether a name means the same without quotes on every server.
fn is_plain(name: &str) -> bool {
    let is_letter = |character: char| character.is_ascii_lowercase() || character == '_';
    name.starts_with(is_letter)
        && name.chars().all(|character| is_letter(character) || character.is_ascii_digit())
        && !is_reserved(name)
}

/// Whether every server has `min` of values of this type: PostgreSQL has none of UUIDs, truth values and bytes.
fn has_least(column: &Column) -> bool {
    use ColumnType as T;
    column.column_type.is_integer()
        || matches!(
            column.column_type,
            T::Float
                | T::Double
                | T::Decimal(_)
                | T::Char(_)
                | T::String(_)
                | T::Text
                | T::Date
                | T::DateTime
                | T::Timestamp
        )
}

#[cfg(test)]
mod tests {
    use limbeck_schema::{Enumeration, ForeignKey, Unique};

    use super::*;

    #[test]
    fn values_are_suggested_by_the_type() {
        let column = |name: &str, column_type: ColumnType| Column::new(name, column_type);
        let mut table = Table::new("animals", vec![]);
        table.foreign_keys.push(ForeignKey::new(["owner_id"], ("zoo", "owners"), ["id"]));
        table.foreign_keys.push(ForeignKey::new(["cage"], "Cages", ["id"]));
        table.foreign_keys.push(ForeignKey::new(["parent"], "animals", ["id"]));
        table.foreign_keys.push(ForeignKey::new(["buyer"], "user", ["id"]));
        for (column, reserved) in [("line", "rows"), ("side", "left"), ("pane", "window"), ("choice", "option")] {
            table.foreign_keys.push(ForeignKey::new([column], reserved, ["id"]));
        }
        table.foreign_keys.push(ForeignKey::new(["seller"], ("Zoo", "owners"), ["id"]));
        table.uniques.push(Unique::new(["chip"]));
        table.uniques.push(Unique::new(["code"]));
        for (column, expected) in [
            (column("a", ColumnType::BigInteger), &["0"][..]),
            (column("a", ColumnType::decimal_len(8, 2)), &["0"]),
            (column("a", ColumnType::string_len(8)), &["''"]),
            (column("a", ColumnType::Boolean), &["false", "true"]),
            (column("a", ColumnType::Timestamp), &["CURRENT_TIMESTAMP"]),
            (column("a", ColumnType::Enum(Enumeration::new("e", ["it's", "b"]))), &["'it''s'", "'b'"]),
            (column("a", ColumnType::Json), &["'{}'"]),
            (column("a", ColumnType::custom("point")), &[]),
            (column("owner_id", ColumnType::Integer), &["(SELECT min(id) FROM zoo.owners)"]),
            (column("owner_id", ColumnType::Uuid), &[]),
            (column("cage", ColumnType::Integer), &[]),
            (column("parent", ColumnType::Integer), &[]),
            (column("buyer", ColumnType::Integer), &[]),
            (column("line", ColumnType::Integer), &[]),
            (column("side", ColumnType::Integer), &[]),
            (column("pane", ColumnType::Integer), &[]),
            (column("choice", ColumnType::Integer), &[]),
            (column("seller", ColumnType::Integer), &[]),
            (column("chip", ColumnType::Uuid), &["gen_random_uuid()"]),
            (column("code", ColumnType::Text), &[]),
        ] {
            assert_eq!(suggestions(&column, &table), expected, "{} {:?}", column.name, column.column_type);
        }
    }
}

use crate::{ColumnType, Dialect, ReferentialAction, StringLength, Table};

/// Fills what an entity leaves out from `base`, the table as it is recorded or found: silence is not a statement.
///
/// Filled are default, comment, collation, `ON UPDATE`, extra, length, precision, foreign-key actions, and how (not whether) rows are
/// numbered. A facet of a column whose family of types differs is not filled. Names of constraints of the same shape are taken over, so that a
/// comparison by value does not see them. `dialect` decides which types are one family.
pub fn fill_unsaid(wanted: &mut Table, base: &Table, dialect: Dialect) {
    for column in &mut wanted.columns {
        let Some(known) = base.column(&column.name) else {
            continue;
        };
        fill_type(&mut column.column_type, &known.column_type);
        column.default = column.default.take().or_else(|| known.default.clone());
        column.comment = column.comment.take().or_else(|| known.comment.clone());
        column.collation = column.collation.take().or_else(|| known.collation.clone());
        column.on_update = column.on_update.take().or_else(|| known.on_update.clone());
        column.extra = column.extra.take().or_else(|| known.extra.clone());
        column.generated = column.generated.take().or_else(|| known.generated.clone());
        if column.auto_increment.is_some() && known.auto_increment.is_some() {
            column.auto_increment.clone_from(&known.auto_increment);
        }
    }
    wanted.comment = wanted.comment.take().or_else(|| base.comment.clone());
    wanted.options = base.options.clone();
    for key in &mut wanted.foreign_keys {
        let known = base.foreign_keys.iter().find(|known| {
            known.columns == key.columns && known.target == key.target && known.target_columns == key.target_columns
        });
        let Some(known) = known else { continue };
        key.on_delete = fill_action(key.on_delete, known.on_delete, dialect);
        key.on_update = fill_action(key.on_update, known.on_update, dialect);
        key.deferrable = key.deferrable.or(known.deferrable);
    }
}

fn fill_action(
    wanted: Option<ReferentialAction>,
    known: Option<ReferentialAction>,
    _dialect: Dialect,
) -> Option<ReferentialAction> {
    wanted.or(known)
}

/// Takes `known` where `wanted` is a type that leaves its length or precision open and `known` is of its family.
fn fill_type(wanted: &mut ColumnType, known: &ColumnType) {
    use ColumnType as T;
    let open = match (&*wanted, known) {
        // A bare `String` is what SeaORM's generator writes for every kind of character type.
        (T::String(StringLength::None), T::String(_) | T::Text | T::Char(_)) => true,
        (T::String(StringLength::None), T::Custom(sql)) => is_text(sql),
        (T::Char(None), T::Char(_)) => true,
        (T::VarBinary(StringLength::None), T::VarBinary(_) | T::Binary(_) | T::Blob) => true,
        (T::VarBinary(StringLength::None), T::Custom(sql)) => sql.to_lowercase().contains("blob"),
        (T::Decimal(None), T::Decimal(_) | T::Money(_)) => true,
        (T::Money(None), T::Money(_)) => true,
        (T::Vector(None), T::Vector(_)) => true,
        (T::Bit(None), T::Bit(_)) => true,
        (T::Interval(None, None), T::Interval(..)) => true,
        (T::DateTime | T::Timestamp | T::TimestampWithTimeZone | T::Time, T::Custom(sql)) => {
            is_time_with_precision(wanted, sql)
        }
        (T::Array(_), T::Array(_)) => false,
        _ => false,
    };
    if open {
        *wanted = known.clone();
    } else if let (T::Array(wanted), T::Array(known)) = (wanted, known) {
        fill_type(wanted, known);
    }
}

fn is_text(sql: &str) -> bool {
    let sql = sql.to_lowercase();
    sql.contains("text") || sql.contains("char") || sql.contains("clob")
}

/// `datetime(6)`, `timestamp(3) with time zone`: the same type with a precision, which no entity can say.
fn is_time_with_precision(wanted: &ColumnType, sql: &str) -> bool {
    let sql = sql.to_lowercase();
    let Some((name, rest)) = sql.split_once('(') else {
        return false;
    };
    let zone = rest.contains("with time zone");
    match wanted {
        ColumnType::DateTime => (name == "datetime" || name == "timestamp") && !zone,
        ColumnType::Timestamp => name == "timestamp" && !zone,
        ColumnType::TimestampWithTimeZone => name == "timestamp" && (zone || rest.ends_with(')')),
        ColumnType::Time => name == "time" && !zone,
        _ => false,
    }
}

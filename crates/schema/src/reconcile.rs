use crate::{
    Capabilities, ColumnType, Dialect, Index, Schema, Table, canonical_column_type, canonical_default,
    lower_column_type,
};

/// What the catalog says, in the words of the revisions: where a recorded column and the actual one have the same lowered form, the
/// recorded type and default are taken, which know more (an enum's name on MySQL, `Integer` for SQLite's `integer`).
///
/// `actual` is the schema that was read from a server of `dialect`; what is not in `recorded` stays as it was read.
pub fn reconcile(actual: &mut Schema, recorded: &Schema, dialect: Dialect) {
    if !Capabilities::of(dialect).enum_types {
        actual.enums.clone_from(&recorded.enums);
    }
    for (name, table) in &mut actual.tables {
        let Some(known) = recorded.tables.get(name) else {
            continue;
        };
        for column in &mut table.columns {
            let Some(known) = known.column(&column.name) else {
                continue;
            };
            if same_type(&known.column_type, &column.column_type, dialect) {
                column.column_type = known.column_type.clone();
            } else if let (Some(recorded), Some(read)) =
                (known.column_type.enumeration(), column.column_type.enumeration_mut())
                && read.name.name.is_empty()
            {
                // MySQL and MariaDB have no names for enums; with other labels it is still the same type.
                read.name = recorded.name.clone();
            }
            if canonical_default(known, dialect) == canonical_default(column, dialect) {
                column.default.clone_from(&known.default);
            }
        }
        if dialect.is_mysql_like() {
            uniques_as_recorded(table, known);
        }
    }
}

/// MySQL and MariaDB know no difference between a unique constraint and a unique index; the revisions do.
fn uniques_as_recorded(actual: &mut Table, recorded: &Table) {
    let is_index = |columns: &[String]| {
        recorded.indexes.iter().any(|index| index.unique && index.plain_columns().is_some_and(|plain| plain == columns))
    };
    let (indexes, uniques) =
        std::mem::take(&mut actual.uniques).into_iter().partition(|unique| is_index(&unique.columns));
    actual.uniques = uniques;
    let indexes: Vec<crate::Unique> = indexes;
    actual.indexes.extend(indexes.into_iter().map(|unique| {
        let mut index = Index::new(unique.name.unwrap_or_default(), unique.columns);
        index.unique = true;
        index
    }));
}

/// Whether both lower to the same text. SQLite compares the declared text, not the affinity: a rebuild writes it back.
fn same_type(recorded: &ColumnType, actual: &ColumnType, dialect: Dialect) -> bool {
    match dialect {
        Dialect::Sqlite => match (lower_column_type(recorded, dialect), lower_column_type(actual, dialect)) {
            (Ok(recorded), Ok(actual)) => recorded.eq_ignore_ascii_case(&actual),
            _ => false,
        },
        Dialect::Postgres | Dialect::MySql | Dialect::MariaDb => {
            canonical_column_type(recorded, dialect) == canonical_column_type(actual, dialect)
        }
    }
}

//! MariaDB: how it spells types back. `json` is `longtext` with a check (measured on 10.11); the introspection, which sees the check,
//! gives it back as `json`.

use crate::{ColumnType, mysql_like};

pub(crate) fn lower(column_type: &ColumnType) -> Option<String> {
    mysql_like::lower(column_type)
}

/// Display widths are always printed: `int(11)`, `bigint(20) unsigned` (measured on 10.11).
pub(crate) fn canonical(sql: &str) -> String {
    mysql_like::canonical(sql)
}

pub(crate) fn raise(sql: &str) -> ColumnType {
    mysql_like::raise(&canonical(sql))
}

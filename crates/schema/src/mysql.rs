//! MySQL 8: how it spells types back. From its documentation; not tested.

use crate::{ColumnType, mysql_like};

pub(crate) fn lower(column_type: &ColumnType) -> Option<String> {
    mysql_like::lower(column_type)
}

/// Display widths are gone since 8.0.19, but for `tinyint(1)`.
pub(crate) fn canonical(sql: &str) -> String {
    mysql_like::canonical(sql)
}

pub(crate) fn raise(sql: &str) -> ColumnType {
    mysql_like::raise(&canonical(sql))
}

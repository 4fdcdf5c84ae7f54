use limbeck_schema::{Dialect, Expression, calls_in_sql};

use crate::{
    Operation,
    ddl::is_present_time,
    hazard::{
        Explanation, Locks, Scene,
        explanation::words,
        stall::{Stall, Work, copied},
    },
};

pub(in crate::hazard) const EXPLANATION: Explanation = Explanation {
    title: "a column is added whose default is computed for each row",
    danger: "Every row is written anew with a value of its own.",
    locks: Locks {
        sqlite: words::SQLITE_REBUILD,
        postgres: words::POSTGRES_REWRITE,
        mysql: words::COPY,
        mariadb: words::COPY,
    },
    safe: "Add the column without the default, then set the default, then fill the rows in batches.",
};

/// C10: every row gets a value of its own.
pub(in crate::hazard) fn rule(operation: &Operation, scene: &Scene<'_>) -> Option<String> {
    let Operation::AddColumn { table, column } = operation else {
        return None;
    };
    let computed = is_computed(column.default.as_ref()?, scene.dialect);
    computed.then(|| copied(scene.dialect, Stall::All(Work::Rewrite)).of(table))
}

/// Whether adding a column with this default writes every row. The present time is one value for all on PostgreSQL, MySQL and MariaDB; SQLite takes
/// constants only.
fn is_computed(default: &Expression, dialect: Dialect) -> bool {
    match (default, dialect) {
        (
            Expression::Null
            | Expression::Boolean(_)
            | Expression::Integer(_)
            | Expression::Number(_)
            | Expression::Text(_),
            _,
        ) => false,
        (_, Dialect::Sqlite) => true,
        (Expression::CurrentTimestamp, _) => false,
        (Expression::CurrentDate | Expression::CurrentTime, dialect) => dialect.is_mysql_like(),
        (Expression::Sql(sql), Dialect::Postgres) => is_volatile(sql),
        (Expression::Sql(sql), Dialect::MySql | Dialect::MariaDb) => !is_present_time(sql),
    }
}

/// Functions whose value does not change from row to row; any other may be volatile.
const STEADY: [&str; 19] = [
    "cast",
    "now",
    "current_timestamp",
    "current_date",
    "current_time",
    "localtimestamp",
    "localtime",
    "transaction_timestamp",
    "statement_timestamp",
    "current_setting",
    "lower",
    "upper",
    "length",
    "md5",
    "coalesce",
    "concat",
    "date_trunc",
    "timezone",
    "make_interval",
];

/// Whether the text calls a function that may give another value for each row.
fn is_volatile(sql: &str) -> bool {
    calls_in_sql(sql).iter().any(|name| !STEADY.contains(&name.as_str()))
}

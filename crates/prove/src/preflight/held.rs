//! What the rows of a live table hold in a column by the time that a step runs, as far as the steps before it tell.

use limbeck_operations::ddl::{default_value, fill_value};
use limbeck_schema::{Column, ColumnType, Dialect, Expression};

/// What rows hold in a column.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Held<'a> {
    /// What they hold there now.
    Live(&'a Column),
    /// NULL, each of them: the steps made a column of this type.
    Null(ColumnType),
    /// This literal, each of them.
    Same(String),
    /// A number of its own, each of them.
    Numbered,
    /// What a step put there.
    Filled {
        /// NULL only where this condition on live columns holds.
        null_where: Option<String>,
        /// The column where the rest of the values is now.
        live: Option<&'a Column>,
    },
    /// What a step computed.
    Unknown {
        /// The column where values before it are now.
        live: Option<&'a Column>,
    },
}

impl<'a> Held<'a> {
    /// What the rows that are there hold in a new column.
    pub(super) fn by_adding(column: &Column, dialect: Dialect) -> Self {
        if column.generated.is_some() {
            return Self::Unknown { live: None };
        }
        if column.auto_increment.is_some() {
            return Self::Numbered;
        }
        match &column.default {
            // Without a value for its rows only MySQL and MariaDB take the column: a zero, an empty text. Elsewhere it is refused, unless there is no row.
            None | Some(Expression::Null) if !column.nullable && dialect.is_mysql_like() => {
                Self::Unknown { live: None }
            }
            None | Some(Expression::Null) => Self::Null(column.column_type.clone()),
            Some(default) if is_literal(default) => Self::Same(default_value(default, &column.column_type, dialect)),
            Some(Expression::Sql(_)) => Self::Unknown { live: None },
            Some(_) => Self::Filled { null_where: None, live: None },
        }
    }

    /// The same after those that hold NULL were set to `value`. `sql` puts an SQL text over the table's columns into the live names, if it can.
    pub(super) fn filled(
        self,
        value: &Expression,
        dialect: Dialect,
        qualified: impl Fn(&Column) -> String,
        sql: impl Fn(&str) -> Option<String>,
    ) -> Self {
        if matches!(value, Expression::Null) {
            return self;
        }
        let live = self.live();
        let computed = |column_type: &ColumnType| sql(&fill_value(value, column_type, dialect));
        match self {
            Self::Same(_) | Self::Numbered | Self::Filled { null_where: None, .. } => self,
            Self::Null(column_type) if is_literal(value) => Self::Same(default_value(value, &column_type, dialect)),
            Self::Null(column_type) => match computed(&column_type) {
                Some(text) => Self::Filled { null_where: Some(format!("({text}) IS NULL")), live },
                None => Self::Unknown { live },
            },
            Self::Live(_) | Self::Filled { .. } | Self::Unknown { .. } if is_never_null(value) => {
                Self::Filled { null_where: None, live }
            }
            Self::Live(column) => match computed(&column.column_type) {
                Some(text) => {
                    let condition = format!("{} IS NULL AND ({text}) IS NULL", qualified(column));
                    Self::Filled { null_where: Some(condition), live }
                }
                None => Self::Unknown { live },
            },
            Self::Filled { .. } | Self::Unknown { .. } => Self::Unknown { live },
        }
    }

    /// The live column whose values are among those that rows hold.
    pub(super) const fn live(&self) -> Option<&'a Column> {
        match self {
            Self::Live(column) => Some(column),
            Self::Filled { live, .. } | Self::Unknown { live } => *live,
            Self::Null(_) | Self::Same(_) | Self::Numbered => None,
        }
    }

    /// Whether rows hold what they hold now, and nothing else.
    pub(super) const fn is_live(&self) -> bool {
        match self {
            Self::Live(_) => true,
            Self::Null(_) | Self::Same(_) | Self::Numbered | Self::Filled { .. } | Self::Unknown { .. } => false,
        }
    }
}

/// Whether a value is the same text for every row.
const fn is_literal(value: &Expression) -> bool {
    match value {
        Expression::Boolean(_) | Expression::Integer(_) | Expression::Number(_) | Expression::Text(_) => true,
        Expression::Null
        | Expression::CurrentTimestamp
        | Expression::CurrentDate
        | Expression::CurrentTime
        | Expression::Sql(_) => false,
    }
}

const fn is_never_null(value: &Expression) -> bool {
    match value {
        Expression::Boolean(_)
        | Expression::Integer(_)
        | Expression::Number(_)
        | Expression::Text(_)
        | Expression::CurrentTimestamp
        | Expression::CurrentDate
        | Expression::CurrentTime => true,
        Expression::Null | Expression::Sql(_) => false,
    }
}

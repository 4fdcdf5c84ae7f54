use limbeck_schema::Expression;

/// The start of the current transaction or statement: `CURRENT_TIMESTAMP`.
pub const fn current_timestamp() -> Expression {
    Expression::CurrentTimestamp
}

/// Today's date: `CURRENT_DATE`.
pub const fn current_date() -> Expression {
    Expression::CurrentDate
}

/// The time of day: `CURRENT_TIME`.
pub const fn current_time() -> Expression {
    Expression::CurrentTime
}

/// SQL text, written as it stands.
pub fn sql(text: impl Into<String>) -> Expression {
    Expression::Sql(text.into())
}

/// A number with a fraction or an exponent, written as it stands.
pub fn number(text: impl Into<String>) -> Expression {
    Expression::Number(text.into())
}

/// `NULL`.
pub const fn null() -> Expression {
    Expression::Null
}

/// A part of an index that is an SQL expression.
pub fn expression(text: impl Into<String>) -> limbeck_schema::IndexPart {
    limbeck_schema::IndexPart::expression(text)
}

/// A column as part of an index, to say more about it.
pub fn column(name: impl Into<String>) -> limbeck_schema::IndexPart {
    limbeck_schema::IndexPart::column(name)
}

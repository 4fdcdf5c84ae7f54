//! `default_value` and `default_expr`: literals, and the few expressions that people write.

use limbeck_schema::{ColumnType, Dialect, Expression, raise_default};
use syn::{Expr, ExprCall, ExprMethodCall};

use crate::{attributes::Literal, nesting, problems::Fault, types::text};

/// A default before its column's type is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum DefaultText {
    /// A value or a portable expression.
    Value(Expression),
    /// SQL text, which may be a portable expression after all.
    Sql(String),
}

impl DefaultText {
    /// The default of a column of this type.
    pub(crate) fn settle(&self, column_type: &ColumnType) -> Expression {
        match self {
            Self::Value(expression) => expression.clone(),
            Self::Sql(sql) => of_sql(sql, column_type),
        }
    }
}

/// SQL text as the portable expression that it is, if it is one.
pub(crate) fn of_sql(sql: &str, column_type: &ColumnType) -> Expression {
    // SQLite's reading is the one without a grammar of its own for casts.
    raise_default(sql, column_type, Dialect::Sqlite).unwrap_or(Expression::Null)
}

/// The value of a `default_value`.
pub(crate) fn of_literal(literal: &Literal) -> Option<Expression> {
    Some(match literal {
        Literal::Text(text) => Expression::Text(text.clone()),
        Literal::Integer(digits) => {
            digits.parse().map_or_else(|_| Expression::Number(digits.clone()), Expression::Integer)
        }
        Literal::Number(digits) => Expression::Number(digits.clone()),
        Literal::Boolean(value) => Expression::Boolean(*value),
        Literal::Name(_) | Literal::Other => return None,
    })
}

/// The value of a `default_expr`, the string of which holds a Rust expression.
pub(crate) fn parse(source: &str) -> Result<DefaultText, Fault> {
    let expression = nesting::parse::<Expr>(source);
    expression.as_ref().and_then(read).ok_or_else(|| {
        Fault::new(format!("the default `{source}` cannot be read without running it"))
            .help("write a literal, `Expr::current_timestamp()`, or the SQL itself as `Expr::cust(\\\"..\\\")`")
    })
}

/// The value of a default that is code.
pub(crate) fn of_expression(expression: &Expr) -> Result<DefaultText, Fault> {
    read(expression).ok_or_else(|| {
        Fault::new("this default cannot be read without running it")
            .help("write a literal, `Expr::current_timestamp()`, or the SQL itself as `Expr::cust(\"..\")`")
    })
}

fn read(expression: &Expr) -> Option<DefaultText> {
    if let Some(literal) = Literal::of(expression) {
        return of_literal(&literal).map(DefaultText::Value);
    }
    match expression {
        Expr::Paren(inner) => read(&inner.expr),
        Expr::Group(inner) => read(&inner.expr),
        Expr::Reference(inner) => read(&inner.expr),
        Expr::Path(path) => keyword(&last_two(&path.path)),
        Expr::Call(call) => read_call(call),
        Expr::MethodCall(call) => read_method(call),
        _ => None,
    }
}

/// `Keyword::CurrentTimestamp` and its likes.
fn keyword((owner, name): &(String, String)) -> Option<DefaultText> {
    if owner != "Keyword" {
        return None;
    }
    Some(DefaultText::Value(match name.as_str() {
        "Null" => Expression::Null,
        "CurrentTimestamp" => Expression::CurrentTimestamp,
        "CurrentDate" => Expression::CurrentDate,
        "CurrentTime" => Expression::CurrentTime,
        _ => return None,
    }))
}

fn read_call(call: &ExprCall) -> Option<DefaultText> {
    let Expr::Path(function) = &*call.func else {
        return None;
    };
    let (owner, name) = last_two(&function.path);
    let arguments: Vec<_> = call.args.iter().collect();
    match (owner.as_str(), name.as_str(), arguments.as_slice()) {
        ("Expr" | "SimpleExpr", "current_timestamp", []) => Some(DefaultText::Value(Expression::CurrentTimestamp)),
        ("Expr" | "SimpleExpr", "current_date", []) => Some(DefaultText::Value(Expression::CurrentDate)),
        ("Expr" | "SimpleExpr", "current_time", []) => Some(DefaultText::Value(Expression::CurrentTime)),
        ("Expr" | "SimpleExpr", "null", []) => Some(DefaultText::Value(Expression::Null)),
        ("Expr" | "SimpleExpr", "cust" | "custom_keyword" | "Custom", [sql]) | ("Keyword", "Custom", [sql]) => {
            text(sql).map(DefaultText::Sql)
        }
        ("Func", "cust", [function]) => text(function).map(|name| DefaultText::Sql(format!("{name}()"))),
        ("PgFunc", "gen_random_uuid", []) => Some(DefaultText::Sql("gen_random_uuid()".to_owned())),
        // What only wraps: `Expr::value(7)`, `Value::from("x")`, `SimpleExpr::Keyword(..)`.
        ("Expr" | "SimpleExpr", "value" | "val" | "expr" | "from", [inner])
        | ("Expr" | "SimpleExpr", "Value" | "Keyword" | "FunctionCall", [inner])
        | ("Value" | "String", "from", [inner]) => read(inner),
        _ => None,
    }
}

/// Conversions, which change nothing: `"x".into()`.
fn read_method(call: &ExprMethodCall) -> Option<DefaultText> {
    let method = call.method.to_string();
    let converts = matches!(method.as_str(), "into" | "to_owned" | "to_string" | "into_simple_expr" | "clone");
    if converts && call.args.is_empty() { read(&call.receiver) } else { None }
}

fn last_two(path: &syn::Path) -> (String, String) {
    let mut names = path.segments.iter().rev().map(|segment| segment.ident.to_string());
    let name = names.next().unwrap_or_default();
    (names.next().unwrap_or_default(), name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn default_expressions_are_read() {
        let text = |text: &str| Expression::Text(text.to_owned());
        let sql = |sql: &str| Expression::Sql(sql.to_owned());
        for (source, column_type, expected) in [
            ("Expr::current_timestamp()", ColumnType::DateTime, Expression::CurrentTimestamp),
            ("sea_orm::sea_query::Expr::current_timestamp()", ColumnType::DateTime, Expression::CurrentTimestamp),
            ("Expr::current_timestamp().into()", ColumnType::DateTime, Expression::CurrentTimestamp),
            ("SimpleExpr::Keyword(Keyword::CurrentTimestamp)", ColumnType::DateTime, Expression::CurrentTimestamp),
            ("Keyword::CurrentDate", ColumnType::Date, Expression::CurrentDate),
            ("Expr::cust(\"now()\")", ColumnType::DateTime, Expression::CurrentTimestamp),
            ("Expr::cust(\"gen_random_uuid()\")", ColumnType::Uuid, sql("gen_random_uuid()")),
            ("Func::cust(\"gen_random_uuid\")", ColumnType::Uuid, sql("gen_random_uuid()")),
            ("PgFunc::gen_random_uuid()", ColumnType::Uuid, sql("gen_random_uuid()")),
            ("SimpleExpr::Custom(\"a + 1\".into())", ColumnType::Integer, sql("a + 1")),
            ("Expr::value(7)", ColumnType::Integer, Expression::Integer(7)),
            ("Expr::val(-1.5)", ColumnType::Double, Expression::Number("-1.5".into())),
            ("Expr::value(\"x\")", ColumnType::Text, text("x")),
            ("Expr::null()", ColumnType::Text, Expression::Null),
            ("\"abc\"", ColumnType::Text, text("abc")),
            ("\"abc\".to_owned()", ColumnType::Text, text("abc")),
            ("String::from(\"日\")", ColumnType::Text, text("日")),
            ("0", ColumnType::Integer, Expression::Integer(0)),
            ("-3", ColumnType::Integer, Expression::Integer(-3)),
            ("true", ColumnType::Boolean, Expression::Boolean(true)),
        ] {
            let found = parse(source).map(|default| default.settle(&column_type));
            assert_eq!(found, Ok(expected), "{source}");
        }
    }

    #[test]
    fn what_has_to_be_run_is_told() {
        for source in
            ["chrono::Utc::now()", "DEFAULT_NAME", "Expr::col(Column::A)", "Expr::cust(sql())", "f(", "Func::random()"]
        {
            let fault = parse(source).expect_err(source);
            assert!(fault.message.contains(source) && fault.help.is_some(), "{source}");
        }
    }

    #[test]
    fn literals_keep_their_kind() {
        for (literal, expected) in [
            (Literal::Integer("18446744073709551615".into()), Some(Expression::Number("18446744073709551615".into()))),
            (Literal::Integer("-7".into()), Some(Expression::Integer(-7))),
            (Literal::Text("0".into()), Some(Expression::Text("0".into()))),
            (Literal::Boolean(false), Some(Expression::Boolean(false))),
            (Literal::Other, None),
        ] {
            assert_eq!(of_literal(&literal), expected, "{literal:?}");
        }
    }
}

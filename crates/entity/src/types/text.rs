//! The text of `column_type` and `db_type`, and the body of a hand-written `column_type()`: a Rust expression that makes a `ColumnType`.

use limbeck_schema::{ColumnType, Enumeration, StringLength};
use syn::{Expr, ExprCall, ExprStruct};

use super::rust_type::{PathText, RustType};
use crate::{attributes::Literal, items::Uses, nesting, problems::Fault};

/// A column type, as far as its text tells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum TypeText {
    /// The type itself.
    Known(ColumnType),
    /// The column type of a Rust type: `<T as ValueType>::column_type()`.
    Of(RustType),
    /// An array of it.
    ArrayOf(Box<TypeText>),
}

impl TypeText {
    /// The same where a function's own `use`s bring names in.
    pub(crate) fn through(self, uses: &Uses) -> Self {
        match self {
            Self::Of(RustType::Path(path, arguments)) => Self::Of(RustType::Path(uses.apply(path), arguments)),
            Self::ArrayOf(member) => Self::ArrayOf(Box::new(member.through(uses))),
            other => other,
        }
    }
}

/// Reads the string of a `column_type` or `db_type`, which SeaORM pastes behind `ColumnType::`.
pub(crate) fn parse(text: &str) -> Result<TypeText, Fault> {
    // Most are one word, which needs no parser.
    if let Some(known) = simple(text) {
        return Ok(TypeText::Known(known));
    }
    let expression = nesting::parse::<Expr>(text).ok_or_else(|| not_understood(text))?;
    read(&expression).map_err(|inner| match inner {
        Unread::Here => not_understood(text),
        Unread::Because(fault) => fault,
    })
}

/// Reads a column type as a person states it: in SeaORM's words, or in those of a revision, `decimal(16,4)`.
pub(crate) fn stated(text: &str) -> Option<ColumnType> {
    let expression = nesting::parse::<Expr>(text)?;
    match read(&expression) {
        Ok(TypeText::Known(column_type)) => Some(column_type),
        Ok(TypeText::Of(_) | TypeText::ArrayOf(_)) => None,
        Err(_) => as_built(&expression),
    }
}

/// A type by the name of the function that makes such a column in a revision, as in `sea_orm_migration::schema`.
fn as_built(expression: &Expr) -> Option<ColumnType> {
    use ColumnType as T;
    let (name, arguments) = match expression {
        Expr::Path(path) => (last(&path.path), Vec::new()),
        Expr::Call(call) => (call_name(call), call.args.iter().collect()),
        _ => return None,
    };
    let numbers: Vec<u32> = arguments.iter().map(|argument| number(argument).ok()).collect::<Option<_>>()?;
    Some(match (name.as_str(), numbers.as_slice()) {
        ("string" | "varchar", []) => T::string(),
        ("string" | "string_len" | "varchar", [length]) => T::string_len(*length),
        ("char", []) => T::Char(None),
        ("char" | "char_len", [length]) => T::char_len(*length),
        ("decimal" | "numeric", []) => T::Decimal(None),
        ("decimal" | "decimal_len" | "numeric", [precision, scale]) => T::decimal_len(*precision, *scale),
        ("money", []) => T::Money(None),
        ("binary" | "binary_len", [length]) => T::Binary(*length),
        ("var_binary", []) => T::VarBinary(StringLength::None),
        ("bool", []) => T::Boolean,
        ("int", []) => T::Integer,
        ("bigint", []) => T::BigInteger,
        ("smallint", []) => T::SmallInteger,
        ("ltree", []) => T::LTree,
        // `big_integer`, `text`, `timestamp_with_time_zone`: the variant in another case.
        (_, []) => simple(&heck::ToUpperCamelCase::to_upper_camel_case(name.as_str()))?,
        _ => return None,
    })
}

/// Reads an expression whose value is a column type.
pub(crate) fn of_expression(expression: &Expr) -> Option<TypeText> {
    read(expression).ok()
}

/// Why an expression is no column type that can be read.
enum Unread {
    Here,
    Because(Fault),
}

type Read<T> = Result<T, Unread>;

fn not_understood(text: &str) -> Fault {
    Fault::new(format!("the column type `{text}` is not understood")).help(
        "write a variant of `ColumnType` with literals, such as `String(StringLen::N(64))` or `Decimal(Some((16, 4)))`, \
         or the database's own name of the type as `custom(\\\"citext\\\")`",
    )
}

fn read(expression: &Expr) -> Read<TypeText> {
    match expression {
        Expr::Path(path) => simple(&last(&path.path)).map(TypeText::Known).ok_or(Unread::Here),
        Expr::Call(call) => read_call(call),
        Expr::Struct(braces) => read_enum(braces).map(TypeText::Known),
        Expr::MethodCall(call) if call.args.is_empty() && is_conversion(&call.method.to_string()) => {
            read(&call.receiver)
        }
        Expr::Paren(inner) => read(&inner.expr),
        Expr::Group(inner) => read(&inner.expr),
        Expr::Reference(inner) => read(&inner.expr),
        _ => Err(Unread::Here),
    }
}

/// The types that are written without arguments.
fn simple(name: &str) -> Option<ColumnType> {
    use ColumnType as T;
    Some(match name {
        "Text" => T::Text,
        "Blob" => T::Blob,
        "TinyInteger" => T::TinyInteger,
        "SmallInteger" => T::SmallInteger,
        "Integer" => T::Integer,
        "BigInteger" => T::BigInteger,
        "TinyUnsigned" => T::TinyUnsigned,
        "SmallUnsigned" => T::SmallUnsigned,
        "Unsigned" => T::Unsigned,
        "BigUnsigned" => T::BigUnsigned,
        "Float" => T::Float,
        "Double" => T::Double,
        "DateTime" => T::DateTime,
        "Timestamp" => T::Timestamp,
        "TimestampWithTimeZone" => T::TimestampWithTimeZone,
        "Time" => T::Time,
        "Date" => T::Date,
        "Year" => T::Year,
        "Boolean" => T::Boolean,
        "Json" => T::Json,
        "JsonBinary" => T::JsonBinary,
        "Uuid" => T::Uuid,
        "Cidr" => T::Cidr,
        "Inet" => T::Inet,
        "MacAddr" => T::MacAddr,
        "LTree" => T::LTree,
        _ => return None,
    })
}

fn read_call(call: &ExprCall) -> Read<TypeText> {
    let Expr::Path(function) = &*call.func else {
        return Err(Unread::Here);
    };
    let arguments: Vec<_> = call.args.iter().collect();
    let name = last(&function.path);
    match (name.as_str(), arguments.as_slice()) {
        ("column_type" | "db_type", []) => of_type(function).map(TypeText::Of),
        ("Array", [member]) => match read(member)? {
            TypeText::Known(member) => Ok(TypeText::Known(ColumnType::Array(Box::new(member)))),
            other => Ok(TypeText::ArrayOf(Box::new(other))),
        },
        // ColumnTypeTrait::def
        ("def", [inner]) => read(inner),
        // RcOrArc::new, Arc::new, Box::new
        ("new" | "from", [inner]) if function.path.segments.len() > 1 => read(inner),
        _ => with_arguments(&name, &arguments).map(TypeText::Known),
    }
}

/// The types that are written with arguments, the functions of `ColumnType`, and the spellings of earlier releases of SeaORM.
fn with_arguments(name: &str, arguments: &[&Expr]) -> Read<ColumnType> {
    use ColumnType as T;
    Ok(match (name, arguments) {
        ("Char", [length]) => T::Char(optional(length)?),
        ("char_len", [length]) => T::Char(Some(number(length)?)),
        ("String" | "string", [length]) => T::String(string_length(length)?),
        ("string_len", [length]) => T::String(StringLength::N(number(length)?)),
        ("Decimal", [digits]) => T::Decimal(pair(digits)?),
        ("decimal_len", [precision, scale]) => T::Decimal(Some((number(precision)?, number(scale)?))),
        ("Money", [digits]) => T::Money(pair(digits)?),
        ("money_len", [precision, scale]) => T::Money(Some((number(precision)?, number(scale)?))),
        ("Interval", [fields, precision]) => T::Interval(interval(fields)?, optional(precision)?),
        ("Binary", [length]) => binary(length)?,
        ("binary_len", [length]) => T::Binary(number(length)?),
        ("VarBinary" | "var_binary", [length]) => T::VarBinary(string_length(length)?),
        ("Bit", [length]) => T::Bit(optional(length)?),
        ("VarBit" | "varbit", [length]) => T::VarBit(number(length)?),
        ("Vector", [length]) => T::Vector(optional(length)?),
        ("Custom" | "custom", [sql]) => T::Custom(text(sql).ok_or_else(|| computed(name))?),
        // Before 1.0 the integers had a display width and the times a precision, nearly always `None`.
        (
            "TinyInteger" | "SmallInteger" | "Integer" | "BigInteger" | "TinyUnsigned" | "SmallUnsigned" | "Unsigned"
            | "BigUnsigned",
            [width],
        ) => {
            optional(width)?;
            simple(name).ok_or(Unread::Here)?
        }
        ("Float" | "Double" | "DateTime" | "Timestamp" | "TimestampWithTimeZone" | "Time" | "Year", [none])
            if is_none(none) =>
        {
            simple(name).ok_or(Unread::Here)?
        }
        _ => return Err(Unread::Here),
    })
}

fn computed(name: &str) -> Unread {
    let fault = Fault::new(format!("the text of this `{name}(..)` is computed, which cannot be read from the source"));
    Unread::Because(fault.help("write the type's name as a literal: `custom(\\\"citext\\\")`"))
}

/// `Enum { name: .., variants: vec![..] }`
fn read_enum(braces: &ExprStruct) -> Read<ColumnType> {
    if last(&braces.path) != "Enum" {
        return Err(Unread::Here);
    }
    let field = |wanted: &str| {
        let found = braces.fields.iter().find(|field| match &field.member {
            syn::Member::Named(name) => name == wanted,
            syn::Member::Unnamed(_) => false,
        });
        found.map(|field| &field.expr).ok_or(Unread::Here)
    };
    let name = text(field("name")?).ok_or(Unread::Here)?;
    let labels = list(field("variants")?)?.iter().map(text).collect::<Option<Vec<_>>>().ok_or(Unread::Here)?;
    Ok(ColumnType::Enum(Enumeration::new(name, labels)))
}

fn list(expression: &Expr) -> Read<Vec<Expr>> {
    use syn::{Token, parse::Parser, punctuated::Punctuated};
    match expression {
        Expr::Array(array) => Ok(array.elems.iter().cloned().collect()),
        Expr::Macro(call) if call.mac.path.is_ident("vec") => {
            let parsed = Punctuated::<Expr, Token![,]>::parse_terminated.parse2(call.mac.tokens.clone());
            parsed.map(|items| items.into_iter().collect()).map_err(|_| Unread::Here)
        }
        _ => Err(Unread::Here),
    }
}

/// `T` of `<T as ValueType>::column_type` or `T::column_type`.
fn of_type(function: &syn::ExprPath) -> Read<RustType> {
    match &function.qself {
        Some(qself) => Ok(RustType::from(&*qself.ty)),
        None => {
            let path = PathText::from(&function.path).parent();
            if path.segments.is_empty() { Err(Unread::Here) } else { Ok(RustType::Path(path, Vec::new())) }
        }
    }
}

/// `StringLen::N(64)`, `StringLen::None`, and what was before it: `Some(64)`, `64`.
fn string_length(expression: &Expr) -> Read<StringLength> {
    match expression {
        Expr::Path(path) if last(&path.path) == "Max" => Ok(StringLength::Max),
        Expr::Call(call) if call_name(call) == "N" => match call.args.first() {
            Some(length) => Ok(StringLength::N(number(length)?)),
            None => Err(Unread::Here),
        },
        Expr::Call(call) if call_name(call) == "default" => Ok(StringLength::None),
        Expr::Lit(_) => Ok(StringLength::N(number(expression)?)),
        _ => Ok(optional(expression)?.map_or(StringLength::None, StringLength::N)),
    }
}

/// `16`, and what was before it: `BlobSize::Blob(Some(16))`.
fn binary(expression: &Expr) -> Read<ColumnType> {
    match expression {
        Expr::Call(call) if call_name(call) == "Blob" => match call.args.first() {
            Some(length) => Ok(optional(length)?.map_or(ColumnType::Blob, ColumnType::Binary)),
            None => Err(Unread::Here),
        },
        _ => number(expression).map(ColumnType::Binary),
    }
}

/// `Some(PgInterval::DayToSecond)` as `DAY TO SECOND`.
fn interval(expression: &Expr) -> Read<Option<String>> {
    if is_none(expression) {
        return Ok(None);
    }
    let Expr::Path(path) = some(expression)? else {
        return Err(Unread::Here);
    };
    let fields = last(&path.path);
    let words = heck::ToShoutySnakeCase::to_shouty_snake_case(fields.as_str()).replace('_', " ");
    Ok(Some(words))
}

fn pair(expression: &Expr) -> Read<Option<(u32, u32)>> {
    if is_none(expression) {
        return Ok(None);
    }
    match some(expression)? {
        Expr::Tuple(tuple) if tuple.elems.len() == 2 => Ok(Some((number(&tuple.elems[0])?, number(&tuple.elems[1])?))),
        _ => Err(Unread::Here),
    }
}

fn optional(expression: &Expr) -> Read<Option<u32>> {
    if is_none(expression) { Ok(None) } else { number(some(expression)?).map(Some) }
}

fn number(expression: &Expr) -> Read<u32> {
    match Literal::of(expression) {
        Some(Literal::Integer(digits)) => digits.parse().map_err(|_| Unread::Here),
        _ => Err(Unread::Here),
    }
}

fn some(expression: &Expr) -> Read<&Expr> {
    match expression {
        Expr::Call(call) if call_name(call) == "Some" => call.args.first().ok_or(Unread::Here),
        Expr::Paren(inner) => some(&inner.expr),
        _ => Err(Unread::Here),
    }
}

fn is_none(expression: &Expr) -> bool {
    matches!(expression, Expr::Path(path) if last(&path.path) == "None")
}

fn call_name(call: &ExprCall) -> String {
    match &*call.func {
        Expr::Path(path) => last(&path.path),
        _ => String::new(),
    }
}

fn last(path: &syn::Path) -> String {
    path.segments.last().map(|segment| segment.ident.to_string()).unwrap_or_default()
}

fn is_conversion(method: &str) -> bool {
    matches!(method, "into" | "to_owned" | "to_string" | "into_iden" | "clone" | "def" | "get_column_type")
}

/// The string that an expression is, through the conversions that people write round it: `"x".into()`, `Alias::new("x")`.
pub(crate) fn text(expression: &Expr) -> Option<String> {
    match expression {
        Expr::Lit(_) => match Literal::of(expression) {
            Some(Literal::Text(text)) => Some(text),
            _ => None,
        },
        Expr::MethodCall(call) if call.args.is_empty() && is_conversion(&call.method.to_string()) => {
            text(&call.receiver)
        }
        Expr::Call(call) if call.args.len() == 1 && matches!(call_name(call).as_str(), "new" | "from" | "Alias") => {
            text(&call.args[0])
        }
        // sea-query's names of MySQL's types, `extension::mysql::MySqlType`.
        Expr::Path(path) if path.path.segments.iter().rev().nth(1).is_some_and(|owner| owner.ident == "MySqlType") => {
            let name = last(&path.path);
            matches!(name.as_str(), "Blob" | "TinyBlob" | "MediumBlob" | "LongBlob").then(|| name.to_lowercase())
        }
        Expr::Paren(inner) => text(&inner.expr),
        Expr::Group(inner) => text(&inner.expr),
        Expr::Reference(inner) => text(&inner.expr),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn column_types_are_read_in_every_spelling() {
        use ColumnType as T;
        let array = |member| T::Array(Box::new(member));
        for (text, expected) in [
            ("Text", T::Text),
            ("String(StringLen::N(64))", T::string_len(64)),
            ("String(StringLen::None)", T::string()),
            ("String(StringLen::Max)", T::String(StringLength::Max)),
            ("String(sea_orm::sea_query::StringLen::N(5u32))", T::string_len(5)),
            ("String(Some(1))", T::string_len(1)),
            ("String(None)", T::string()),
            ("string(Some(9))", T::string_len(9)),
            ("string(None)", T::string()),
            ("string_len(9)", T::string_len(9)),
            ("Char(Some(2))", T::char_len(2)),
            ("Char(None)", T::Char(None)),
            ("Decimal(Some((16, 4)))", T::decimal_len(16, 4)),
            ("Decimal(None)", T::Decimal(None)),
            ("decimal_len(16, 4)", T::decimal_len(16, 4)),
            ("Money(Some((19, 4)))", T::Money(Some((19, 4)))),
            ("Binary(16)", T::Binary(16)),
            ("Binary(BlobSize::Blob(None))", T::Blob),
            ("Binary(BlobSize::Blob(Some(16)))", T::Binary(16)),
            ("VarBinary(StringLen::None)", T::VarBinary(StringLength::None)),
            ("VarBinary(StringLen::N(32))", T::var_binary(32)),
            ("VarBinary(32)", T::var_binary(32)),
            ("var_binary(16)", T::var_binary(16)),
            ("Bit(Some(8))", T::Bit(Some(8))),
            ("VarBit(8)", T::VarBit(8)),
            ("Interval(None, None)", T::Interval(None, None)),
            ("Interval(Some(PgInterval::DayToSecond), Some(3))", T::Interval(Some("DAY TO SECOND".into()), Some(3))),
            ("Vector(Some(3))", T::Vector(Some(3))),
            ("JsonBinary", T::JsonBinary),
            ("LTree", T::LTree),
            ("Integer(Some(11))", T::Integer),
            ("TimestampWithTimeZone(None)", T::TimestampWithTimeZone),
            (r#"custom("citext")"#, T::custom("citext")),
            (r#"Custom("array".to_owned())"#, T::custom("array")),
            (r#"Custom("x".into_iden())"#, T::custom("x")),
            (r#"Custom(SeaRc::new(Alias::new("x")))"#, T::custom("x")),
            ("Custom(SeaRc::new(MySqlType::LongBlob))", T::custom("longblob")),
            (r#"custom("say \"x\"")"#, T::custom("say \"x\"")),
            ("Array(RcOrArc::new(ColumnType::Integer))", array(T::Integer)),
            ("Array(std::sync::Arc::new(ColumnType::String(StringLen::N(3))))", array(T::string_len(3))),
            ("Array(ColumnType::Decimal(Some((5, 2))).into())", array(T::decimal_len(5, 2))),
            (
                r#"Enum { name: "mood".into_iden(), variants: vec!["sad".into_iden(), Alias::new("ok").into_iden()] }"#,
                T::Enum(Enumeration::new("mood", ["sad", "ok"])),
            ),
        ] {
            assert_eq!(parse(text), Ok(TypeText::Known(expected)), "{text}");
        }
    }

    #[test]
    fn the_type_of_another_type_is_kept_for_later() {
        let of = |name: &str| TypeText::Of(RustType::Path(PathText::of(name), Vec::new()));
        for (text, expected) in [
            ("<String as ValueType>::column_type()", of("String")),
            ("Mood::db_type()", of("Mood")),
            ("Array(RcOrArc::new(Mood::column_type()))", TypeText::ArrayOf(Box::new(of("Mood")))),
        ] {
            assert_eq!(parse(text), Ok(expected), "{text}");
        }
    }

    #[test]
    fn what_is_not_a_literal_type_is_told() {
        for (text, message) in [
            ("Custom(name_of_type())", "computed"),
            ("Texte", "`Texte` is not understood"),
            ("String(StringLen::N(LENGTH))", "not understood"),
            ("String(StringLen::N(99999999999))", "not understood"),
            ("Binary(BlobSize::Long)", "not understood"),
            ("Time(Some(3))", "not understood"),
            ("column_type()", "not understood"),
            ("Decimal(", "not understood"),
            ("", "not understood"),
        ] {
            let fault = parse(text).expect_err(text);
            assert!(fault.message.contains(message) && fault.help.is_some(), "{text}: {}", fault.message);
        }
    }
}

//! Types of columns as values: `ColumnType::BigInteger`, `ColumnType::string_len(128)`.

use limbeck_schema::{ColumnType, Enumeration, StringLength};
use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use super::literal;

/// `column_type` as an argument of `set_type`, `array`, `column_of`.
pub(super) fn column_type(column_type: &ColumnType) -> TokenStream {
    use ColumnType as T;
    match column_type {
        T::Char(Some(length)) => short("char_len", &[*length]),
        T::Char(None) => quote!(ColumnType::Char(None)),
        T::String(StringLength::None) => short("string", &[]),
        T::String(StringLength::N(length)) => short("string_len", &[*length]),
        T::String(StringLength::Max) => quote!(ColumnType::String(StringLength::Max)),
        T::Decimal(Some((precision, scale))) => short("decimal_len", &[*precision, *scale]),
        T::Decimal(None) => quote!(ColumnType::Decimal(None)),
        T::Money(size) => money(*size),
        T::Interval(fields, precision) => interval(fields.as_deref(), *precision),
        T::Binary(length) => variant("Binary", number(*length)),
        T::VarBinary(StringLength::None) => quote!(ColumnType::VarBinary(StringLength::None)),
        T::VarBinary(StringLength::N(length)) => short("var_binary", &[*length]),
        T::VarBinary(StringLength::Max) => quote!(ColumnType::VarBinary(StringLength::Max)),
        T::Bit(length) => variant("Bit", option(length.map(number))),
        T::VarBit(length) => variant("VarBit", number(*length)),
        T::Enum(enumeration) => self::enumeration(enumeration),
        T::Array(member) => {
            let member = self::column_type(member);
            quote!(ColumnType::Array(Box::new(#member)))
        }
        T::Vector(length) => variant("Vector", option(length.map(number))),
        T::Custom(sql) => {
            let sql = literal::text(sql);
            quote!(ColumnType::custom(#sql))
        }
        T::Text => bare("Text"),
        T::TinyInteger => bare("TinyInteger"),
        T::SmallInteger => bare("SmallInteger"),
        T::Integer => bare("Integer"),
        T::BigInteger => bare("BigInteger"),
        T::TinyUnsigned => bare("TinyUnsigned"),
        T::SmallUnsigned => bare("SmallUnsigned"),
        T::Unsigned => bare("Unsigned"),
        T::BigUnsigned => bare("BigUnsigned"),
        T::Float => bare("Float"),
        T::Double => bare("Double"),
        T::DateTime => bare("DateTime"),
        T::Timestamp => bare("Timestamp"),
        T::TimestampWithTimeZone => bare("TimestampWithTimeZone"),
        T::Time => bare("Time"),
        T::Date => bare("Date"),
        T::Year => bare("Year"),
        T::Blob => bare("Blob"),
        T::Boolean => bare("Boolean"),
        T::Json => bare("Json"),
        T::JsonBinary => bare("JsonBinary"),
        T::Uuid => bare("Uuid"),
        T::Cidr => bare("Cidr"),
        T::Inet => bare("Inet"),
        T::MacAddr => bare("MacAddr"),
        T::LTree => bare("LTree"),
    }
}

fn money(size: Option<(u32, u32)>) -> TokenStream {
    let size = size.map(|(precision, scale)| {
        let (precision, scale) = (number(precision), number(scale));
        quote!((#precision, #scale))
    });
    variant("Money", option(size))
}

fn interval(fields: Option<&str>, precision: Option<u32>) -> TokenStream {
    let fields = option(fields.map(|fields| {
        let fields = literal::text(fields);
        quote!(#fields.into())
    }));
    let precision = option(precision.map(number));
    quote!(ColumnType::Interval(#fields, #precision))
}

fn enumeration(enumeration: &Enumeration) -> TokenStream {
    let Enumeration { name, labels } = enumeration;
    let (name, labels) = (literal::name(name), literal::list(labels));
    quote!(ColumnType::Enum(Enumeration::new(#name, #labels)))
}

fn bare(name: &str) -> TokenStream {
    let name = Ident::new(name, Span::call_site());
    quote!(ColumnType::#name)
}

fn variant(name: &str, value: TokenStream) -> TokenStream {
    let variant = bare(name);
    quote!(#variant(#value))
}

/// One of the short constructors of `ColumnType`.
fn short(name: &str, numbers: &[u32]) -> TokenStream {
    let constructor = bare(name);
    let numbers = numbers.iter().copied().map(number);
    quote!(#constructor(#(#numbers),*))
}

fn option(value: Option<TokenStream>) -> TokenStream {
    value.map_or_else(|| quote!(None), |value| quote!(Some(#value)))
}

/// A length. The parameters say that it is an `u32`.
pub(super) fn number(value: u32) -> TokenStream {
    let value = proc_macro2::Literal::u32_unsuffixed(value);
    quote!(#value)
}

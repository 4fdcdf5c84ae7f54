//! Columns by the builders of the prelude, which bear the names of SeaORM's.

use limbeck_schema::{AutoIncrement, Column, ColumnType, Enumeration, Generated, StringLength};
use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote};

use super::{
    column_type::{column_type, number},
    expression::expression,
    literal,
};

/// The definition of `column`. `in_key`: whether it is known to be in the table's primary key, where a numbered one is `pk_auto`.
pub(super) fn column(column: &Column, in_key: bool) -> TokenStream {
    // Taken apart in full, so that a new field is an error here and not lost.
    let Column {
        name,
        column_type,
        nullable,
        default,
        auto_increment,
        generated,
        on_update,
        collation,
        comment,
        extra,
        keep,
    } = column;
    let numbered_key = match (column_type, auto_increment) {
        (ColumnType::Integer, Some(AutoIncrement::ByDefault)) if in_key => Some("pk_auto"),
        (ColumnType::BigInteger, Some(AutoIncrement::ByDefault)) if in_key => Some("big_pk_auto"),
        _ => None,
    };
    let (start, numbering) = match numbered_key {
        Some(builder) => (of(builder, name, []), TokenStream::new()),
        None => (typed(name, column_type), numbering(auto_increment.as_ref())),
    };
    let nullable = literal::flag(*nullable, quote!(null));
    let default = default.as_ref().map(|default| {
        let default = expression(default);
        quote!(.default(#default))
    });
    let generated = generated.as_ref().map(computed);
    let on_update = on_update.as_ref().map(|value| {
        let value = expression(value);
        quote!(.on_update(#value))
    });
    let collation = literal::call_with(collation.as_ref(), quote!(collation));
    let comment = literal::call_with(comment.as_ref(), quote!(comment));
    let extra = literal::call_with(extra.as_ref(), quote!(extra));
    let keep = literal::flag(*keep, quote!(keep));
    quote!(#start #nullable #numbering #default #generated #on_update #collation #comment #extra #keep)
}

fn numbering(auto_increment: Option<&AutoIncrement>) -> TokenStream {
    match auto_increment {
        None => TokenStream::new(),
        Some(AutoIncrement::ByDefault) => quote!(.auto_increment()),
        Some(AutoIncrement::Always) => quote!(.identity_always()),
        Some(AutoIncrement::Serial(sequence)) => {
            let sequence = literal::text(sequence);
            quote!(.serial(#sequence))
        }
    }
}

fn computed(generated: &Generated) -> TokenStream {
    let Generated { expression, stored } = generated;
    let expression = literal::text(expression);
    if *stored { quote!(.generated_stored(#expression)) } else { quote!(.generated_virtual(#expression)) }
}

/// A builder with the column's name and what else it takes.
fn of<const N: usize>(builder: &str, name: &str, rest: [TokenStream; N]) -> TokenStream {
    let builder = Ident::new(builder, Span::call_site());
    let name = literal::text(name);
    quote!(#builder(#name #(, #rest)*))
}

/// The builder of the type.
fn typed(name: &str, column_type: &ColumnType) -> TokenStream {
    use ColumnType as T;
    let bare = |builder| of(builder, name, []);
    let len = |builder, length: &u32| of(builder, name, [number(*length)]);
    let pair = |builder, (a, b): &(u32, u32)| of(builder, name, [number(*a), number(*b)]);
    match column_type {
        T::Char(None) => bare("char"),
        T::Char(Some(length)) => len("char_len", length),
        T::String(StringLength::None) => bare("string"),
        T::String(StringLength::N(length)) => len("string_len", length),
        T::String(StringLength::Max) => bare("string_max"),
        T::Text => bare("text"),
        T::TinyInteger => bare("tiny_integer"),
        T::SmallInteger => bare("small_integer"),
        T::Integer => bare("integer"),
        T::BigInteger => bare("big_integer"),
        T::TinyUnsigned => bare("tiny_unsigned"),
        T::SmallUnsigned => bare("small_unsigned"),
        T::Unsigned => bare("unsigned"),
        T::BigUnsigned => bare("big_unsigned"),
        T::Float => bare("float"),
        T::Double => bare("double"),
        T::Decimal(None) => bare("decimal"),
        T::Decimal(Some(size)) => pair("decimal_len", size),
        T::Money(None) => bare("money"),
        T::Money(Some(size)) => pair("money_len", size),
        T::DateTime => bare("date_time"),
        T::Timestamp => bare("timestamp"),
        T::TimestampWithTimeZone => bare("timestamp_with_time_zone"),
        T::Time => bare("time"),
        T::Date => bare("date"),
        T::Year => bare("year"),
        T::Interval(None, None) => bare("interval"),
        T::Interval(..) => of("column_of", name, [self::column_type(column_type)]),
        T::Binary(length) => len("binary_len", length),
        T::VarBinary(StringLength::None) => bare("var_binary"),
        T::VarBinary(StringLength::N(length)) => len("var_binary_len", length),
        T::VarBinary(StringLength::Max) => bare("var_binary_max"),
        T::Blob => bare("blob"),
        T::Bit(None) => bare("bit"),
        T::Bit(Some(length)) => len("bit_len", length),
        T::VarBit(length) => len("varbit", length),
        T::Boolean => bare("boolean"),
        T::Json => bare("json"),
        T::JsonBinary => bare("json_binary"),
        T::Uuid => bare("uuid"),
        T::Enum(Enumeration { name: type_name, labels }) => {
            of("enumeration", name, [literal::name(type_name), literal::list(labels)])
        }
        T::Array(member) => of("array", name, [self::column_type(member)]),
        T::Vector(None) => bare("vector"),
        T::Vector(Some(length)) => len("vector_len", length),
        T::Cidr => bare("cidr"),
        T::Inet => bare("inet"),
        T::MacAddr => bare("mac_address"),
        T::LTree => bare("ltree"),
        T::Custom(sql) => of("custom", name, [literal::text(sql).into_token_stream()]),
    }
}

//! Literals, names and lists.

use std::str::FromStr;

use limbeck_schema::{Dialect, ObjectName};
use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::quote;

/// A string literal. SQL with quotes, backslashes or several lines stays readable as a raw string.
pub(crate) fn text(text: &str) -> Literal {
    raw(text).unwrap_or_else(|| Literal::string(text))
}

/// `text` as a raw string, where that reads better and can hold it.
fn raw(text: &str) -> Option<Literal> {
    let better = text.contains(['"', '\\', '\n']);
    // A raw string holds no lone carriage return, and rustc refuses invisible marks of writing direction.
    let plain = text.chars().all(|c| c == '\n' || c == '"' || c == '\\' || c == '\'' || shows(c));
    if !better || !plain {
        return None;
    }
    // The hashes of `"###` end a literal of at most so many; one more is needed.
    let closing = text.split('"').skip(1).map(|rest| 1 + rest.bytes().take_while(|b| *b == b'#').count()).max();
    let hashes = "#".repeat(closing.unwrap_or(0));
    Literal::from_str(&format!("r{hashes}\"{text}\"{hashes}")).ok()
}

/// Whether the character is seen as what it is.
fn shows(c: char) -> bool {
    c.escape_debug().eq([c])
}

/// A number, with its type where it needs more than 32 bits.
pub(super) fn integer(value: i64) -> TokenStream {
    let digits = if i32::try_from(value).is_ok() {
        Literal::u64_unsuffixed(value.unsigned_abs())
    } else {
        // `i64_suffixed` has no way to write the digits of the smallest number alone.
        Literal::from_str(&format!("{}i64", value.unsigned_abs())).unwrap_or_else(|_| Literal::i64_suffixed(value))
    };
    if value < 0 { quote!(-#digits) } else { quote!(#digits) }
}

/// A table's or type's name: `"animals"`, or with its schema `("zoo", "animals")`.
pub(super) fn name(name: &ObjectName) -> TokenStream {
    let bare = text(&name.name);
    match &name.schema {
        None => quote!(#bare),
        Some(schema) => {
            let schema = text(schema);
            quote!((#schema, #bare))
        }
    }
}

/// A list of strings. The compiler can't guess the type of an empty one.
pub(crate) fn list(strings: &[String]) -> TokenStream {
    if strings.is_empty() {
        return quote!([""; 0]);
    }
    let strings = strings.iter().map(|string| text(string));
    quote!([#(#strings),*])
}

/// A dialect, as the prelude names it.
pub(super) fn dialect(dialect: Dialect) -> Ident {
    Ident::new(dialect.variant(), Span::call_site())
}

/// A call without arguments if `said`: `.keep()`.
pub(super) fn flag(said: bool, call: TokenStream) -> TokenStream {
    if said { quote!(.#call()) } else { TokenStream::new() }
}

/// A call with a string if there is one: `.comment("..")`.
pub(super) fn call_with(string: Option<&String>, call: TokenStream) -> TokenStream {
    string.map_or_else(TokenStream::new, |string| {
        let string = text(string);
        quote!(.#call(#string))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_survive() {
        for (name, string, expected) in [
            ("plain", "animals", r#""animals""#),
            ("empty", "", r#""""#),
            ("apostrophe", "it's", r#""it's""#),
            ("quotes", "\"a\" > 0", r##"r#""a" > 0"#"##),
            ("quote and hash", "\"#a\"##", r####"r###""#a"##"###"####),
            ("backslash", r"\d", r#"r"\d""#),
            ("lines", "a\nb", "r\"a\nb\""),
            ("carriage return", "a\r\nb", r#""a\r\nb""#),
            ("tabulator", "a\t\"", r#""a\t\"""#),
            ("non-ASCII", "Tür", r#""Tür""#),
            ("non-ASCII and quotes", "\"Tür\"", r##"r#""Tür""#"##),
            ("zero", "\0\"", r#""\0\"""#),
            ("writing direction", "\u{202e}\"", r#""\u{202e}\"""#),
        ] {
            let literal = text(string);
            assert_eq!(literal.to_string(), expected, "{name}");
            let parsed: syn::LitStr = syn::parse2(quote!(#literal)).expect(name);
            assert_eq!(parsed.value(), string, "{name}");
        }
    }

    #[test]
    fn numbers_have_the_type_they_need() {
        for (value, expected) in [
            (0, "0"),
            (-1, "- 1"),
            (i64::from(i32::MAX), "2147483647"),
            (i64::from(i32::MIN), "- 2147483648"),
            (i64::from(i32::MAX) + 1, "2147483648i64"),
            (i64::MIN, "- 9223372036854775808i64"),
        ] {
            assert_eq!(integer(value).to_string(), expected, "{value}");
        }
    }
}

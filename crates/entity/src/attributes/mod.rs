//! `#[sea_orm(..)]` as the derives read it: every attribute of an item, one list, the last word wins.

mod condition;
mod keys;
mod members;

use proc_macro2::{Span, TokenStream, TokenTree};
use syn::{
    Attribute, Expr, Ident, Lit, Meta, Token,
    ext::IdentExt,
    parse::{Parse, ParseStream},
};

pub(crate) use condition::{Build, Truth, evaluate, given, is_compiled, left_out, of_item, warning};
pub(crate) use keys::{
    ENUM_KEYS, FIELD_KEYS, LABEL_KEYS, RELATION_FIELD_KEYS, RELATION_KEYS, TABLE_KEYS, VALUE_TYPE_KEYS,
};
pub(crate) use members::{Member, compiled};

use crate::problems::{Fault, Note, did_you_mean};

/// The arguments of all `#[sea_orm(..)]` on one item, in their order.
#[derive(Default)]
pub(crate) struct Arguments(Vec<Argument>);

/// `key`, `key = value` or `key(..)`.
pub(crate) struct Argument {
    /// The key; the segments of a path are joined by `::`.
    key: String,
    key_span: Span,
    value: Option<Value>,
}

/// What stands behind `=`.
pub(crate) struct Value {
    pub(crate) literal: Literal,
    pub(crate) span: Span,
}

/// A literal, as far as its kind matters.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Literal {
    Text(String),
    /// A whole number with its sign, without suffix and underscores.
    Integer(String),
    /// A number with a fraction or exponent, likewise.
    Number(String),
    Boolean(bool),
    /// The name of something in Rust; of a path the last segment.
    Name(String),
    /// Anything else: an expression, a byte string.
    Other,
}

impl Arguments {
    /// Reads the attributes of an item; those in a `cfg_attr` count unless its condition is certainly false.
    pub(crate) fn read(attributes: &[Attribute], notes: &mut Vec<Note>) -> Self {
        let mut all = Vec::new();
        for attribute in attributes {
            read_meta(&attribute.meta, None, &mut all, notes);
        }
        Self(all)
    }

    /// Whether the key occurs.
    pub(crate) fn has(&self, key: &str) -> bool {
        self.find(key).is_some()
    }

    /// The last value of the key.
    pub(crate) fn value(&self, key: &str) -> Option<&Value> {
        self.find(key)?.value.as_ref()
    }

    /// The last value of the key, which has to be a string.
    pub(crate) fn text(&self, key: &str, notes: &mut Vec<Note>) -> Option<(&str, Span)> {
        let argument = self.find(key)?;
        match &argument.value {
            Some(Value { literal: Literal::Text(text), span }) => Some((text, *span)),
            _ => {
                notes.push(Fault::new(format!("`{key}` takes a string in quotes")).error(argument.key_span));
                None
            }
        }
    }

    /// The last value of the key, which is the name of something in Rust.
    pub(crate) fn name(&self, key: &str) -> Option<&str> {
        match &self.value(key)?.literal {
            Literal::Name(name) => Some(name),
            _ => None,
        }
    }

    /// The places of all occurrences of the key.
    pub(crate) fn places(&self, key: &str) -> Vec<Span> {
        self.0.iter().filter(|argument| argument.key == key).map(|argument| argument.key_span).collect()
    }

    /// Warns of every key that is not in `known`: SeaORM's derives swallow it without a word, so a typing mistake compiles.
    pub(crate) fn warn_of_unknown(&self, known: &[&str], notes: &mut Vec<Note>) {
        for argument in self.0.iter().filter(|argument| !known.contains(&argument.key.as_str())) {
            let fault = Fault::new(format!("SeaORM knows no attribute `{}` here and ignores it", argument.key));
            let fault = match did_you_mean(&argument.key, known.iter().copied()) {
                Some(meant) => fault.help(format!("did you mean `{meant}`?")),
                None => fault,
            };
            notes.push(fault.warning(argument.key_span));
        }
    }

    fn find(&self, key: &str) -> Option<&Argument> {
        self.0.iter().rev().find(|argument| argument.key == key)
    }
}

/// The last segments of all derives of an item, `cfg_attr` included unless its condition is certainly false.
pub(crate) fn derives(attributes: &[Attribute]) -> Vec<String> {
    let mut names = Vec::new();
    for attribute in attributes {
        collect_derives(&attribute.meta, &mut names);
    }
    names
}

fn collect_derives(meta: &Meta, names: &mut Vec<String>) {
    if meta.path().is_ident("derive") {
        if let Meta::List(list) = meta
            && let Ok(paths) =
                list.parse_args_with(syn::punctuated::Punctuated::<syn::Path, Token![,]>::parse_terminated)
        {
            names.extend(paths.iter().filter_map(|path| path.segments.last()).map(|last| last.ident.to_string()));
        }
    } else if meta.path().is_ident("cfg_attr")
        && let Some((truth, inner)) = condition::conditional(meta)
        && truth != Truth::No
    {
        inner.iter().for_each(|meta| collect_derives(meta, names));
    }
}

fn read_meta(meta: &Meta, condition: Option<&str>, all: &mut Vec<Argument>, notes: &mut Vec<Note>) {
    if meta.path().is_ident("sea_orm") {
        let Meta::List(list) = meta else { return };
        let span = list.path.segments[0].ident.span();
        if let Some(condition) = condition {
            notes.push(condition::warning("attribute", condition).warning(span));
        }
        if let Some(read) = plain(list.tokens.clone()) {
            return all.extend(read);
        }
        match list.parse_args::<Arguments>() {
            Ok(Arguments(read)) => all.extend(read),
            Err(error) => {
                notes.push(Fault::new(format!("this attribute cannot be read: {error}")).error(error.span()));
            }
        }
    } else if meta.path().is_ident("cfg_attr")
        && let Some((truth, inner)) = condition::conditional(meta)
    {
        for meta in &inner {
            match &truth {
                Truth::Yes => read_meta(meta, condition, all, notes),
                Truth::No => {}
                Truth::Unknown(text) => read_meta(meta, Some(text), all, notes),
            }
        }
    }
}

/// The arguments where all of them are `key` or `key = literal`, as nearly all are: without the parser, which costs more than all else here.
fn plain(tokens: TokenStream) -> Option<Vec<Argument>> {
    let mut trees = tokens.into_iter().peekable();
    let mut all = Vec::new();
    while let Some(tree) = trees.next() {
        let TokenTree::Ident(ident) = tree else { return None };
        let mut argument = Argument { key: without_raw(&ident), key_span: ident.span(), value: None };
        if matches!(trees.peek(), Some(TokenTree::Punct(punct)) if punct.as_char() == '=') {
            trees.next();
            argument.value = Some(match trees.next()? {
                TokenTree::Literal(literal) => {
                    Value { span: literal.span(), literal: Literal::from(&Lit::new(literal)) }
                }
                TokenTree::Ident(word) if word == "true" || word == "false" => {
                    Value { span: word.span(), literal: Literal::Boolean(word == "true") }
                }
                _ => return None,
            });
        }
        all.push(argument);
        match trees.next() {
            Some(TokenTree::Punct(punct)) if punct.as_char() == ',' => {}
            None => {}
            Some(_) => return None,
        }
    }
    Some(all)
}

impl Parse for Arguments {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let mut all = Vec::new();
        loop {
            // The commas may be missing: SeaORM's parser of relations does not ask for them.
            while input.peek(Token![,]) {
                input.parse::<Token![,]>()?;
            }
            if input.is_empty() {
                return Ok(Self(all));
            }
            all.push(input.parse()?);
        }
    }
}

impl Parse for Argument {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let first = Ident::parse_any(input)?;
        let (mut key, key_span) = (without_raw(&first), first.span());
        while input.peek(Token![::]) {
            input.parse::<Token![::]>()?;
            key.push_str("::");
            key.push_str(&without_raw(&Ident::parse_any(input)?));
        }
        let mut value = None;
        if input.peek(Token![=]) {
            input.parse::<Token![=]>()?;
            value = Some(input.parse()?);
        } else if input.peek(syn::token::Paren) {
            let content;
            syn::parenthesized!(content in input);
            content.parse::<TokenStream>()?;
        }
        Ok(Self { key, key_span, value })
    }
}

impl Parse for Value {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        if input.peek(Lit) {
            let literal = input.parse::<Lit>()?;
            return Ok(Self { span: literal.span(), literal: Literal::from(&literal) });
        }
        let expression = input.parse::<Expr>()?;
        let span = syn::spanned::Spanned::span(&expression);
        let literal = match &expression {
            Expr::Path(path) => path.path.segments.last().map(|last| Literal::Name(without_raw(&last.ident))),
            other => Literal::of(other),
        };
        Ok(Self { literal: literal.unwrap_or(Literal::Other), span })
    }
}

impl From<&Lit> for Literal {
    fn from(literal: &Lit) -> Self {
        match literal {
            Lit::Str(text) => Self::Text(text.value()),
            Lit::Char(character) => Self::Text(character.value().to_string()),
            Lit::Int(number) => Self::Integer(number.base10_digits().to_owned()),
            Lit::Float(number) => Self::Number(number.base10_digits().to_owned()),
            Lit::Bool(value) => Self::Boolean(value.value),
            _ => Self::Other,
        }
    }
}

impl Literal {
    /// The literal that an expression is, through parentheses and a minus sign.
    pub(crate) fn of(expression: &Expr) -> Option<Self> {
        match expression {
            Expr::Lit(literal) => Some(Self::from(&literal.lit)).filter(|literal| *literal != Self::Other),
            Expr::Paren(inner) => Self::of(&inner.expr),
            Expr::Group(inner) => Self::of(&inner.expr),
            Expr::Unary(unary) if matches!(unary.op, syn::UnOp::Neg(_)) => match Self::of(&unary.expr)? {
                Self::Integer(digits) => Some(Self::Integer(format!("-{digits}"))),
                Self::Number(digits) => Some(Self::Number(format!("-{digits}"))),
                Self::Text(_) | Self::Boolean(_) | Self::Name(_) | Self::Other => None,
            },
            _ => None,
        }
    }
}

/// The identifier without `r#`.
pub(crate) fn without_raw(ident: &Ident) -> String {
    ident.unraw().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(source: &str) -> (Arguments, Vec<Note>) {
        let item: syn::ItemStruct = syn::parse_str(&format!("{source} struct Model;")).expect("a struct");
        let mut notes = Vec::new();
        let arguments = Arguments::read(&item.attrs, &mut notes);
        (arguments, notes)
    }

    #[test]
    fn every_attribute_counts_and_the_last_word_wins() {
        for (source, key, expected) in [
            (r#"#[sea_orm(column_name = "a")]"#, "column_name", Some(Literal::Text("a".into()))),
            (r#"#[sea_orm(unique)] #[sea_orm(column_name = "b")]"#, "column_name", Some(Literal::Text("b".into()))),
            (r#"#[sea_orm(a = "1", a = "2")]"#, "a", Some(Literal::Text("2".into()))),
            ("#[sea_orm(default_value = -1_000i64)]", "default_value", Some(Literal::Integer("-1000".into()))),
            ("#[sea_orm(default_value = 78u32)]", "default_value", Some(Literal::Integer("78".into()))),
            ("#[sea_orm(default_value = -1.5)]", "default_value", Some(Literal::Number("-1.5".into()))),
            ("#[sea_orm(default_value = 'c')]", "default_value", Some(Literal::Text("c".into()))),
            ("#[sea_orm(default_value = true)]", "default_value", Some(Literal::Boolean(true))),
            ("#[sea_orm(default_value = b\"x\")]", "default_value", Some(Literal::Other)),
            ("#[sea_orm(key = some::call(1), unique)]", "key", Some(Literal::Other)),
            (r##"#[sea_orm(t = r#"custom("x")"#)]"##, "t", Some(Literal::Text("custom(\"x\")".into()))),
            ("#[sea_orm(limbeck::check = \"x\")]", "limbeck::check", Some(Literal::Text("x".into()))),
            ("#[sea_orm(unique)]", "unique", None),
            ("#[cfg_attr(any(), sea_orm(a = 1))]", "a", None),
            ("#[cfg_attr(all(), sea_orm(a = 1))]", "a", Some(Literal::Integer("1".into()))),
            ("#[cfg_attr(feature = \"x\", sea_orm(a = 1))]", "a", Some(Literal::Integer("1".into()))),
        ] {
            let (arguments, _) = read(source);
            assert_eq!(arguments.value(key).map(|value| value.literal.clone()), expected, "{source}");
        }
    }

    #[test]
    fn commas_may_be_missing() {
        let (arguments, notes) = read("#[sea_orm(belongs_to = \"Entity\"\n from = \"a\"\n to = \"b\" skip_fk)]");
        assert_eq!(notes, []);
        for key in ["belongs_to", "from", "to", "skip_fk"] {
            assert!(arguments.has(key), "{key}");
        }
    }

    #[test]
    fn what_cannot_be_read_is_told() {
        for (source, message, line) in [
            ("#[sea_orm(unique, = 3)]", "cannot be read", 1),
            ("#[sea_orm(\nunique = )]", "cannot be read", 2),
            ("#[cfg_attr(feature = \"pg\", sea_orm(unique))]", "feature = \"pg\"", 1),
        ] {
            let (_, notes) = read(source);
            assert_eq!(notes.len(), 1, "{source}");
            assert!(notes[0].fault.message.contains(message), "{source}: {}", notes[0].fault.message);
            assert_eq!(notes[0].at.line, line, "{source}");
        }
    }

    #[test]
    fn unknown_keys_are_told_with_what_was_meant() {
        let (arguments, mut notes) = read("#[sea_orm(primary_key, default_vaule = 1, string_len = 3)]");
        arguments.warn_of_unknown(FIELD_KEYS, &mut notes);
        let helps: Vec<_> = notes.iter().map(|note| note.fault.help.as_deref()).collect();
        assert_eq!(helps, [Some("did you mean `default_value`?"), None]);
    }
}

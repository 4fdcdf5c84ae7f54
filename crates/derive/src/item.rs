//! The hints of a struct or enum, found without a parser: what cannot be walked is passed over, since rustc tells of it.

use limbeck_hints::{Mistake, visible};
use proc_macro2::{Delimiter, Group, Ident, Literal, Punct, Spacing, Span, TokenStream, TokenTree};

/// What hints stand at.
#[derive(Clone, Copy)]
enum Place {
    Table,
    Column,
    Relation,
    Enumeration,
    Label,
    /// None are read here; where they belong.
    Nothing(&'static str),
}

/// `compile_error!` for every mistake in the hints of an item.
pub(crate) fn errors(item: TokenStream) -> TokenStream {
    mistakes(item).into_iter().flat_map(|mistake| error(&mistake)).collect()
}

/// Every mistake in the hints of an item.
fn mistakes(item: TokenStream) -> Vec<Mistake> {
    let mut found = Vec::new();
    let (attributes, rest) = attributes(visible(item));
    let mut rest = rest.into_iter().skip_while(|tree| !is_word(tree, &["struct", "enum"]));
    let is_enum = rest.next().is_some_and(|tree| is_word(&tree, &["enum"]));
    let name = rest.next().map(|tree| tree.to_string()).unwrap_or_default();
    let body = rest.find_map(|tree| match tree {
        TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => Some(group.stream()),
        _ => None,
    });
    let (own, inner) = match (is_enum, name.as_str()) {
        (false, _) => (Place::Table, Place::Column),
        (true, "Relation") => (Place::Nothing("write those of a foreign key at its variant"), Place::Relation),
        (true, "Column") => (
            Place::Nothing("write those of a column at its variant, those of the table at `Entity` or `Model`"),
            Place::Column,
        ),
        (true, _) => (Place::Enumeration, Place::Label),
    };
    read(attributes, own, &mut found);
    for member in members(body.unwrap_or_default()) {
        let (attributes, rest) = self::attributes(member);
        let place = if !is_enum && is_relation(&rest) { Place::Relation } else { inner };
        read(attributes, place, &mut found);
    }
    found
}

fn read(attributes: Vec<Group>, place: Place, found: &mut Vec<Mistake>) {
    for attribute in attributes {
        let tokens = attribute.stream();
        let result = match place {
            Place::Table => limbeck_hints::table(tokens).map(|_| ()),
            Place::Column => limbeck_hints::column(tokens).map(|_| ()),
            Place::Relation => limbeck_hints::relation(tokens).map(|_| ()),
            Place::Enumeration => limbeck_hints::enumeration(tokens).map(|_| ()),
            Place::Label => limbeck_hints::label(tokens).map(|_| ()),
            Place::Nothing(help) => Err(vec![Mistake {
                span: attribute.span(),
                message: "Limbeck knows no hints here".to_owned(),
                help: Some(help.to_owned()),
            }]),
        };
        found.extend(result.err().into_iter().flatten());
    }
}

/// The insides of the `#[limbeck(..)]` that an item begins with, and what follows all its attributes.
fn attributes(trees: Vec<TokenTree>) -> (Vec<Group>, Vec<TokenTree>) {
    let mut hints = Vec::new();
    let mut trees = trees.into_iter().peekable();
    while matches!(trees.peek(), Some(TokenTree::Punct(punct)) if punct.as_char() == '#') {
        trees.next();
        if let Some(TokenTree::Group(group)) = trees.peek() {
            let inner = visible(group.stream());
            if let [TokenTree::Ident(name), TokenTree::Group(hint)] = inner.as_slice()
                && name == "limbeck"
            {
                hints.push(hint.clone());
            }
            trees.next();
        }
    }
    (hints, trees.collect())
}

/// The fields or variants of a body, each whole up to its type's first comma.
///
/// A comma in angle brackets parts a type, too: no attribute stands there, and what says whether it is a relation comes before. Counting the brackets
/// would be wrong where they are operators: `A = 1 << 3`.
fn members(body: TokenStream) -> Vec<Vec<TokenTree>> {
    let trees = visible(body);
    let is_comma = |tree: &TokenTree| matches!(tree, TokenTree::Punct(punct) if punct.as_char() == ',');
    trees.split(is_comma).map(<[TokenTree]>::to_vec).collect()
}

/// Whether a field's type is one of SeaORM's relations: the last name of its path before any `<`.
fn is_relation(field: &[TokenTree]) -> bool {
    let after_colon = field.iter().position(
        |tree| matches!(tree, TokenTree::Punct(punct) if punct.as_char() == ':' && punct.spacing() == Spacing::Alone),
    );
    let path = field.iter().skip(after_colon.map_or(field.len(), |at| at + 1));
    let names = path.take_while(|tree| !matches!(tree, TokenTree::Punct(punct) if punct.as_char() == '<'));
    names
        .filter(|tree| matches!(tree, TokenTree::Ident(_)))
        .last()
        .is_some_and(|last| is_word(last, &["BelongsTo", "HasOne", "HasMany"]))
}

fn is_word(tree: &TokenTree, words: &[&str]) -> bool {
    matches!(tree, TokenTree::Ident(ident) if words.iter().any(|word| ident == word))
}

/// `::core::compile_error! { "message" }`, all of it at the mistake.
fn error(mistake: &Mistake) -> TokenStream {
    let span = mistake.span;
    let message = match &mistake.help {
        Some(help) => format!("{}; {help}", mistake.message),
        None => mistake.message.clone(),
    };
    let mut literal = Literal::string(&message);
    literal.set_span(span);
    let mut group = Group::new(Delimiter::Brace, TokenTree::Literal(literal).into());
    group.set_span(span);
    let mut trees = path(span, "core");
    trees.extend(path(span, "compile_error"));
    trees.push(punct('!', Spacing::Alone, span));
    trees.push(TokenTree::Group(group));
    trees.into_iter().collect()
}

fn path(span: Span, name: &str) -> Vec<TokenTree> {
    vec![punct(':', Spacing::Joint, span), punct(':', Spacing::Alone, span), TokenTree::Ident(Ident::new(name, span))]
}

fn punct(c: char, spacing: Spacing, span: Span) -> TokenTree {
    let mut punct = Punct::new(c, spacing);
    punct.set_span(span);
    TokenTree::Punct(punct)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn messages(source: &str) -> Vec<String> {
        let tokens: TokenStream = source.parse().expect(source);
        mistakes(tokens).into_iter().map(|mistake| mistake.message).collect()
    }

    #[test]
    fn every_hint_is_held_against_its_place() {
        for (source, expected) in [
            ("#[limbeck(comment = \"x\")] pub struct Model { pub a: i32 }", vec![]),
            ("#[limbeck(collation = \"x\")] struct Model { a: i32 }", vec!["unknown key `collation`"]),
            ("struct Entity;", vec![]),
            ("#[limbeck(ignore)] pub struct Entity;", vec![]),
            (
                "struct Model { #[limbeck(collation = \"x\")] a: HashMap<i32, i32>, #[limbeck(colation = \"x\")] b: i32 }",
                vec!["unknown key `colation`"],
            ),
            (
                "struct Model { #[other] #[limbeck(name = \"x\", deferrable)] pub a: BelongsTo<Option<super::b::Entity>> }",
                vec![],
            ),
            ("struct Model { #[limbeck(name = \"x\")] pub a: Option<super::b::Entity> }", vec!["unknown key `name`"]),
            (
                "struct Model { #[limbeck(index)] pub a: sea_orm::HasMany<super::b::Entity>, pub f: fn(i32) -> Vec<i32>, #[limbeck(x)] z: i32 }",
                vec!["unknown key `index`", "unknown key `x`"],
            ),
            ("enum Relation { #[limbeck(name = \"x\")] A, #[limbeck(unique)] B }", vec!["unknown key `unique`"]),
            ("enum Column { #[limbeck(unique)] A { x: i32 }, #[limbeck(name = \"x\")] B }", vec!["unknown key `name`"]),
            ("#[limbeck(schema = \"x\")] pub enum Mood { #[limbeck(ignore)] A }", vec!["unknown key `ignore`"]),
            (
                "pub enum Mood { #[limbeck(renamed_from = \"x\")] A, #[limbeck(renamed_form = \"x\")] B }",
                vec!["unknown key `renamed_form`"],
            ),
            ("#[limbeck(renamed_from = \"x\")] pub enum Mood { A }", vec!["unknown key `renamed_from`"]),
            ("#[limbeck(index)] enum Relation { A }", vec!["Limbeck knows no hints here"]),
            ("#[limbeck(ignore)] enum Column { A }", vec!["Limbeck knows no hints here"]),
            ("enum Column { A = 1 << 3, #[limbeck(x)] B = 2 }", vec!["unknown key `x`"]),
            (
                "struct Model<T: Into<i32>, const N: usize> where T: Copy { a: A<B<C, 3>, { 1 > 0 }>, #[limbeck(x)] pub(in crate::a) b: T, #[limbeck(y)] r#type: Map<A, HasOne<B>> }",
                vec!["unknown key `x`", "unknown key `y`"],
            ),
            (
                "struct Model { #[limbeck(name = \"x\")] pub a: ::sea_orm::HasOne<A, B>, #[limbeck(name = \"x\")] b:BelongsTo<A> }",
                vec![],
            ),
            (
                "#[limbeck(x)] #[serde(y)] #[limbeck(z)] struct Model(#[limbeck(q)] i32);",
                vec!["unknown key `x`", "unknown key `z`"],
            ),
            ("# struct", vec![]),
            ("#[limbeck(x)]", vec!["unknown key `x`"]),
            (
                "struct Model { #, #[limbeck(x)], : , <<>> -> , #[limbeck(y)] }",
                vec!["unknown key `x`", "unknown key `y`"],
            ),
            ("#[limbeck] #[limbeck = 3] #[cfg_attr(any(), limbeck(nothing))] struct Model { a: i32 }", vec![]),
            ("fn f() {}", vec![]),
            ("", vec![]),
        ] {
            assert_eq!(messages(source), expected, "{source}");
        }
    }

    #[test]
    fn an_error_is_a_call_of_compile_error() {
        let tokens: TokenStream = "#[limbeck(indx)] struct Model;".parse().expect("tokens");
        let text = errors(tokens).to_string().replace(' ', "");
        assert_eq!(text, "::core::compile_error!{\"unknownkey`indx`;didyoumean`index`?\"}");
    }

    #[test]
    fn an_error_stands_at_the_token() {
        for (source, token) in [
            ("#[limbeck(indx)] struct Model;", "indx"),
            ("struct Model { #[limbeck(collation = 3)] a: i32 }", "3"),
            ("enum Mood { #[limbeck(ignore)] A }", "ignore"),
            ("#[limbeck(ignore)] enum Column { A }", "(ignore)"),
        ] {
            for tree in errors(source.parse().expect(source)) {
                // The text is that of the source, which the compiler underlines.
                assert_eq!(tree.span().source_text().as_deref(), Some(token), "{source}");
            }
        }
    }
}

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
    Nothing,
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
    let (own, variants) = match (is_enum, name.as_str()) {
        (false, _) => (Place::Table, Place::Nothing),
        (true, "Relation") => (Place::Nothing, Place::Relation),
        (true, "Column") => (Place::Nothing, Place::Column),
        (true, _) => (Place::Enumeration, Place::Nothing),
    };
    read(attributes, own, &mut found);
    for member in members(body.unwrap_or_default()) {
        let (attributes, rest) = self::attributes(member);
        let place = match (is_enum, is_relation(&rest)) {
            (true, _) => variants,
            (false, true) => Place::Relation,
            (false, false) => Place::Column,
        };
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
            Place::Nothing => Err(vec![Mistake {
                span: attribute.span(),
                message: "Limbeck knows no hints here".to_owned(),
                help: None,
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

/// The fields or variants of a body: what stands between commas, those in angle brackets aside.
fn members(body: TokenStream) -> Vec<Vec<TokenTree>> {
    let mut members = vec![Vec::new()];
    let mut depth = 0_usize;
    let mut after_dash = false;
    for tree in visible(body) {
        if let TokenTree::Punct(punct) = &tree {
            match punct.as_char() {
                '<' => depth += 1,
                // The arrow of a function's type closes nothing.
                '>' if !after_dash => depth = depth.saturating_sub(1),
                ',' if depth == 0 => {
                    members.push(Vec::new());
                    continue;
                }
                _ => {}
            }
        }
        after_dash = matches!(&tree, TokenTree::Punct(punct) if punct.as_char() == '-');
        if let Some(last) = members.last_mut() {
            last.push(tree);
        }
    }
    members
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
            ("#[limbeck(schema = \"x\")] pub enum Mood { #[limbeck(ignore)] A }", vec!["Limbeck knows no hints here"]),
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
}

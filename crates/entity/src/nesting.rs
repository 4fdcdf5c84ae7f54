//! A guard for the parser, which is recursive: a text that would need more of the stack than there is ends the whole program.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use syn::parse::Parse;

/// How deep brackets may stand in each other. Hand-written Rust stays far below.
const DEEPEST: usize = 200;

/// How many tokens may follow each other without a comma, semicolon or block: chains of calls and operators nest too.
const LONGEST: usize = 4_000;

/// Parses a text that an attribute holds; `None` where it is not a `T`, or is nested too deep.
pub(crate) fn parse<T: Parse>(text: &str) -> Option<T> {
    if is_too_deep(text) { None } else { syn::parse_str(text).ok() }
}

/// Whether the text is nested deeper than the parser can follow.
pub(crate) fn is_too_deep(text: &str) -> bool {
    is_suspect(text) && text.parse::<TokenStream>().is_ok_and(|tokens| exceeds(tokens, 0))
}

/// The same of tokens.
pub(crate) fn tokens_are_too_deep(tokens: TokenStream) -> bool {
    exceeds(tokens, 0)
}

/// A quick look that takes strings and comments for code: true for a few harmless texts, false for nearly all.
fn is_suspect(text: &str) -> bool {
    let (mut depth, mut run) = (0_usize, 0_usize);
    text.bytes().any(|byte| {
        run += 1;
        match byte {
            b'(' | b'[' | b'{' => depth += 1,
            b')' | b']' | b'}' => depth = depth.saturating_sub(1),
            b',' | b';' => run = 0,
            _ => {}
        }
        depth > DEEPEST || run > LONGEST
    })
}

fn exceeds(tokens: TokenStream, depth: usize) -> bool {
    if depth > DEEPEST {
        return true;
    }
    let mut run = 0;
    let mut after_block = false;
    for tree in tokens {
        // A block ends a chain, unless `else` goes on with it.
        if after_block && !matches!(&tree, TokenTree::Ident(ident) if ident == "else") {
            run = 0;
        }
        after_block = matches!(&tree, TokenTree::Group(group) if group.delimiter() == Delimiter::Brace);
        run += 1;
        match tree {
            TokenTree::Punct(punct) if matches!(punct.as_char(), ',' | ';') => run = 0,
            TokenTree::Group(group) if exceeds(group.stream(), depth + 1) => return true,
            _ => {}
        }
        if run > LONGEST {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_would_end_the_program_is_too_deep() {
        let nested = |open: &str, inner: &str, close: &str, times: usize| {
            format!("{}{inner}{}", open.repeat(times), close.repeat(times))
        };
        for (name, text, expected) in [
            ("plain", "struct A { a: i32 }".to_owned(), false),
            ("brackets", nested("(", "1", ")", 100_000), true),
            ("fewer brackets", nested("(", "1", ")", 150), false),
            ("brackets in strings", format!("{:?}", "(".repeat(1_000)), false),
            ("types in types", nested("Option<", "i32", ">", 100_000), true),
            ("operators", format!("{}1", "!".repeat(100_000)), true),
            ("calls", format!("x{}", ".a()".repeat(100_000)), true),
            ("else if", format!("if a {{}} {}", "else if b {}".repeat(10_000)), true),
            ("many structs", "struct A { a: i32 }".repeat(10_000), false),
            ("a long list", "1,".repeat(100_000), false),
            ("a long comment", format!("/* {} */ struct A;", "word ".repeat(10_000)), false),
        ] {
            assert_eq!(is_too_deep(&text), expected, "{name}");
        }
    }
}

//! Tokens as source text.

use proc_macro2::{TokenStream, TokenTree};
use quote::quote;

use super::RenderError;

/// A whole item, formatted.
///
/// # Errors
/// `Syntax`, naming `what`, if the tokens are no item.
pub(crate) fn item(what: &str, tokens: TokenStream) -> Result<String, RenderError> {
    let file: syn::File = syn::parse2(tokens)
        .map_err(|error| RenderError::Syntax { item: what.to_owned(), reason: error.to_string() })?;
    Ok(prettyplease::unparse(&file))
}

/// A statement, formatted and indented as it stands in a function.
///
/// # Errors
/// As [`item`].
pub(super) fn statement(what: &str, tokens: TokenStream) -> Result<String, RenderError> {
    let literal_has_lines = has_lines(&tokens);
    let function = item(what, quote! { fn upgrade(op: &mut Op) { #tokens } })?;
    let body = function.split_once('\n').map_or("", |(_, body)| body);
    let body = body.trim_end().strip_suffix('}').unwrap_or(body);
    // Lines within a literal must not be moved.
    Ok(if literal_has_lines { body.to_owned() } else { without_step(body) })
}

/// `prettyplease` indents a first call that has several lines twice, and all behind it once; `rustfmt` does not.
fn without_step(body: &str) -> String {
    const ONCE: &str = "    ";
    let (first, rest) = body.split_once('\n').unwrap_or((body, ""));
    if !first.ends_with('(') || !rest.starts_with(&ONCE.repeat(3)) {
        return body.to_owned();
    }
    let mut moved = format!("{first}\n");
    for line in rest.lines() {
        moved.push_str(line.strip_prefix(ONCE).unwrap_or(line));
        moved.push('\n');
    }
    moved
}

/// Whether a literal spans lines.
fn has_lines(tokens: &TokenStream) -> bool {
    tokens.clone().into_iter().any(|token| match token {
        TokenTree::Group(group) => has_lines(&group.stream()),
        TokenTree::Literal(literal) => literal.to_string().contains('\n'),
        TokenTree::Ident(_) | TokenTree::Punct(_) => false,
    })
}

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// The tokens as they are written: without the invisible brackets that a declarative macro puts around what it pastes.
///
/// The compiler passes `#[limbeck(check = $rule)]` on with them, and what is in them means the same as without.
pub fn visible(tokens: TokenStream) -> Vec<TokenTree> {
    let mut seen = Vec::new();
    let mut open = vec![tokens.into_iter()];
    while let Some(innermost) = open.last_mut() {
        match innermost.next() {
            None => {
                open.pop();
            }
            Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::None => {
                open.push(group.stream().into_iter());
            }
            Some(tree) => seen.push(tree),
        }
    }
    seen
}

#[cfg(test)]
mod tests {
    use proc_macro2::Group;

    use super::*;

    fn invisible(tokens: TokenStream) -> TokenStream {
        TokenTree::Group(Group::new(Delimiter::None, tokens)).into()
    }

    #[test]
    fn invisible_brackets_fall_away_and_others_stay() {
        let mut tokens: TokenStream = "check =".parse().expect("tokens");
        tokens.extend(invisible(invisible("\"id > 0\", (a)".parse().expect("tokens"))));
        tokens.extend(invisible(TokenStream::new()));
        let shown: Vec<_> = visible(tokens).iter().map(ToString::to_string).collect();
        assert_eq!(shown, ["check", "=", "\"id > 0\"", ",", "(a)"]);
    }
}

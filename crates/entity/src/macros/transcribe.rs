//! The body of a rule with its variables filled in.

use proc_macro2::{Group, Span, TokenStream, TokenTree};

use super::{
    matching::{Binding, Bindings},
    rules::Piece,
};

/// Writes a body. The tokens of the body itself take the place of the call, those of its variables keep theirs.
pub(super) fn transcribe(pieces: &[Piece], bindings: &Bindings, call: Span, budget: &mut usize) -> Option<TokenStream> {
    let mut out: Vec<TokenTree> = Vec::new();
    for piece in pieces {
        *budget = budget.checked_sub(1)?;
        match piece {
            Piece::Token(tree) => {
                let mut tree = tree.clone();
                tree.set_span(call);
                out.push(tree);
            }
            Piece::Group(delimiter, inner) => {
                let mut group = Group::new(*delimiter, transcribe(inner, bindings, call, budget)?);
                group.set_span(call);
                out.push(TokenTree::Group(group));
            }
            Piece::Variable(name, _) => match bindings.get(name) {
                Some(Binding::One(tokens)) => {
                    let tokens: Vec<_> = tokens.clone().into_iter().collect();
                    *budget = budget.checked_sub(tokens.len())?;
                    out.extend(tokens);
                }
                // A variable that repeats, outside of a repetition, or one that is not bound.
                Some(Binding::Many(_)) | None => return None,
            },
            Piece::Repeat(inner, separator, _) => {
                for (at, own) in each(inner, bindings)?.into_iter().enumerate() {
                    if let Some(separator) = separator.as_ref().filter(|_| at > 0) {
                        out.push(separator.clone());
                    }
                    out.extend(transcribe(inner, &own, call, budget)?);
                }
            }
        }
    }
    Some(out.into_iter().collect())
}

/// The bindings of each repetition, told by the variables in it.
fn each(pieces: &[Piece], bindings: &Bindings) -> Option<Vec<Bindings>> {
    let mut names = Vec::new();
    repeating(pieces, bindings, &mut names);
    let lengths = names.iter().filter_map(|name| match bindings.get(name) {
        Some(Binding::Many(times)) => Some(times.len()),
        _ => None,
    });
    let length = lengths.max()?;
    let of = |at: usize| {
        let mut own = bindings.clone();
        for name in &names {
            if let Some(Binding::Many(times)) = bindings.get(name) {
                own.insert(name.clone(), times.get(at)?.clone());
            }
        }
        Some(own)
    };
    (0..length).map(of).collect()
}

fn repeating(pieces: &[Piece], bindings: &Bindings, names: &mut Vec<String>) {
    for piece in pieces {
        match piece {
            Piece::Variable(name, _) if matches!(bindings.get(name), Some(Binding::Many(_))) => {
                names.push(name.clone())
            }
            Piece::Variable(..) | Piece::Token(_) => {}
            Piece::Repeat(inner, ..) | Piece::Group(_, inner) => repeating(inner, bindings, names),
        }
    }
}

use proc_macro2::TokenStream;
use quote::quote;

use super::Head;
use crate::render::{RenderError, comment, literal, source};

/// The head as a file begins with it.
///
/// # Errors
/// `Syntax`, which is a defect.
pub(crate) fn write(head: &Head) -> Result<String, RenderError> {
    let mut text = String::new();
    for line in head.message.trim().lines() {
        comment(&mut text, "//!", &prose(line));
    }
    comment(&mut text, "//!", "");
    comment(&mut text, "//!", &format!("Created {}", head.created));
    text.push_str("\nuse limbeck::prelude::*;\n\n");
    text.push_str(&constant(head)?);
    Ok(text)
}

/// The constant alone, with its line end.
///
/// # Errors
/// `Syntax`, which is a defect.
fn constant(head: &Head) -> Result<String, RenderError> {
    let id = literal::text(&head.id);
    let call = |ids: &[String], call: TokenStream| {
        let list = literal::list(ids);
        (!ids.is_empty()).then(|| quote!(.#call(&#list)))
    };
    let revises = call(&head.parents, quote!(revises));
    let depends_on = call(&head.dependencies, quote!(depends_on));
    let labels = call(&head.labels, quote!(branch_labels));
    let replaces = call(&head.replaces, quote!(replaces));
    let constant = quote! {
        pub const REVISION: Revision = Revision::new(#id) #revises #depends_on #labels #replaces .steps(upgrade, downgrade);
    };
    source::item("the constant `REVISION`", constant)
}

/// A line of a message as a line of documentation that is no code: rustdoc would compile an indented or fenced line as an example.
fn prose(line: &str) -> String {
    let line = line.trim();
    if line.starts_with("```") || line.starts_with("~~~") { format!("\\{line}") } else { line.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_is_prose() {
        for (line, expected) in [
            ("plain ", "plain"),
            ("    indented", "indented"),
            ("```", "\\```"),
            (" ~~~rust", "\\~~~rust"),
            ("a ``` within", "a ``` within"),
            ("", ""),
        ] {
            assert_eq!(prose(line), expected, "{line}");
        }
    }
}

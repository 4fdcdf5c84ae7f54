//! What stands above the functions: message, time, import, the `REVISION` constant.

use quote::quote;

use super::{RenderError, RevisionFile, literal, source};

/// The head of a revision file.
///
/// # Errors
/// `Syntax`, which is a defect.
pub(super) fn head(file: &RevisionFile<'_>) -> Result<String, RenderError> {
    let mut text = String::new();
    let message = file.message.trim();
    for line in if message.is_empty() { "empty message" } else { message }.lines() {
        comment(&mut text, "//!", &prose(line));
    }
    comment(&mut text, "//!", "");
    comment(&mut text, "//!", &format!("Created {}", file.created));
    text.push_str("\nuse limbeck::prelude::*;\n\n");

    let id = literal::text(file.id);
    let revises = (!file.parents.is_empty()).then(|| {
        let parents = literal::list(file.parents);
        quote!(.revises(&#parents))
    });
    let constant = quote! {
        pub const REVISION: Revision = Revision::new(#id) #revises .steps(upgrade, downgrade);
    };
    text.push_str(&source::item("the constant `REVISION`", constant)?);
    Ok(text)
}

/// A line of a message as a line of documentation that is no code: rustdoc would compile an indented or fenced line as an example.
fn prose(line: &str) -> String {
    let line = line.trim();
    if line.starts_with("```") || line.starts_with("~~~") { format!("\\{line}") } else { line.to_owned() }
}

/// A line of a comment. A character that would end the line, or that rustc refuses in comments, is spelt out.
pub(super) fn comment(text: &mut String, mark: &str, line: &str) {
    text.push_str(mark);
    let line = line.trim_end();
    if !line.is_empty() {
        text.push(' ');
    }
    for c in line.chars() {
        let breaks = matches!(c, '\u{2028}' | '\u{2029}');
        let turns = matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        if c.is_control() || breaks || turns {
            text.extend(c.escape_default());
        } else {
            text.push(c);
        }
    }
    text.push('\n');
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

    #[test]
    fn a_comment_is_one_line_of_what_it_shows() {
        for (line, expected) in [
            ("plain", "// plain\n"),
            ("", "//\n"),
            ("a\nb\rc", "// a\\nb\\rc\n"),
            ("tür\u{202e}\u{2028}.", "// tür\\u{202e}\\u{2028}.\n"),
        ] {
            let mut text = String::new();
            comment(&mut text, "//", line);
            assert_eq!(text, expected, "{line:?}");
        }
    }
}

//! Lines of comments.

/// A line of a comment. A character that would end the line, or that rustc refuses in comments, is spelt out.
pub(crate) fn comment(text: &mut String, mark: &str, line: &str) {
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

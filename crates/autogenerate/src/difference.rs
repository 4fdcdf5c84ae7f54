//! What differs between two texts, line by line: a table's statements before and after.

use similar::{ChangeTag, TextDiff};

/// How many equal lines stand around a difference.
const AROUND: usize = 3;

/// What a line of a difference is, by which the command line colours it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineKind {
    /// The name of a text: `--- animals` or `+++ animals`.
    Name,
    /// Where the lines below stand: `@@ -1,3 +1,4 @@`.
    Place,
    /// A line of both texts.
    Both,
    /// A line of the previous text only.
    Previous,
    /// A line of the next text only.
    Next,
}

/// A line of a unified difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What it is.
    pub kind: LineKind,
    /// The whole line with its mark, without an end of line.
    pub text: String,
}

/// The lines of the unified difference from `previous` to `next`, none if they are equal. `context` is what both are the text of, as `table animals`.
/// A missing end of the last line is no difference.
pub fn difference_lines(previous: &str, next: &str, context: &str) -> impl Iterator<Item = Line> {
    let line = |kind, text| Line { kind, text };
    let (previous, next): (Vec<&str>, Vec<&str>) = (previous.lines().collect(), next.lines().collect());
    let difference = TextDiff::from_slices(&previous, &next);
    let mut lines = Vec::new();
    for hunk in difference.unified_diff().context_radius(AROUND).iter_hunks() {
        if lines.is_empty() {
            lines.push(line(LineKind::Name, format!("--- {context}")));
            lines.push(line(LineKind::Name, format!("+++ {context}")));
        }
        lines.push(line(LineKind::Place, hunk.header().to_string()));
        lines.extend(hunk.iter_changes().map(|change| {
            let (kind, mark) = match change.tag() {
                ChangeTag::Equal => (LineKind::Both, ' '),
                ChangeTag::Delete => (LineKind::Previous, '-'),
                ChangeTag::Insert => (LineKind::Next, '+'),
            };
            line(kind, format!("{mark}{}", change.value()))
        }));
    }
    lines.into_iter()
}

/// The unified difference from `previous` to `next` as text without colours, empty if they are equal. `context` as in [`difference_lines`].
pub fn difference(previous: &str, next: &str, context: &str) -> String {
    difference_lines(previous, next, context).fold(String::new(), |mut text, line| {
        text.push_str(&line.text);
        text.push('\n');
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const BEFORE: &str = "CREATE TABLE animals (\n    id integer NOT NULL,\n    name text\n);\n";
    const AFTER: &str = "CREATE TABLE animals (\n    id bigint NOT NULL,\n    name text\n);";

    #[test]
    fn equal_texts_have_no_difference() {
        for (name, previous, next) in
            [("same", BEFORE, BEFORE), ("empty", "", ""), ("end of the last line", BEFORE, BEFORE.trim_end())]
        {
            assert_eq!(difference(previous, next, "animals"), "", "{name}");
        }
    }

    #[test]
    fn a_difference_names_its_text_and_its_lines() {
        let expected = "--- animals\n+++ animals\n@@ -1,4 +1,4 @@\n CREATE TABLE animals (\n-    id integer NOT NULL,\n\
                        +    id bigint NOT NULL,\n     name text\n );\n";
        assert_eq!(difference(BEFORE, AFTER, "animals"), expected);
    }

    #[test]
    fn every_line_has_its_kind() {
        use LineKind::{Both, Name, Next, Place, Previous};
        let kinds: Vec<_> = difference_lines(BEFORE, AFTER, "animals").map(|line| line.kind).collect();
        assert_eq!(kinds, [Name, Name, Place, Both, Previous, Next, Both, Both]);
    }

    #[test]
    fn what_appears_or_goes_is_a_difference_from_nothing() {
        assert_eq!(difference("", "a\n", "t"), "--- t\n+++ t\n@@ -0,0 +1 @@\n+a\n");
        assert_eq!(difference("a\n", "", "t"), "--- t\n+++ t\n@@ -1 +0,0 @@\n-a\n");
    }
}

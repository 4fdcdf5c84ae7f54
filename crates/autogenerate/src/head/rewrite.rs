use std::ops::Range;

use syn::{Expr, spanned::Spanned};

use super::{
    Head, HeadError,
    read::{constant, documentation},
};
use crate::render::literal;

impl Head {
    /// `text` with what this head says otherwise than the text does: the time, and the lists of the calls on `REVISION`. Only they are exchanged; a call
    /// that is missing is put behind `Revision::new(..)`. All else stays, byte for byte: comments, other calls, the layout. The id and the message are
    /// not changed.
    ///
    /// # Errors
    /// As [`Head::read`].
    pub fn rewrite(&self, text: &str) -> Result<String, HeadError> {
        let previous = Self::read(text)?;
        let (place, constant) = constant(text)?;
        let calls = Calls::of(&constant.expr);
        let mut edits: Vec<(Range<usize>, String)> = Vec::new();
        for (call, previous, next) in [
            ("revises", &previous.parents, &self.parents),
            ("depends_on", &previous.dependencies, &self.dependencies),
            ("branch_labels", &previous.labels, &self.labels),
            ("replaces", &previous.replaces, &self.replaces),
        ] {
            if previous == next {
                continue;
            }
            let (found, written) = match calls.arguments.iter().find(|(name, _)| name == call) {
                Some((_, argument)) => (argument.clone(), list(next)),
                None => (calls.new_ends..calls.new_ends, format!(".{call}({})", list(next))),
            };
            edits.push((place.start + found.start..place.start + found.end, written));
        }
        if let Some(time) = documentation(text).1.filter(|_| previous.created != self.created) {
            edits.push((time, self.created.clone()));
        }
        edits.sort_by_key(|(range, _)| range.start);
        let mut changed = text.to_owned();
        for (range, written) in edits.into_iter().rev() {
            changed.replace_range(range, &written);
        }
        Ok(changed)
    }
}

/// Where things stand in the constant, in bytes from its beginning.
#[derive(Default)]
struct Calls {
    /// The names of the calls, and the place of what stands in their brackets.
    arguments: Vec<(String, Range<usize>)>,
    /// Behind `Revision::new(..)`.
    new_ends: usize,
}

impl Calls {
    fn of(constant: &Expr) -> Self {
        let mut calls = Self::default();
        let mut expression = constant;
        while let Expr::MethodCall(call) = expression {
            let brackets = call.paren_token.span;
            let within = brackets.open().byte_range().end..brackets.close().byte_range().start;
            calls.arguments.push((call.method.to_string(), within));
            expression = &call.receiver;
        }
        calls.new_ends = expression.span().byte_range().end;
        calls
    }
}

/// The argument of a call with a list.
fn list(words: &[String]) -> String {
    let words: Vec<String> = words.iter().map(|word| literal::text(word).to_string()).collect();
    format!("&[{}]", words.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moved(text: &str) -> String {
        let mut head = Head::read(text).expect(text);
        head.parents = vec!["ffff".to_owned()];
        head.created = "2026-11-26 01:02:03 UTC".to_owned();
        let changed = head.rewrite(text).expect(text);
        assert_eq!(Head::read(&changed).expect(&changed).parents, head.parents, "{changed}");
        changed
    }

    #[test]
    fn nothing_but_what_changed_is_exchanged() {
        for (name, before, after) in [
            (
                "other functions, comments, a layout of one's own",
                "//! one\n//!\n//! Created 2026-01-02 10:00:00 UTC\n\n// \u{e9}\npub const REVISION: Revision = Revision::new(\"aa\")\n  // ticket 4711\n  .revises(&[\"bb\"]) // was cc\n  .depends_on( &[\"dd\"] )\n  .steps(up, |_| {}); // stays\n",
                "//! one\n//!\n//! Created 2026-11-26 01:02:03 UTC\n\n// \u{e9}\npub const REVISION: Revision = Revision::new(\"aa\")\n  // ticket 4711\n  .revises(&[\"ffff\"]) // was cc\n  .depends_on( &[\"dd\"] )\n  .steps(up, |_| {}); // stays\n",
            ),
            (
                "a root",
                "pub const REVISION: Revision = Revision::new(\"a\u{e9}\").steps(up, down);\n",
                "pub const REVISION: Revision = Revision::new(\"a\u{e9}\").revises(&[\"ffff\"]).steps(up, down);\n",
            ),
            (
                "no calls",
                "pub const REVISION: Revision = Revision::new(\"aa\");",
                "pub const REVISION: Revision = Revision::new(\"aa\").revises(&[\"ffff\"]);",
            ),
            (
                "a message that begins as the time does",
                "\u{feff}//! Created 2026-01-01 by hand\n//! Created 3 tables by hand\n//! Created 2026-01-02 10:00:00 UTC\npub const REVISION: Revision = Revision::new(\"aa\").revises(&[]);",
                "\u{feff}//! Created 2026-01-01 by hand\n//! Created 3 tables by hand\n//! Created 2026-11-26 01:02:03 UTC\npub const REVISION: Revision = Revision::new(\"aa\").revises(&[\"ffff\"]);",
            ),
            (
                "a message of a number, and no time",
                "//! one\r\n//! Created 3 tables by hand\r\npub const REVISION: Revision = Revision::new(\"aa\").revises(&[\"x\", \"y\"]);",
                "//! one\r\n//! Created 3 tables by hand\r\npub const REVISION: Revision = Revision::new(\"aa\").revises(&[\"ffff\"]);",
            ),
        ] {
            assert_eq!(moved(before), after, "{name}");
        }
    }

    #[test]
    fn a_head_that_says_the_same_changes_nothing() {
        let text = "//! one\n\npub const REVISION: Revision = Revision::new( \"aa\", ) .branch_labels(&[ \"x\", ]) . steps(up, down);";
        assert_eq!(Head::read(text).expect("a head").rewrite(text).as_deref(), Ok(text));
    }
}

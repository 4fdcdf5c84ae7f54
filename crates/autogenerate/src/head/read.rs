use std::ops::Range;

use syn::{Expr, ExprArray, ExprMethodCall, ItemConst, Lit, spanned::Spanned};

use super::Head;

/// Why the head of a file can't be read, and where.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{line}:{column}: {message}")]
pub struct HeadError {
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1, in characters.
    pub column: usize,
    /// What is wrong there.
    pub message: String,
}

impl Head {
    /// What a file says of itself. Nothing but its documentation and the constant `REVISION` is looked at: the rest need not even be Rust.
    ///
    /// # Errors
    /// There is no such constant, or it is not written as `Revision::new("..")` with calls of literals.
    pub fn read(text: &str) -> Result<Self, HeadError> {
        let (place, constant) = constant(text)?;
        let at = |spanned: &dyn Spanned, message: &str| error_at(text, &place, spanned, message);
        let (message, time) = documentation(text);
        let created = time.and_then(|time| text.get(time)).unwrap_or_default().to_owned();
        let mut head = Self { message, created, ..Self::default() };
        let mut expression = &*constant.expr;
        loop {
            match expression {
                Expr::MethodCall(call) => {
                    let list = match call.method.to_string().as_str() {
                        "revises" => Some(&mut head.parents),
                        "depends_on" => Some(&mut head.dependencies),
                        "branch_labels" => Some(&mut head.labels),
                        "replaces" => Some(&mut head.replaces),
                        _ => None,
                    };
                    if let Some(list) = list {
                        *list = literals(call)
                            .ok_or_else(|| at(&call.method, "has to have a list of literals: `&[\"..\"]`"))?;
                    }
                    expression = &call.receiver;
                }
                Expr::Call(call) => {
                    let id = call.args.first().and_then(literal);
                    head.id = id.ok_or_else(|| at(&call, "has to be `Revision::new` with a literal"))?;
                    return Ok(head);
                }
                other => return Err(at(&other, "has to be `Revision::new(\"..\")` and calls on it")),
            }
        }
    }
}

const BEGINNING: &str = "pub const REVISION";

/// The constant, and where it stands in the text.
pub(super) fn constant(text: &str) -> Result<(Range<usize>, ItemConst), HeadError> {
    let is_line_start = |at: usize| at == 0 || text.as_bytes().get(at - 1) == Some(&b'\n');
    let found = text.match_indices(BEGINNING).map(|(at, _)| at).find(|at| is_line_start(*at));
    let start =
        found.ok_or_else(|| error_in(text, 0, "there is no `pub const REVISION` at the beginning of a line"))?;
    let rest = text.get(start..).unwrap_or_default();
    // An id may have a semicolon in it; then the first one does not end the constant.
    const MOST: usize = 16;
    let mut reason = "it does not end".to_owned();
    for (at, _) in rest.match_indices(';').take(MOST) {
        let end = start + at + 1;
        match syn::parse_str::<ItemConst>(text.get(start..end).unwrap_or_default()) {
            Ok(constant) => return Ok((start..end, constant)),
            Err(error) => reason = error.to_string(),
        }
    }
    Err(error_in(text, start, &format!("the constant `REVISION` can't be read: {reason}")))
}

/// The literals of a call with a list of them.
fn literals(call: &ExprMethodCall) -> Option<Vec<String>> {
    let argument = call.args.first().filter(|_| call.args.len() == 1)?;
    let list = match argument {
        Expr::Reference(reference) => &*reference.expr,
        other => other,
    };
    let Expr::Array(ExprArray { elems, .. }) = list else { return None };
    elems.iter().map(literal).collect()
}

fn literal(expression: &Expr) -> Option<String> {
    match expression {
        Expr::Lit(literal) => match &literal.lit {
            Lit::Str(text) => Some(text.value()),
            _ => None,
        },
        _ => None,
    }
}

/// The message, and where the time of the line `Created 2026-11-22 10:14:03 UTC` stands in the text; the first line is always of the message.
pub(super) fn documentation(text: &str) -> (String, Option<Range<usize>>) {
    let mut next = text.len() - text.strip_prefix('\u{feff}').unwrap_or(text).len();
    let lines = text.get(next..).unwrap_or_default().split_inclusive('\n').map(|line| {
        let start = next + line.len() - line.trim_start().len();
        next += line.len();
        (start, line.trim())
    });
    let lines = lines.skip_while(|(_, line)| line.is_empty() || (line.starts_with("//") && !line.starts_with("//!")));
    let mut lines: Vec<(usize, &str)> =
        lines.map_while(|(start, line)| line.strip_prefix("//!").map(|line| (start + 3, line))).collect();
    let time = |(start, line): &(usize, &str)| {
        let time = line.trim_start().strip_prefix("Created ").filter(|time| is_time(time))?;
        Some(start + line.len() - time.len()..start + line.len())
    };
    let place = lines.iter().rposition(|line| time(line).is_some()).filter(|at| *at > 0);
    let time = place.and_then(|at| time(&lines.remove(at)));
    let lines: Vec<&str> = lines.into_iter().map(|(_, line)| line.trim()).collect();
    (lines.join("\n").trim().to_owned(), time)
}

/// Whether it begins as a date does, which the build script of a `migrations` crate goes by too: a message may have a line that begins with `Created`.
fn is_time(text: &str) -> bool {
    let date = text.as_bytes().iter().take(10);
    date.len() == 10
        && date.enumerate().all(|(at, byte)| if at == 4 || at == 7 { *byte == b'-' } else { byte.is_ascii_digit() })
}

/// An error at something within the constant.
fn error_at(text: &str, place: &Range<usize>, spanned: &dyn Spanned, message: &str) -> HeadError {
    // Spans count from the beginning of what was parsed, which is that of a line.
    let start = spanned.span().start();
    let lines_before = text.get(..place.start).unwrap_or_default().matches('\n').count();
    HeadError { line: lines_before + start.line, column: start.column + 1, message: message.to_owned() }
}

fn error_in(text: &str, offset: usize, message: &str) -> HeadError {
    let before = text.get(..offset).unwrap_or_default();
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    let column = before.get(line_start..).unwrap_or_default().chars().count() + 1;
    HeadError { line: before.matches('\n').count() + 1, column, message: message.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::{super::write, *};

    fn head() -> Head {
        let words = |text: &str| text.split_whitespace().map(str::to_owned).collect();
        Head {
            id: "7d3e9a41c0b2".to_owned(),
            parents: words("51d0b4c2aa9e 0aa1"),
            dependencies: words("mail"),
            labels: words("shop"),
            replaces: words("aa1 bb2"),
            message: "animals get registered_at\nand more".to_owned(),
            created: "2026-11-22 10:14:03 UTC".to_owned(),
        }
    }

    #[test]
    fn what_is_written_is_read_back() {
        for head in [
            head(),
            Head {
                id: "aa;1".to_owned(),
                message: "m".to_owned(),
                created: "2026-01-02".to_owned(),
                ..Head::default()
            },
        ] {
            let text = write::write(&head).expect("a head");
            assert_eq!(Head::read(&text), Ok(head), "{text}");
        }
    }

    #[test]
    fn the_rest_of_a_file_need_not_be_rust() {
        let text = "// A licence\n//! one\n\npub const REVISION: Revision = Revision::new(\"aa1\")\n    .steps(up, down);\n\nfn up(op: &mut Op { {{ \"\n";
        let read = Head::read(text).expect("a head");
        assert_eq!((read.id.as_str(), read.message.as_str(), read.created.as_str()), ("aa1", "one", ""));
    }

    #[test]
    fn what_can_not_be_read_is_named_with_its_place() {
        for (text, line, column, part) in [
            ("//! x\n", 1, 1, "there is no `pub const REVISION`"),
            ("\npub const REVISION: Revision = first();\n", 2, 32, "has to be `Revision::new` with a literal"),
            ("pub const REVISION: Revision = ID;", 1, 32, "has to be `Revision::new(\"..\")`"),
            (
                "pub const REVISION: Revision =\n    Revision::new(\"a\").revises(PARENTS);",
                2,
                24,
                "has to have a list of literals",
            ),
            ("pub const REVISION: Revision = Revision::new(\"a\")", 1, 1, "it does not end"),
            ("// x\npub const REVISION: Revision = Revision::new(\"a\";", 2, 1, "can't be read"),
        ] {
            let error = Head::read(text).expect_err(text);
            assert_eq!((error.line, error.column), (line, column), "{text}: {error}");
            assert!(error.message.contains(part), "{text}: {error}");
        }
    }
}

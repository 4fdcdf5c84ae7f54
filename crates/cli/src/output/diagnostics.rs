//! Problems of entities as the compiler draws its own: the line that each is about, and what to do.

use std::{
    collections::HashMap,
    fs,
    ops::Range,
    path::{Path, PathBuf},
};

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet, normalize_untrusted_str};
use limbeck_entity::{Opaque, Problem, Severity};
use limbeck_schema::ObjectName;

use crate::project::Project;

/// Prints problems on the standard error, with an empty line behind each.
pub(crate) fn print_problems(problems: &[Problem]) {
    for text in drawn(problems) {
        tell!("{text}\n");
    }
}

/// Prints problems that are the result, on the standard output.
pub(crate) fn print_refused(problems: &[Problem]) {
    for text in drawn(problems) {
        say!("{text}\n");
    }
}

/// A column that has to be made, and whose type the entities don't tell, as a problem of the entities.
pub(crate) fn refused(table: &ObjectName, column: &str, opaque: &Opaque) -> Problem {
    Problem {
        file: opaque.span.file.clone(),
        line: opaque.span.line,
        column: opaque.span.column,
        length: opaque.length,
        message: format!("`{table}.{column}` can't be made: {}", opaque.reason),
        help: Some(opaque.help.clone()).filter(|help| !help.is_empty()),
        severity: Severity::Error,
    }
}

/// Each problem in colours; where the source can't be read again, in a line.
fn drawn(problems: &[Problem]) -> Vec<String> {
    let mut files = Files::default();
    problems.iter().map(|problem| draw(problem, files.line(&problem.file, problem.line))).collect()
}

/// The texts of the files, each read once.
#[derive(Default)]
struct Files(HashMap<PathBuf, Option<String>>);

impl Files {
    /// A line by its number, without its end.
    fn line(&mut self, file: &Path, number: usize) -> Option<&str> {
        let text = self.0.entry(file.to_owned()).or_insert_with(|| fs::read_to_string(file).ok());
        // The parser counts without the mark.
        let text = text.as_deref()?.trim_start_matches('\u{feff}');
        Some(text.split('\n').nth(number.checked_sub(1)?)?.trim_end_matches('\r'))
    }
}

fn draw(problem: &Problem, line: Option<&str>) -> String {
    let file = Project::display(&problem.file);
    let found = line.and_then(|line| Some((line, span(line, problem.column, problem.length)?)));
    let Some((line, span)) = found else {
        return Problem { file: file.into(), ..problem.clone() }.to_string();
    };
    // The drawing has no place in an empty line.
    let line = if line.is_empty() { " " } else { line };
    let level = match problem.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let snippet = Snippet::source(line).line_start(problem.line).path(file);
    let snippet = snippet.annotation(AnnotationKind::Primary.span(span));
    let help = problem.help.as_deref().map(|help| Level::HELP.message(normalize_untrusted_str(help)));
    let group = level.primary_title(problem.message.as_str()).element(snippet).elements(help);
    Renderer::styled().render(&[group])
}

/// The bytes of `length` characters from a column, as far as the line has them; `None` where the column is not in the line, which is then another one than it
/// was.
fn span(line: &str, column: usize, length: usize) -> Option<Range<usize>> {
    let skipped = column.checked_sub(1)?;
    let mut bounds = line.char_indices().map(|(at, _)| at).chain([line.len()]).skip(skipped);
    let start = bounds.next()?;
    let end = bounds.take(length.max(1)).last().unwrap_or(start);
    Some(start..end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problem(line: usize, column: usize, length: usize) -> Problem {
        Problem {
            file: PathBuf::from("a.rs"),
            line,
            column,
            length,
            message: "no".to_owned(),
            help: Some("do".to_owned()),
            severity: Severity::Error,
        }
    }

    /// Without its colours.
    fn plain(text: &str) -> String {
        anstream::adapter::strip_str(text).to_string()
    }

    #[test]
    fn the_token_is_underlined() {
        for (name, line, column, length, marks) in [
            ("a token", "    pub city: Town,", 15, 4, "              ^^^^"),
            ("wide characters", "    größe: 長さ, x: Town", 17, 4, "                  ^^^^"),
            ("tabs", "\tcity: Town", 8, 4, "          ^^^^"),
            ("the end", "pub", 4, 1, "   ^"),
            ("beyond the end", "pub x", 5, 80, "    ^"),
            ("an empty line", "", 1, 1, "^"),
        ] {
            let text = plain(&draw(&problem(7, column, length), Some(line)));
            let shown: Vec<_> = text.lines().collect();
            assert_eq!(shown[0], "error: no", "{name}\n{text}");
            assert_eq!(shown[1], format!(" --> a.rs:7:{column}"), "{name}\n{text}");
            assert_eq!(shown[4].trim_end(), format!("  | {marks}"), "{name}\n{text}");
            assert_eq!(shown[shown.len() - 1].trim(), "= help: do", "{name}\n{text}");
        }
    }

    #[test]
    fn what_is_not_there_any_more_is_said_in_a_line() {
        for (name, column, line) in
            [("no file", 1, None), ("a short line", 9, Some("pub x")), ("no column", 0, Some("pub"))]
        {
            let text = plain(&draw(&problem(7, column, 1), line));
            assert_eq!(text, format!("error: a.rs:7:{column}: no\nhint: do"), "{name}");
        }
    }

    #[test]
    fn no_line_is_too_odd_to_be_drawn() {
        let lines = [
            String::new(),
            "\t".repeat(40),
            "x".repeat(3000),
            "長".repeat(3000),
            "\u{301}\u{200d}\u{202e}\u{1b}[31m\0\u{7}\r x".to_owned(),
            "👩‍👩‍👧‍👦 e\u{301} \u{feff}".repeat(200),
            format!("{}\ty: Ü,", "    a".repeat(200)),
        ];
        for line in &lines {
            let count = line.chars().count();
            for column in (1..=count + 1).step_by(count / 40 + 1) {
                for length in [0, 1, 7, count, usize::MAX] {
                    for number in [1, 99999] {
                        let text = draw(&problem(number, column, length), Some(line));
                        assert!(text.contains(&format!("a.rs:{number}:{column}")), "{line:?}, {column}: {text}");
                    }
                }
            }
        }
    }
}

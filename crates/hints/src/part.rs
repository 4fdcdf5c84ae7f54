//! A member of an index in SQL's words: `name desc nulls last`, `(lower(email)) text_pattern_ops`, `title(10)`.

use crate::{Mistake, Nulls, Part, PartTarget, Text};

/// Reads one.
pub(crate) fn parse(text: &Text) -> Result<Part, Mistake> {
    let fault = |message: String| {
        Mistake::new(text.span, message)
            .help("write `column`, `column desc nulls last`, `column operator_class`, `column(10)` or `(expression)`")
    };
    let source = text.value.trim();
    let (target, prefix, rest) = target(source).ok_or_else(|| fault(format!("`{source}` is no member of an index")))?;
    let mut part =
        Part { target, descending: false, nulls: None, operator_class: None, collation: None, prefix, span: text.span };
    let mut words = rest.split_whitespace();
    while let Some(word) = words.next() {
        match word.to_ascii_lowercase().as_str() {
            "asc" => {}
            "desc" => part.descending = true,
            "nulls" => {
                part.nulls = match words.next().map(str::to_ascii_lowercase).as_deref() {
                    Some("first") => Some(Nulls::First),
                    Some("last") => Some(Nulls::Last),
                    _ => return Err(fault("`nulls` is followed by `first` or `last`".to_owned())),
                };
            }
            "collate" => {
                let name = words.next().ok_or_else(|| fault("`collate` is followed by a name".to_owned()))?;
                part.collation = Some(name.trim_matches('"').to_owned());
            }
            _ if part.operator_class.is_none() && is_name(word) => part.operator_class = Some(word.to_owned()),
            _ => return Err(fault(format!("`{word}` is not understood here"))),
        }
    }
    Ok(part)
}

/// What is indexed, MySQL's prefix, and what follows.
fn target(source: &str) -> Option<(PartTarget, Option<u32>, &str)> {
    let first = source.chars().next()?;
    if first == '(' {
        let end = closing(source)?;
        let inner = source.get(1..end)?.trim();
        return (!inner.is_empty()).then(|| (PartTarget::Expression(inner.to_owned()), None, &source[end + 1..]));
    }
    let (name, rest) = if matches!(first, '"' | '`') {
        let end = source[1..].find(first)? + 1;
        (source.get(1..end)?.to_owned(), source.get(end + 1..)?)
    } else {
        let end = source.find(|c: char| c.is_whitespace() || c == '(').unwrap_or(source.len());
        let name = source.get(..end)?;
        if !is_name(name) {
            return None;
        }
        (name.to_owned(), source.get(end..)?)
    };
    match rest.strip_prefix('(') {
        Some(inner) => {
            let (digits, rest) = inner.split_once(')')?;
            Some((PartTarget::Column(name), Some(digits.trim().parse().ok()?), rest))
        }
        None => (!name.is_empty()).then_some((PartTarget::Column(name), None, rest)),
    }
}

/// Where the parenthesis that the text begins with is closed; quoted text counts for nothing.
fn closing(source: &str) -> Option<usize> {
    let (mut depth, mut quote) = (0_usize, None);
    for (at, c) in source.char_indices() {
        match (quote, c) {
            (Some(open), _) if open == c => quote = None,
            (Some(_), _) => {}
            (None, '\'' | '"' | '`') => quote = Some(c),
            (None, '(') => depth += 1,
            (None, ')') => {
                depth = depth.checked_sub(1)?;
                if depth == 0 {
                    return Some(at);
                }
            }
            (None, _) => {}
        }
    }
    None
}

fn is_name(word: &str) -> bool {
    word.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '.' | '$'))
}

#[cfg(test)]
mod tests {
    use proc_macro2::Span;

    use super::*;

    fn read(source: &str) -> Result<Part, Mistake> {
        parse(&Text { value: source.to_owned(), span: Span::call_site() })
    }

    #[test]
    fn members_are_read_in_every_shape() {
        let column = |name: &str| PartTarget::Column(name.to_owned());
        for (source, target, shown) in [
            ("a", column("a"), "asc - - - -"),
            (" a desc ", column("a"), "desc - - - -"),
            ("a DESC NULLS LAST", column("a"), "desc Last - - -"),
            ("a asc nulls first", column("a"), "asc First - - -"),
            ("a text_pattern_ops desc", column("a"), "desc - text_pattern_ops - -"),
            ("a collate \"C\" text_pattern_ops", column("a"), "asc - text_pattern_ops C -"),
            ("title(10)", column("title"), "asc - - - 10"),
            ("title (10) desc", column("title"), ""),
            ("\"odd name\" desc", column("odd name"), "desc - - - -"),
            ("`x`(3)", column("x"), "asc - - - 3"),
            ("größe", column("größe"), "asc - - - -"),
            ("(lower(email))", PartTarget::Expression("lower(email)".to_owned()), "asc - - - -"),
            ("(a || ')') gin_trgm_ops", PartTarget::Expression("a || ')'".to_owned()), "asc - gin_trgm_ops - -"),
        ] {
            let Ok(part) = read(source) else {
                assert_eq!(shown, "", "{source}");
                continue;
            };
            let text = |text: Option<String>| text.unwrap_or_else(|| "-".to_owned());
            let found = format!(
                "{} {} {} {} {}",
                if part.descending { "desc" } else { "asc" },
                text(part.nulls.map(|nulls| format!("{nulls:?}"))),
                text(part.operator_class),
                text(part.collation),
                text(part.prefix.map(|prefix| prefix.to_string()))
            );
            assert_eq!((part.target, found.as_str()), (target, shown), "{source}");
        }
    }

    #[test]
    fn what_is_no_member_is_told() {
        for (source, expected) in [
            ("", "`` is no member of an index"),
            ("(lower(email)", "is no member of an index"),
            ("()", "is no member of an index"),
            ("lower(email)", "is no member of an index"),
            ("a, b", "is no member of an index"),
            ("a nulls", "`nulls` is followed by `first` or `last`"),
            ("a collate", "`collate` is followed by a name"),
            ("a one two", "`two` is not understood here"),
        ] {
            let mistake = read(source).expect_err(source);
            assert!(mistake.message.contains(expected) && mistake.help.is_some(), "{source}: {}", mistake.message);
        }
    }
}

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
    let (mut rest, mut is_ordered) = (rest, false);
    while let Some(word) = next_word(&mut rest) {
        let again = || Err(fault(format!("`{}` is said a second time", word.text)));
        match word.keyword().as_str() {
            "asc" | "desc" if is_ordered => return again(),
            order @ ("asc" | "desc") => {
                part.descending = order == "desc";
                is_ordered = true;
            }
            "nulls" if part.nulls.is_some() => return again(),
            "nulls" => {
                part.nulls = match next_word(&mut rest).map(|word| word.keyword()).as_deref() {
                    Some("first") => Some(Nulls::First),
                    Some("last") => Some(Nulls::Last),
                    _ => return Err(fault("`nulls` is followed by `first` or `last`".to_owned())),
                };
            }
            "collate" if part.collation.is_some() => return again(),
            "collate" => {
                let name = next_word(&mut rest).filter(Word::names_a_collation);
                let name = name.ok_or_else(|| fault("`collate` is followed by a name".to_owned()))?;
                part.collation = Some(name.text);
            }
            _ if part.operator_class.is_none() && !word.is_quoted && is_name(&word.text) => {
                part.operator_class = Some(word.text);
            }
            _ => return Err(fault(format!("`{}` is not understood here", word.text))),
        }
    }
    Ok(part)
}

/// A word behind what is indexed.
struct Word {
    text: String,
    is_quoted: bool,
}

impl Word {
    /// The word if it may be one of SQL's; in quotes it is a name, whatever it says.
    fn keyword(&self) -> String {
        if self.is_quoted { String::new() } else { self.text.to_ascii_lowercase() }
    }

    fn names_a_collation(&self) -> bool {
        let is_taken = matches!(self.keyword().as_str(), "asc" | "desc" | "nulls" | "collate");
        self.is_quoted || !(is_taken || self.text.contains(['"', '`']))
    }
}

/// Takes the next word off; one in quotes may hold blanks.
fn next_word(rest: &mut &str) -> Option<Word> {
    let source = rest.trim_start();
    if let Some((text, after)) = quoted(source)
        && after.chars().next().is_none_or(char::is_whitespace)
    {
        *rest = after;
        return Some(Word { text, is_quoted: true });
    }
    let (text, after) = source.split_at(source.find(char::is_whitespace).unwrap_or(source.len()));
    *rest = after;
    (!text.is_empty()).then(|| Word { text: text.to_owned(), is_quoted: false })
}

/// The name in quotes that a text begins with, and what follows it; a doubled quote is one of the name's characters.
fn quoted(source: &str) -> Option<(String, &str)> {
    let quote = source.chars().next().filter(|c| matches!(c, '"' | '`'))?;
    let (mut name, mut rest) = (String::new(), source.strip_prefix(quote)?);
    loop {
        let (inner, after) = rest.split_once(quote)?;
        name.push_str(inner);
        match after.strip_prefix(quote) {
            Some(after) => {
                name.push(quote);
                rest = after;
            }
            None => return (!name.is_empty()).then_some((name, after)),
        }
    }
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
        quoted(source)?
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
        None => Some((PartTarget::Column(name), None, rest)),
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
            ("\"say \"\"hm\"\"\" desc", column("say \"hm\""), "desc - - - -"),
            ("a collate \"my own\" ops desc nulls last", column("a"), "desc Last ops my own -"),
            ("a collate `utf8mb4_bin`", column("a"), "asc - - utf8mb4_bin -"),
            ("a collate nocase", column("a"), "asc - - nocase -"),
            ("a collate \"desc\" desc", column("a"), "desc - - desc -"),
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
            ("a collate desc", "`collate` is followed by a name"),
            ("a collate \"C", "`collate` is followed by a name"),
            ("a collate \"\"", "`collate` is followed by a name"),
            ("a \"ops\"", "`ops` is not understood here"),
            ("a nulls \"first\"", "`nulls` is followed by `first` or `last`"),
            ("\"a", "is no member of an index"),
            ("\"\"", "is no member of an index"),
            ("a(x)", "is no member of an index"),
            ("a(99999999999)", "is no member of an index"),
            ("a desc asc", "`asc` is said a second time"),
            ("a DESC DESC", "`DESC` is said a second time"),
            ("a nulls first nulls last", "`nulls` is said a second time"),
            ("a collate x collate y", "`collate` is said a second time"),
        ] {
            let mistake = read(source).expect_err(source);
            assert!(mistake.message.contains(expected) && mistake.help.is_some(), "{source}: {}", mistake.message);
        }
    }
}

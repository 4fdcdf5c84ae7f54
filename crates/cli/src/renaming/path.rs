//! Names on the command line: `animals.nick`, `zoo.animals.nick`, `"a.b"."c=d"`, `label:mood.calm`.

use std::{fmt, str::FromStr};

/// What a path may name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PathKind {
    Table,
    Column,
    Label,
}

impl PathKind {
    pub(super) const ALL: [Self; 3] = [Self::Table, Self::Column, Self::Label];

    /// The word before the colon.
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Table => "table",
            Self::Column => "column",
            Self::Label => "label",
        }
    }
}

/// The name of a table, column or label with what it belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Path {
    /// What it names, where that is said.
    pub(super) kind: Option<PathKind>,
    /// Its parts, the widest first; at least one.
    pub(super) parts: Vec<String>,
}

/// A rename as it is stated: `animals.nick=nickname`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct StatedRename {
    pub(super) from: Path,
    pub(super) to: Path,
}

impl FromStr for Path {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (path, rest) = read(text)?;
        if rest.is_empty() {
            Ok(path)
        } else {
            Err("`=` stands in it: put a name that has one in double quotes".to_owned())
        }
    }
}

impl FromStr for StatedRename {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (from, rest) = read(text)?;
        let to = rest.strip_prefix('=').ok_or("write it as `previous=next`: `table=table`, `table.column=column`")?;
        Ok(Self { from, to: to.parse()? })
    }
}

/// The path that `text` begins with, and what follows it from a `=` on.
fn read(text: &str) -> Result<(Path, &str), String> {
    let said = PathKind::ALL.into_iter().find_map(|kind| {
        let rest = text.strip_prefix(kind.word())?.strip_prefix(':')?;
        Some((kind, rest))
    });
    let (kind, mut rest) = said.map_or((None, text), |(kind, rest)| (Some(kind), rest));
    let mut parts = Vec::new();
    loop {
        let (part, after) = part(rest)?;
        parts.push(part);
        match after.strip_prefix('.') {
            Some(next) => rest = next,
            None if after.is_empty() || after.starts_with('=') => return Ok((Path { kind, parts }, after)),
            None => return Err(format!("`.` or `=` is expected before `{after}`")),
        }
    }
}

/// The name that `text` begins with: in double quotes, which are doubled in it, or up to the next `.` or `=`.
fn part(text: &str) -> Result<(String, &str), String> {
    let Some(mut rest) = text.strip_prefix('"') else {
        let end = text.find(['.', '=']).unwrap_or(text.len());
        let (part, rest) = text.split_at(end);
        if part.is_empty() {
            return Err("a name is missing".to_owned());
        }
        return Ok((part.to_owned(), rest));
    };
    let mut part = String::new();
    loop {
        let (inner, after) = rest.split_once('"').ok_or("a double quote is not closed")?;
        part.push_str(inner);
        match after.strip_prefix('"') {
            Some(more) => {
                part.push('"');
                rest = more;
            }
            None => return Ok((part, after)),
        }
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(kind) = self.kind {
            write!(f, "{}:", kind.word())?;
        }
        let parts: Vec<String> = self.parts.iter().map(|part| quoted(part)).collect();
        f.write_str(&parts.join("."))
    }
}

impl fmt::Display for StatedRename {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}={}", self.from, self.to)
    }
}

/// A name as a path has it, and as `--fill` has it: in double quotes where something in it would mean something.
pub(super) fn quoted(name: &str) -> String {
    let is_plain = !name.is_empty() && !name.contains(['.', '=', '"', ':']) && name.trim() == name;
    if is_plain { name.to_owned() } else { format!("\"{}\"", name.replace('"', "\"\"")) }
}

/// A word that a shell takes as it is.
pub(crate) fn for_shell(word: &str) -> String {
    let is_plain = word.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '.' | '=' | ':' | '-' | '/'));
    if is_plain { word.to_owned() } else { format!("'{}'", word.replace('\'', r"'\''")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_read_and_written_the_same() {
        for (text, parts) in [
            ("animals", vec!["animals"]),
            ("animals.nick", vec!["animals", "nick"]),
            ("zoo.animals.nick", vec!["zoo", "animals", "nick"]),
            ("label:mood.calm", vec!["mood", "calm"]),
            ("\"a.b\".\"c=d\"", vec!["a.b", "c=d"]),
            ("\"say \"\"x\"\"\".b", vec!["say \"x\"", "b"]),
            ("mood.at ease", vec!["mood", "at ease"]),
            ("mood.\"\"", vec!["mood", ""]),
            ("Ünï.ß", vec!["Ünï", "ß"]),
        ] {
            let path: Path = text.parse().expect(text);
            assert_eq!(path.parts, parts, "{text}");
            assert_eq!(path.to_string(), text);
        }
    }

    #[test]
    fn renames_are_read() {
        for (text, from, to) in [
            ("a=b", "a", "b"),
            ("animals.nick=nickname", "animals.nick", "nickname"),
            ("column:a.b=a.c", "column:a.b", "a.c"),
            ("\"a=b\".c=\"d=e\"", "\"a=b\".c", "\"d=e\""),
        ] {
            let rename: StatedRename = text.parse().expect(text);
            assert_eq!((rename.from.to_string().as_str(), rename.to.to_string().as_str()), (from, to), "{text}");
            assert_eq!(rename.to_string(), text);
        }
    }

    #[test]
    fn what_is_no_path_is_told() {
        for (text, expected) in [
            ("", "a name is missing"),
            ("a.", "a name is missing"),
            ("a..b=c", "a name is missing"),
            ("a", "write it as `previous=next`: `table=table`, `table.column=column`"),
            ("a=", "a name is missing"),
            ("a=b=c", "`=` stands in it: put a name that has one in double quotes"),
            ("\"a=b", "a double quote is not closed"),
            ("\"a\"b=c", "`.` or `=` is expected before `b=c`"),
        ] {
            assert_eq!(text.parse::<StatedRename>(), Err(expected.to_owned()), "{text}");
        }
    }

    #[test]
    fn a_shell_gets_what_was_meant() {
        for (word, expected) in [("a.b=c", "a.b=c"), ("a.\"b.c\"", "'a.\"b.c\"'"), ("it's", r"'it'\''s'")] {
            assert_eq!(for_shell(word), expected);
        }
    }
}

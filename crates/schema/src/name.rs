use std::fmt;

use serde::{Deserialize, Serialize};

/// The name of a table, view or type: the schema where it was stated, else the connection's own.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(from = "Spelling", into = "Spelling")]
pub struct ObjectName {
    /// The schema (PostgreSQL) or database (MySQL, MariaDB); `None` is the default one.
    pub schema: Option<String>,
    /// The bare name, as it is spelt in the database.
    pub name: String,
}

/// How a name is stored: a bare string, or a pair when a schema was stated. Most names have none.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Spelling {
    Bare(String),
    Qualified(String, String),
}

impl From<Spelling> for ObjectName {
    fn from(spelling: Spelling) -> Self {
        match spelling {
            Spelling::Bare(name) => Self { schema: None, name },
            Spelling::Qualified(schema, name) => Self { schema: Some(schema), name },
        }
    }
}

impl From<ObjectName> for Spelling {
    fn from(name: ObjectName) -> Self {
        match name.schema {
            None => Self::Bare(name.name),
            Some(schema) => Self::Qualified(schema, name.name),
        }
    }
}

impl ObjectName {
    /// A name in the default schema.
    pub fn bare(name: impl Into<String>) -> Self {
        Self { schema: None, name: name.into() }
    }

    /// A name in a stated schema.
    pub fn qualified(schema: impl Into<String>, name: impl Into<String>) -> Self {
        Self { schema: Some(schema.into()), name: name.into() }
    }

    /// Whether a pattern with `*` (any characters) and `?` (one) means this name. One with a dot is held against `schema.name`, another against the
    /// bare name.
    pub fn matches(&self, pattern: &str) -> bool {
        if pattern.contains('.') { matches(pattern, &self.to_string()) } else { matches(pattern, &self.name) }
    }
}

/// Whether `pattern`, where `*` stands for any characters and `?` for one, matches the whole of `text`.
fn matches(pattern: &str, text: &str) -> bool {
    let (pattern, text): (Vec<char>, Vec<char>) = (pattern.chars().collect(), text.chars().collect());
    // Where the last star stands, and how much of the text it has taken so far.
    let mut star: Option<(usize, usize)> = None;
    let (mut at, mut in_text) = (0, 0);
    while in_text < text.len() {
        match pattern.get(at) {
            Some('*') => {
                star = Some((at, in_text));
                at += 1;
            }
            Some(c) if *c == '?' || *c == text[in_text] => {
                at += 1;
                in_text += 1;
            }
            _ => match star {
                Some((star_at, taken)) => {
                    star = Some((star_at, taken + 1));
                    at = star_at + 1;
                    in_text = taken + 1;
                }
                None => return false,
            },
        }
    }
    pattern[at..].iter().all(|c| *c == '*')
}

impl fmt::Display for ObjectName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.schema {
            None => f.write_str(&self.name),
            Some(schema) => write!(f, "{schema}.{}", self.name),
        }
    }
}

impl From<&str> for ObjectName {
    fn from(name: &str) -> Self {
        Self::bare(name)
    }
}

impl From<String> for ObjectName {
    fn from(name: String) -> Self {
        Self::bare(name)
    }
}

impl From<(&str, &str)> for ObjectName {
    fn from((schema, name): (&str, &str)) -> Self {
        Self::qualified(schema, name)
    }
}

impl From<&ObjectName> for ObjectName {
    fn from(name: &ObjectName) -> Self {
        name.clone()
    }
}

/// What a generated name stands for; decides its prefix.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ConstraintKind {
    /// `pk-table`, SeaORM's name of a composite key.
    PrimaryKey,
    /// `uq-table-columns`.
    Unique,
    /// `idx-table-columns`, SeaORM's name of an index.
    Index,
    /// `fk-table-columns`, SeaORM's name of a foreign key.
    ForeignKey,
    /// `ck-table-column`.
    Check,
}

/// The name that SeaORM would give (`idx-animals-name`, `fk-adoptions-user_id`, `pk-adoptions`), shortened where it would be too
/// long for any of the databases. `parts` are the column names, or the name of a unique group.
pub fn constraint_name<'a>(kind: ConstraintKind, table: &str, parts: impl IntoIterator<Item = &'a str>) -> String {
    let prefix = match kind {
        ConstraintKind::PrimaryKey => "pk",
        ConstraintKind::Unique => "uq",
        ConstraintKind::Index => "idx",
        ConstraintKind::ForeignKey => "fk",
        ConstraintKind::Check => "ck",
    };
    let mut name = format!("{prefix}-{table}");
    for part in parts {
        name.push('-');
        name.push_str(part);
    }
    shorten(&name)
}

/// The strictest limit of all databases, PostgreSQL's, in bytes (manual, section 4.1.1).
const LONGEST: usize = 63;

/// `name` as it is when it has at most 63 bytes, else its beginning and a hash of the whole: the same name gives the same short name on every
/// run, machine and database.
pub fn shorten(name: &str) -> String {
    if name.len() <= LONGEST {
        return name.to_owned();
    }
    let hash = format!("{:08x}", fnv1a(name.as_bytes()));
    let mut end = LONGEST - hash.len() - 1;
    while !name.is_char_boundary(end) {
        end -= 1;
    }
    format!("{}-{hash}", &name[..end])
}

/// FNV-1a, 32 bits: short, stable over versions of Rust, which the standard library's hasher does not promise.
fn fnv1a(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_seaorms() {
        assert_eq!(constraint_name(ConstraintKind::Index, "animals", ["name"]), "idx-animals-name");
        assert_eq!(constraint_name(ConstraintKind::ForeignKey, "a", ["x", "y"]), "fk-a-x-y");
        assert_eq!(constraint_name(ConstraintKind::PrimaryKey, "a", []), "pk-a");
    }

    #[test]
    fn patterns_mean_names() {
        for (pattern, name, expected) in [
            ("tmp_*", ObjectName::bare("tmp_"), true),
            ("tmp_*", ObjectName::bare("a_tmp_1"), false),
            ("a*b*c", ObjectName::bare("a1b2b3c"), true),
            ("a*b*c", ObjectName::bare("a1c2b"), false),
            ("log?", ObjectName::bare("logö"), true),
            ("log?", ObjectName::bare("log"), false),
            ("users", ObjectName::qualified("x", "users"), true),
            ("audit.*", ObjectName::qualified("audit", "users"), true),
            ("audit.*", ObjectName::bare("audit"), false),
        ] {
            assert_eq!(name.matches(pattern), expected, "{pattern}, {name}");
        }
    }

    #[test]
    fn long_names_are_shortened_stably_and_apart() {
        let long = "é".repeat(40);
        let (one, two) = (shorten(&format!("{long}1")), shorten(&format!("{long}2")));
        assert!(one.len() <= LONGEST && two.len() <= LONGEST);
        assert_ne!(one, two);
        assert_eq!(one, shorten(&format!("{long}1")));
        assert_eq!(shorten("short"), "short");
    }
}

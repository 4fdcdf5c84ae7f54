/// What `information_schema.COLUMNS.EXTRA` says; MariaDB parts its words with commas, MySQL with spaces.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Extra {
    /// The column numbers the rows.
    pub(crate) auto_increment: bool,
    /// Whether the value of a computed column is stored; `None` if it is not computed.
    pub(crate) stored: Option<bool>,
    /// What an UPDATE of the row sets it to.
    pub(crate) on_update: Option<String>,
    /// MySQL: the default is an expression, not a value.
    pub(crate) default_is_expression: bool,
    /// Clauses that have no field in a column.
    pub(crate) clauses: Vec<&'static str>,
}

impl Extra {
    /// Reads EXTRA.
    pub(crate) fn parse(text: &str) -> Self {
        let lower = text.to_ascii_lowercase();
        let stored = if lower.contains("stored generated") || lower.contains("persistent generated") {
            Some(true)
        } else {
            lower.contains("virtual generated").then_some(false)
        };
        let clauses = ["INVISIBLE", "WITHOUT SYSTEM VERSIONING"]
            .into_iter()
            .filter(|clause| lower.contains(&clause.to_ascii_lowercase()))
            .collect();
        Self {
            auto_increment: lower.contains("auto_increment"),
            stored,
            on_update: lower.find("on update ").map(|at| first_word(&lower[at + "on update ".len()..]).to_owned()),
            default_is_expression: lower.contains("default_generated"),
            clauses,
        }
    }
}

fn first_word(text: &str) -> &str {
    let end = text.find(|c: char| c == ',' || c.is_whitespace()).unwrap_or(text.len());
    &text[..end]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_understood() {
        let none = Extra::default;
        for (text, expected) in [
            ("", none()),
            ("auto_increment", Extra { auto_increment: true, ..none() }),
            ("VIRTUAL GENERATED", Extra { stored: Some(false), ..none() }),
            ("STORED GENERATED, INVISIBLE", Extra { stored: Some(true), clauses: vec!["INVISIBLE"], ..none() }),
            (
                "on update current_timestamp(6), INVISIBLE",
                Extra { on_update: Some("current_timestamp(6)".into()), clauses: vec!["INVISIBLE"], ..none() },
            ),
            (
                "DEFAULT_GENERATED on update CURRENT_TIMESTAMP",
                Extra { on_update: Some("current_timestamp".into()), default_is_expression: true, ..none() },
            ),
            ("DEFAULT_GENERATED", Extra { default_is_expression: true, ..none() }),
        ] {
            assert_eq!(Extra::parse(text), expected, "{text}");
        }
    }
}

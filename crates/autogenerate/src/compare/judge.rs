//! Whether two texts are one expression: by structure and canonical text where these tell, by a server's verdict where there is one.

use std::collections::BTreeSet;

use limbeck_schema::{
    Capabilities, Dialect, Expression, ObjectName, Pair, Schema, SqliteTypes, Table, canonical_column_type,
    names_in_sql,
};

use super::{Noted, Undecided, Verdict, Verdicts, differ::Object, matching::matches, verdict::ExpressionKind};

/// Who wrote the texts of the two sides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Writer {
    /// People wrote both: where the texts differ, somebody changed one.
    People,
    /// A server wrote one of them, in its own words.
    Server,
}

/// How texts are compared: on which dialect, who wrote them, and what a server said of them.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Words<'a> {
    pub(crate) dialect: Dialect,
    writer: Writer,
    verdicts: &'a Verdicts,
    sqlite_types: SqliteTypes,
}

/// For who asks only which part stands for which.
impl From<Dialect> for Words<'static> {
    fn from(dialect: Dialect) -> Self {
        Self { dialect, writer: Writer::Server, verdicts: Verdicts::none(), sqlite_types: SqliteTypes::Meaning }
    }
}

impl<'a> Words<'a> {
    /// Both texts are from entities and revisions.
    pub(crate) const fn of_people(dialect: Dialect, verdicts: &'a Verdicts) -> Self {
        Self { dialect, writer: Writer::People, verdicts, sqlite_types: SqliteTypes::Meaning }
    }

    /// One text is from the catalog.
    pub(crate) const fn of_server(dialect: Dialect, verdicts: &'a Verdicts) -> Self {
        Self { dialect, writer: Writer::Server, verdicts, sqlite_types: SqliteTypes::Meaning }
    }

    /// The same with declared types of SQLite compared so.
    pub(crate) const fn with_types(self, sqlite_types: SqliteTypes) -> Self {
        Self { sqlite_types, ..self }
    }

    /// Whether declared types are more than words here.
    pub(crate) const fn is_exact(&self) -> bool {
        matches!((self.dialect, self.sqlite_types), (Dialect::Sqlite, SqliteTypes::Exact))
    }
}

/// Two texts that a server could be asked about.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Doubt {
    pub(crate) kind: ExpressionKind,
    pub(crate) texts: Pair<Expression>,
}

impl Doubt {
    pub(crate) fn of_sql(kind: ExpressionKind, texts: Pair<&str>) -> Self {
        Self { kind, texts: texts.map(|sql| Expression::Sql(sql.to_owned())) }
    }
}

/// What holds while no server has been asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Otherwise {
    /// The canonical forms are equal; only casts differ that the server may have added.
    Same,
    /// The server may have written one text anew.
    Undecidable,
    /// They differ.
    Different,
}

/// What is known of two parts.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Judged {
    pub(crate) same: bool,
    /// Why nobody can tell whether they are the same.
    pub(crate) undecidable: Option<String>,
    /// What a server should be asked.
    pub(crate) doubts: Vec<Doubt>,
}

impl Judged {
    pub(crate) fn same(same: bool) -> Self {
        Self { same, ..Self::default() }
    }
}

const UNASKED: &str =
    "the server writes expressions in its own words; whether these mean the same, only a server can tell";

impl Words<'_> {
    /// Judges two parts of a table that differ in the texts of `doubts` and in nothing else.
    pub(crate) fn judge(self, tables: Pair<&Table>, doubts: Vec<Doubt>, otherwise: Otherwise) -> Judged {
        if !Capabilities::of(self.dialect).rewrites_expressions {
            return Judged::same(otherwise == Otherwise::Same);
        }
        let otherwise = match self.writer {
            Writer::Server => otherwise,
            Writer::People => Otherwise::Different,
        };
        if doubts.iter().any(|doubt| !self.is_askable(tables, doubt)) {
            // A server writes an expression in other words, but of the same columns.
            return Judged::same(otherwise == Otherwise::Same);
        }
        let verdict = |doubt: &Doubt| self.verdicts.find(&tables.next.name, &doubt.kind, doubt.texts.as_ref());
        let verdicts: Vec<_> = doubts.iter().map(verdict).collect();
        if verdicts.contains(&Some(&Verdict::Different)) {
            return Judged::same(false);
        }
        if verdicts.iter().all(|verdict| *verdict == Some(&Verdict::Same)) {
            return Judged::same(true);
        }
        let unknown = verdicts.iter().find_map(|verdict| match verdict {
            Some(Verdict::Unknown(reason)) => Some(reason.clone()),
            Some(Verdict::Same | Verdict::Different) | None => None,
        });
        let doubts = if unknown.is_some() { Vec::new() } else { doubts };
        match otherwise {
            Otherwise::Same => Judged { same: true, undecidable: None, doubts },
            Otherwise::Different => Judged { same: false, undecidable: None, doubts },
            Otherwise::Undecidable => {
                let reason = unknown.unwrap_or_else(|| UNASKED.to_owned());
                Judged { same: false, undecidable: Some(reason), doubts }
            }
        }
    }

    /// Whether both texts name the same columns, and these are the same on both sides where people wrote them: a server is asked about columns as
    /// they are.
    fn is_askable(self, tables: Pair<&Table>, doubt: &Doubt) -> bool {
        let texts = doubt.texts.as_ref().map(|text| match text {
            Expression::Sql(sql) => sql.as_str(),
            _ => "",
        });
        let names = tables.previous.columns.iter().chain(&tables.next.columns).map(|column| column.name.as_str());
        let names: BTreeSet<&str> = names.collect();
        names.into_iter().all(|name| {
            let named = texts.map(|sql| names_in_sql(sql, name));
            let is_named = named.next || doubt.kind.column() == Some(name);
            let types = tables.map(|table| Some(canonical_column_type(&table.column(name)?.column_type, self.dialect)));
            let is_kept = self.writer == Writer::Server || types.previous == types.next;
            named.previous == named.next && (!is_named || is_kept)
        })
    }
}

/// What `doubt` is about, with the table as the connected database has it.
pub(crate) fn undecided(doubt: &Doubt, object: Noted, actual: &Table) -> Undecided {
    Undecided {
        object,
        table: actual.name.clone(),
        kind: doubt.kind.clone(),
        columns: actual.columns.clone(),
        texts: doubt.texts.clone(),
    }
}

/// What a server should be asked before both schemas compare.
pub(crate) fn doubts(
    pair: Pair<&Schema>,
    words: Words<'_>,
    aside: &BTreeSet<ObjectName>,
    actual: &Schema,
) -> Vec<Undecided> {
    let mut found = Vec::new();
    for (name, previous) in pair.previous.tables.iter().filter(|(name, _)| !aside.contains(*name)) {
        let (Some(next), Some(actual)) = (pair.next.table(name), actual.table(name)) else { continue };
        if previous == next {
            continue;
        }
        for part in matches(Pair::new(previous, next), words) {
            let Some(object) = part.previous.first().or(part.next.first()) else { continue };
            let object = Object::Part(name, *object).noted();
            found.extend(part.doubts.iter().map(|doubt| undecided(doubt, object.clone(), actual)));
        }
    }
    found
}

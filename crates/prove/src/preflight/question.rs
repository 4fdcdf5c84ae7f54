use limbeck_operations::{HazardCode, Operation, Step, passed_over};
use limbeck_schema::{Column, Dialect, ObjectName, Schema, Server, Table};

use super::{
    fit::{Misfit, labels, misfit},
    held::Held,
    names::{Found, Names, filled},
    offence::{Nulls, Offence, Offending, agreeing, agreeing_in_parts, orphaned, qualified},
    query,
};

/// What is asked of the database about a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The position of the step among those that were given.
    pub step: usize,
    /// The operation in a few words.
    pub operation: String,
    /// What may fail.
    pub code: HazardCode,
    /// What is asked about, under the revision's names.
    pub object: String,
    pub(super) asked: Asked,
}

/// How it is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Asked {
    /// By this query, whose rows have texts of these columns.
    Query { sql: String, key: Vec<String>, certain: bool },
    /// Not at all, for this reason.
    Not(String),
}

impl Question {
    /// The query; `None` if it can't be asked.
    pub fn sql(&self) -> Option<&str> {
        match &self.asked {
            Asked::Query { sql, .. } => Some(sql),
            Asked::Not(_) => None,
        }
    }
}

/// What is to be asked about `steps`, which run one after the other on `server`, whose schema is `actual`.
pub fn questions(steps: &[Step], actual: &Schema, server: &Server) -> Vec<Question> {
    let mut names = Names::new(actual, server.dialect);
    let mut questions = Vec::new();
    // What is passed over asks nothing of the rows, and makes nothing.
    let passed = passed_over(steps, actual, server.dialect);
    let due =
        steps.iter().zip(passed).enumerate().filter(|(_, (step, passed))| step.counts_on(server.dialect) && !passed);
    for (at, (step, _)) in due {
        let Inquiry { found, .. } = Inquiry { names: &names, server, found: Vec::new() }.about(&step.operation);
        for (code, object, asked) in found {
            let asked = match (names.rewriter(), asked) {
                (Some(rewriter), Asked::Query { .. }) => Asked::Not(format!("{rewriter} may change the rows before")),
                (_, asked) => asked,
            };
            questions.push(Question { step: at, operation: step.operation.to_string(), code, object, asked });
        }
        names.follow(&step.operation);
    }
    questions
}

/// The questions about one operation.
struct Inquiry<'a> {
    names: &'a Names<'a>,
    server: &'a Server,
    found: Vec<(HazardCode, String, Asked)>,
}

impl<'a> Inquiry<'a> {
    fn about(mut self, operation: &Operation) -> Self {
        use Operation as O;
        let dialect = self.server.dialect;
        match operation {
            O::AddColumn { table, column } => self.required(table, column),
            O::AlterColumn { table, column, changes } => {
                if changes.nullable == Some(false) {
                    self.null(table, column);
                }
                if let Some(next) = &changes.column_type {
                    self.retyped(table, column, next, changes.using.is_some());
                }
            }
            O::CreateIndex { table, index } if index.unique => {
                let nulls = if index.nulls_not_distinct { Nulls::Alike } else { Nulls::Apart };
                let columns: Vec<_> =
                    index.parts.iter().map(|part| part.target.column().unwrap_or("an expression").to_owned()).collect();
                self.ask(HazardCode::D01, table, &columns, |names, found| {
                    let parts = (index.parts.as_slice(), index.filter.as_deref());
                    agreeing_in_parts(names, found, parts, nulls, dialect)
                });
            }
            O::AddUnique { table, unique } => {
                let nulls = if unique.nulls_not_distinct { Nulls::Alike } else { Nulls::Apart };
                self.ask(HazardCode::D01, table, &unique.columns, |names, found| {
                    agreeing(names, found, &unique.columns, nulls, dialect)
                });
            }
            O::AddForeignKey { table, foreign_key } => {
                self.ask(HazardCode::D02, table, &foreign_key.columns, |names, found| {
                    orphaned(names, found, foreign_key, dialect)
                });
            }
            O::AddCheck { table, check } => {
                let named: Vec<_> = check.name.iter().cloned().collect();
                self.ask(HazardCode::D03, table, &named, |names, _| {
                    let sql = names.sql(table, &check.expression)?;
                    Ok(Some((Offence::Meets(format!("NOT ({sql})")), Vec::new())))
                });
            }
            O::AlterPrimaryKey { table, primary_key: Some(key) } => {
                self.ask(HazardCode::D04, table, &key.columns, |names, found| {
                    agreeing(names, found, &key.columns, Nulls::Forbidden, dialect)
                });
            }
            O::AlterEnum { name, previous, next } => self.relabelled(name, previous, next),
            O::CreateIndex { .. }
            | O::AlterPrimaryKey { primary_key: None, .. }
            | O::CreateTable { .. }
            | O::DropTable { .. }
            | O::RenameTable { .. }
            | O::DropColumn { .. }
            | O::RenameColumn { .. }
            | O::RenameEnumLabel { .. }
            | O::FillColumn { .. }
            | O::DropIndex { .. }
            | O::DropUnique { .. }
            | O::DropForeignKey { .. }
            | O::DropCheck { .. }
            | O::CreateEnum { .. }
            | O::DropEnum { .. }
            | O::SetTableComment { .. }
            | O::Execute { .. }
            | O::Run { .. } => {}
        }
        self
    }

    /// Asks about a live table. What the steps make is left out.
    fn ask(
        &mut self,
        code: HazardCode,
        table: &ObjectName,
        parts: &[String],
        offending: impl FnOnce(&Names<'_>, (&ObjectName, &Table)) -> Offending,
    ) {
        let object = match parts {
            [] => table.to_string(),
            [part] => format!("{table}.{part}"),
            parts => format!("{table}.({})", parts.join(", ")),
        };
        let live = match self.names.table(table) {
            Found::Live(live) => live,
            Found::Made => return,
            Found::Missing => {
                let reason = format!("the database has no table {table}");
                return self.found.push((code, object, Asked::Not(reason)));
            }
        };
        match offending(self.names, (table, live)) {
            Ok(None) => {}
            Ok(Some((offence, shown))) => {
                let asked = self.query(live, &offence, shown, true);
                self.found.push((code, object, asked));
            }
            Err(reason) => self.found.push((code, object, Asked::Not(reason))),
        }
    }

    /// The query; rows are shown by their key, or by what was asked about.
    fn query(&self, table: &Table, offence: &Offence, shown: Vec<String>, certain: bool) -> Asked {
        let key = table.primary_key.as_ref().map_or(shown, |key| key.columns.clone());
        let sql = query::sql(table, offence, &key, self.server.dialect);
        Asked::Query { sql, key, certain }
    }

    /// Rows that hold NULL in a column.
    fn null(&mut self, table: &ObjectName, column: &str) {
        let part = column.to_owned();
        let dialect = self.server.dialect;
        self.ask(HazardCode::D05, table, std::slice::from_ref(&part), |names, (name, live)| {
            let meets = |condition: String, shown: Vec<String>| Ok(Some((Offence::Meets(condition), shown)));
            match names.held(name, column)? {
                Held::Live(found) => {
                    let condition = format!("{} IS NULL", qualified(&live.name, &found.name, dialect));
                    meets(condition, vec![found.name.clone()])
                }
                Held::Null(_) => meets("1 = 1".to_owned(), Vec::new()),
                Held::Filled { null_where: Some(condition), .. } => meets(condition.clone(), Vec::new()),
                Held::Same(_) | Held::Numbered | Held::Filled { null_where: None, .. } => Ok(None),
                Held::Unknown { .. } => Err(filled(name, column)),
            }
        });
    }

    /// A new column that may not be NULL and has no value for the rows. MySQL and MariaDB fill it by themselves.
    fn required(&mut self, table: &ObjectName, column: &Column) {
        let filled = column.fills_rows();
        if column.nullable || filled || self.server.dialect.is_mysql_like() {
            return;
        }
        self.ask(HazardCode::D05, table, std::slice::from_ref(&column.name), |_, _| {
            Ok(Some((Offence::Meets("1 = 1".to_owned()), Vec::new())))
        });
    }

    /// A column of another type.
    fn retyped(&mut self, table: &ObjectName, column: &str, next: &limbeck_schema::ColumnType, stated: bool) {
        let (Found::Live(live), Ok(held)) = (self.names.table(table), self.names.held(table, column)) else { return };
        let Some(found) = held.live() else { return };
        let mut next = next.clone();
        if let Some(enumeration) = next.enumeration_mut() {
            let labels = enumeration.labels.iter().map(|label| self.names.label(&enumeration.name, label)).collect();
            enumeration.labels = labels;
        }
        let expression = qualified(&live.name, &found.name, self.server.dialect);
        let object = format!("{table}.{column}");
        match misfit(&expression, &found.column_type, &next, self.server) {
            Misfit::Never => {}
            Misfit::Where { code, .. } if !held.is_live() => {
                self.found.push((code, object, Asked::Not(filled(table, column))));
            }
            Misfit::Where { code, .. } if stated && self.server.dialect == Dialect::Postgres => {
                let reason = "the revision states the conversion itself".to_owned();
                self.found.push((code, object, Asked::Not(reason)));
            }
            Misfit::Where { code, condition, certain } => {
                let offence = Offence::Meets(condition);
                let asked = self.query(live, &offence, vec![found.name.clone()], certain);
                self.found.push((code, object, asked));
            }
            Misfit::Unknown { code, reason } => self.found.push((code, object, Asked::Not(reason))),
        }
    }

    /// Labels that go: each live column of the type.
    fn relabelled(&mut self, name: &ObjectName, previous: &[String], next: &[String]) {
        let names = self.names;
        let gone = previous.iter().filter(|label| !next.contains(label));
        let gone: Vec<_> = gone.map(|label| names.label(name, label)).collect();
        for (table, live, columns) in names.live() {
            for (called, held) in columns {
                let Some(column) = held.live() else { continue };
                if column.column_type.enumeration().is_none_or(|known| known.name != *name) {
                    continue;
                }
                let expression = qualified(&live.name, &column.name, self.server.dialect);
                if let Misfit::Where { code, condition, certain } =
                    labels(&expression, &column.column_type, &gone, self.server.dialect)
                {
                    let asked = if held.is_live() {
                        self.query(live, &Offence::Meets(condition), vec![column.name.clone()], certain)
                    } else {
                        Asked::Not(filled(table, called))
                    };
                    self.found.push((code, format!("{table}.{called}"), asked));
                }
            }
        }
    }
}

#[cfg(test)]
mod tests;

//! What the paths of `--rename` and `--drop` mean, held against what is there and what the entities want.

use std::collections::BTreeMap;

use limbeck_autogenerate::{Leaving, Rename};
use limbeck_schema::{ObjectName, Schema};

use super::path::{Path, PathKind, StatedRename, for_shell};
use crate::CliError;

/// What is there before, under its names before, what the entities want, and the tables that have other names.
pub(crate) struct Names<'a> {
    pub(super) before: &'a Schema,
    pub(super) wanted: &'a Schema,
    /// The names after of tables, by those before.
    pub(super) tables: BTreeMap<ObjectName, ObjectName>,
}

/// Something on the two sides.
#[derive(Clone, Copy)]
enum Side {
    Before,
    Wanted,
}

impl<'a> Names<'a> {
    /// The names on both sides; `renames` are those that are known, of which the tables' count.
    pub(crate) fn new<'r>(
        before: &'a Schema,
        wanted: &'a Schema,
        renames: impl IntoIterator<Item = &'r Rename>,
    ) -> Self {
        let tables = renames.into_iter().filter_map(|rename| match rename {
            Rename::Table { from, to } if before.tables.contains_key(from) && wanted.tables.contains_key(to) => {
                Some((from.clone(), to.clone()))
            }
            Rename::Table { .. } | Rename::Column { .. } | Rename::Label { .. } => None,
        });
        Self { before, wanted, tables: tables.collect() }
    }

    /// What a stated rename means.
    ///
    /// # Errors
    /// Nothing that it could mean is there, or several things are.
    pub(super) fn rename(&self, stated: &StatedRename) -> Result<Rename, CliError> {
        let readings = self.readings(&stated.from);
        let meant: Vec<(Leaving, Rename)> = readings
            .iter()
            .filter_map(|leaving| Some((leaving.clone(), self.to(leaving, &stated.to)?)))
            .filter(|(leaving, rename)| self.has(Side::Before, leaving) && self.has(Side::Wanted, &end_of(rename)))
            .collect();
        let flag = || format!("--rename {}", for_shell(&stated.to_string()));
        match meant.as_slice() {
            [(_, rename)] => Ok(rename.clone()),
            [] => Err(CliError::Rename { flag: flag(), problem: self.nothing(&readings, Some(&stated.to)) }),
            several => {
                let to = |leaving: &Leaving| format!("`--rename {}={}`", self.said(leaving), stated.to);
                Err(CliError::Rename {
                    flag: flag(),
                    problem: ambiguous(several.iter().map(|(leaving, _)| to(leaving))),
                })
            }
        }
    }

    /// What a stated drop means.
    ///
    /// # Errors
    /// As [`rename`](Self::rename); or it does not go at all.
    pub(super) fn leaving(&self, stated: &Path) -> Result<Leaving, CliError> {
        let readings = self.readings(stated);
        let there: Vec<&Leaving> = readings.iter().filter(|leaving| self.has(Side::Before, leaving)).collect();
        let going: Vec<&Leaving> = there.iter().copied().filter(|leaving| !self.has(Side::Wanted, leaving)).collect();
        let flag = || format!("--drop {}", for_shell(&stated.to_string()));
        let problem = match (going.as_slice(), there.as_slice()) {
            ([leaving], _) => return Ok((*leaving).clone()),
            ([], [kept, ..]) => format!("the entities still have the {kept}: take it out of them first"),
            ([], []) => self.nothing(&readings, None),
            (several, _) => ambiguous(several.iter().map(|leaving| format!("`--drop {}`", self.said(leaving)))),
        };
        Err(CliError::Rename { flag: flag(), problem })
    }

    /// The flag that answers a question with a rename.
    pub(crate) fn rename_flag(&self, leaving: &Leaving, rename: &Rename) -> String {
        let to = match rename {
            Rename::Table { from, to } if from.schema == to.schema => vec![to.name.clone()],
            Rename::Table { to, .. } => parts(to),
            Rename::Column { to, .. } | Rename::Label { to, .. } => vec![to.clone()],
        };
        let plain = StatedRename { from: self.path(leaving, None), to: Path { kind: None, parts: to } };
        let is_clear = self.rename(&plain).is_ok_and(|found| found == *rename);
        let stated = if is_clear { plain } else { StatedRename { from: self.said(leaving), to: plain.to } };
        format!("--rename {}", for_shell(&stated.to_string()))
    }

    /// The flag that answers a question with the word that it goes.
    pub(crate) fn drop_flag(&self, leaving: &Leaving) -> String {
        let plain = self.path(leaving, None);
        let is_clear = self.leaving(&plain).is_ok_and(|found| found == *leaving);
        let stated = if is_clear { plain } else { self.said(leaving) };
        format!("--drop {}", for_shell(&stated.to_string()))
    }

    /// The path of something, with the word that says what it is.
    fn said(&self, leaving: &Leaving) -> Path {
        let kind = match leaving {
            Leaving::Table { .. } => PathKind::Table,
            Leaving::Column { .. } => PathKind::Column,
            Leaving::Label { .. } => PathKind::Label,
        };
        self.path(leaving, Some(kind))
    }

    fn path(&self, leaving: &Leaving, kind: Option<PathKind>) -> Path {
        let (of, name) = match leaving {
            Leaving::Table { table } => (table, None),
            Leaving::Column { table, column } => (table, Some(column)),
            Leaving::Label { enumeration, label } => (enumeration, Some(label)),
        };
        Path { kind, parts: parts(of).into_iter().chain(name.cloned()).collect() }
    }

    /// All that a path may mean; the table of a column may be said by either of its names, and is given by that after.
    fn readings(&self, path: &Path) -> Vec<Leaving> {
        let object = |parts: &[String]| match parts {
            [name] => Some(ObjectName::bare(name)),
            [schema, name] => Some(ObjectName::qualified(schema, name)),
            _ => None,
        };
        let mut readings = Vec::new();
        let may_be = |kind| path.kind.is_none_or(|said| said == kind);
        if let Some(table) = object(&path.parts).filter(|_| may_be(PathKind::Table)) {
            readings.push(Leaving::Table { table });
        }
        if let Some((name, of)) = path.parts.split_last()
            && let Some(of) = object(of)
        {
            if may_be(PathKind::Column) {
                let table = self.tables.get(&of).unwrap_or(&of).clone();
                readings.push(Leaving::Column { table, column: name.clone() });
            }
            if may_be(PathKind::Label) {
                readings.push(Leaving::Label { enumeration: of, label: name.clone() });
            }
        }
        readings
    }

    /// The rename of `leaving` to a path: a name alone, or one with what it belongs to.
    fn to(&self, leaving: &Leaving, path: &Path) -> Option<Rename> {
        match (leaving, path.parts.as_slice()) {
            (Leaving::Table { table }, [name]) => {
                let to = ObjectName { schema: table.schema.clone(), name: name.clone() };
                Some(Rename::Table { from: table.clone(), to })
            }
            (Leaving::Table { table }, [schema, name]) => {
                Some(Rename::Table { from: table.clone(), to: ObjectName::qualified(schema, name) })
            }
            (Leaving::Column { table, column }, [of @ .., to]) => {
                let is_same = of.is_empty() || of == parts(table) || of == parts(self.previous(table));
                let (table, from, to) = (table.clone(), column.clone(), to.clone());
                is_same.then_some(Rename::Column { table, from, to })
            }
            (Leaving::Label { enumeration, label }, [of @ .., to]) => {
                let is_same = of.is_empty() || of == parts(enumeration);
                let (enumeration, from, to) = (enumeration.clone(), label.clone(), to.clone());
                is_same.then_some(Rename::Label { enumeration, from, to })
            }
            (Leaving::Table { .. } | Leaving::Column { .. } | Leaving::Label { .. }, _) => None,
        }
    }

    /// The name before of a table.
    pub(super) fn previous<'t>(&'t self, table: &'t ObjectName) -> &'t ObjectName {
        self.tables.iter().find(|(_, next)| *next == table).map_or(table, |(previous, _)| previous)
    }

    fn has(&self, side: Side, what: &Leaving) -> bool {
        let (schema, table_of): (_, &dyn Fn(&'_ ObjectName) -> ObjectName) = match side {
            Side::Before => (self.before, &|table| self.previous(table).clone()),
            Side::Wanted => (self.wanted, &ObjectName::clone),
        };
        match what {
            Leaving::Table { table } => schema.tables.contains_key(table),
            Leaving::Column { table, column } => {
                schema.table(&table_of(table)).is_some_and(|table| table.column(column).is_some())
            }
            Leaving::Label { enumeration, label } => {
                schema.enums.get(enumeration).is_some_and(|known| known.labels.contains(label))
            }
        }
    }

    /// Why a path means nothing: what is there instead, of the reading that comes nearest.
    fn nothing(&self, readings: &[Leaving], to: Option<&Path>) -> String {
        let there = readings.iter().find(|leaving| self.has(Side::Before, leaving));
        if let (Some(leaving), Some(to)) = (there, to) {
            return match self.to(leaving, to) {
                Some(rename) => {
                    let end = end_of(&rename);
                    format!("no entity has the {end}; there {}", listed(&self.beside(Side::Wanted, &end)))
                }
                None => format!("`{to}` is no name that the {leaving} can have"),
            };
        }
        let mut near = readings.iter().map(|leaving| (leaving, self.beside(Side::Before, leaving)));
        match near.rfind(|(_, beside)| !beside.is_empty()) {
            Some((leaving, beside)) => format!("there is no {leaving}; there {}", listed(&beside)),
            None => "there is no such table, column or label".to_owned(),
        }
    }

    /// The names of what stands on a side where `what` would.
    fn beside(&self, side: Side, what: &Leaving) -> Vec<String> {
        let schema = match side {
            Side::Before => self.before,
            Side::Wanted => self.wanted,
        };
        match what {
            Leaving::Table { .. } => schema.tables.keys().map(ToString::to_string).collect(),
            Leaving::Column { table, .. } => {
                let table = match side {
                    Side::Before => self.previous(table),
                    Side::Wanted => table,
                };
                let columns = schema.table(table).into_iter().flat_map(|table| &table.columns);
                columns.map(|column| column.name.clone()).collect()
            }
            Leaving::Label { enumeration, .. } => {
                schema.enums.get(enumeration).map(|known| known.labels.clone()).unwrap_or_default()
            }
        }
    }

    /// Why a rename whose two ends are there does not apply.
    pub(super) fn contradiction(&self, rename: &Rename, is_recorded: bool) -> String {
        let (start, end) = (start_of(rename), end_of(rename));
        if self.has(Side::Before, &end) {
            return format!("the {end} is there already, beside the {start}");
        }
        if self.has(Side::Wanted, &start) {
            return format!("the entities still have the {start}, beside the {end}");
        }
        if is_recorded {
            format!("the {start} can't become the {end}")
        } else {
            format!("no revision made the {start}: rename it by hand, or in a revision of your own")
        }
    }
}

/// What a rename begins with.
pub(super) fn start_of(rename: &Rename) -> Leaving {
    match rename.clone() {
        Rename::Table { from, .. } => Leaving::Table { table: from },
        Rename::Column { table, from, .. } => Leaving::Column { table, column: from },
        Rename::Label { enumeration, from, .. } => Leaving::Label { enumeration, label: from },
    }
}

/// What a rename leads to.
pub(super) fn end_of(rename: &Rename) -> Leaving {
    match rename.clone() {
        Rename::Table { to, .. } => Leaving::Table { table: to },
        Rename::Column { table, to, .. } => Leaving::Column { table, column: to },
        Rename::Label { enumeration, to, .. } => Leaving::Label { enumeration, label: to },
    }
}

fn parts(name: &ObjectName) -> Vec<String> {
    name.schema.iter().chain([&name.name]).cloned().collect()
}

fn listed(names: &[String]) -> String {
    match names {
        [] => "is nothing".to_owned(),
        [name] => format!("is `{name}`"),
        names => format!("are `{}`", names.join("`, `")),
    }
}

fn ambiguous(flags: impl Iterator<Item = String>) -> String {
    format!("it may mean several things: pass {}", flags.collect::<Vec<_>>().join(" or "))
}

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use limbeck_schema::{
    Capabilities, Column, ColumnType, Dialect, Enumeration, ObjectName, Pair, PrimaryKey, Schema, Table, fill_unsaid,
    is_kept_alike,
};

use super::super::{
    Noted, Skipped, Undecided,
    differ::Object,
    facet::Facet,
    judge::{Doubt, Words, undecided},
    matching::{Match, judge_facet, matches},
    parts::{Part, Uniqueness, column_form},
    users::names_column,
};
use super::{Columns, opaque::take_types};

/// What the entities want and the database has without a revision: the changes start from it as if it were recorded.
#[derive(Debug, Default)]
pub(in super::super) struct Adopted {
    tables: BTreeMap<ObjectName, Fragment>,
    enums: BTreeMap<ObjectName, Enumeration>,
    /// What was adopted, and is equal to what is wanted.
    pub(in super::super) unrecorded: Vec<Noted>,
    /// What a server may have written in other words.
    pub(in super::super) skipped: Vec<Skipped>,
    /// What a server should be asked.
    pub(in super::super) undecided: Vec<Undecided>,
}

/// Adopted parts of a table.
#[derive(Debug)]
struct Fragment {
    table: Table,
    /// Whether the table itself is adopted, not only parts of one that is recorded.
    is_whole: bool,
}

/// What is in `actual`, whose texts are the server's, and in `wanted`, and not in `recorded`.
pub(in super::super) fn adopt(
    wanted: &Schema,
    actual: &Schema,
    recorded: &Schema,
    words: Words<'_>,
    (aside, opaque): (&BTreeSet<ObjectName>, &Columns),
) -> Adopted {
    let mut adopted = Adopted::default();
    let dialect = words.dialect;
    if Capabilities::of(dialect).enum_types {
        for (name, enumeration) in &wanted.enums {
            if let (Some(found), false) = (actual.enums.get(name), recorded.enums.contains_key(name)) {
                adopted.enums.insert(name.clone(), found.clone());
                if found == enumeration {
                    adopted.unrecorded.push(Object::Enum(found).noted());
                }
            }
        }
    }
    for (name, wanted) in wanted.tables.iter().filter(|(name, _)| !aside.contains(*name)) {
        if let Some(actual) = actual.table(name) {
            let mut adopting = Adopting { adopted: &mut adopted, wanted, actual, dialect, words, opaque };
            match recorded.table(name) {
                None => adopting.whole(),
                Some(recorded) if recorded == actual => {}
                Some(recorded) => adopting.parts(recorded),
            }
        }
    }
    adopted
}

impl Adopted {
    /// Adds what was adopted to what is recorded on `dialect`, which may have some of it already.
    pub(in super::super) fn add_to(&self, schema: &mut Schema, dialect: Dialect) {
        for (name, fragment) in &self.tables {
            match schema.table_mut(name) {
                Some(table) => extend(table, &fragment.table, dialect),
                None if fragment.is_whole => {
                    schema.tables.insert(name.clone(), fragment.table.clone());
                }
                // Another dialect makes this table anew, with all its parts.
                None => {}
            }
        }
        for (name, enumeration) in &self.enums {
            schema.enums.entry(name.clone()).or_insert_with(|| enumeration.clone());
        }
    }
}

/// Adds to `table` the parts of `fragment` that it lacks.
fn extend(table: &mut Table, fragment: &Table, dialect: Dialect) {
    let mut lacking = fragment.clone();
    lacking.columns.retain(|column| table.column(&column.name).is_none());
    let new: Vec<Part<'_>> = matches(Pair::new(table, fragment), dialect)
        .into_iter()
        .filter(|part| part.previous.is_empty())
        .flat_map(|part| part.next)
        .collect();
    let is_new = |part: Part<'_>| new.contains(&part);
    lacking.uniques = fragment
        .uniques
        .iter()
        .filter(|unique| is_new(Part::Unique(Uniqueness::Constraint(unique))))
        .cloned()
        .collect();
    lacking.indexes = fragment
        .indexes
        .iter()
        .filter(|index| is_new(Part::Index(index)) || is_new(Part::Unique(Uniqueness::Index(index))))
        .cloned()
        .collect();
    lacking.foreign_keys = fragment.foreign_keys.iter().filter(|key| is_new(Part::ForeignKey(key))).cloned().collect();
    lacking.checks = fragment.checks.iter().filter(|check| is_new(Part::Check(check))).cloned().collect();
    table.columns.append(&mut lacking.columns);
    table.uniques.append(&mut lacking.uniques);
    table.indexes.append(&mut lacking.indexes);
    table.foreign_keys.append(&mut lacking.foreign_keys);
    table.checks.append(&mut lacking.checks);
    if table.primary_key.is_none() {
        table.primary_key = lacking.primary_key;
    }
}

/// One table that the entities want and the database has.
struct Adopting<'a, 'b> {
    adopted: &'b mut Adopted,
    wanted: &'a Table,
    actual: &'a Table,
    dialect: Dialect,
    words: Words<'a>,
    opaque: &'a Columns,
}

impl Adopting<'_, '_> {
    /// Adopts a table that no revision made, with those of its parts that are wanted.
    fn whole(&mut self) {
        let mut filled = self.wanted.clone();
        take_types(&mut filled, self.actual, self.opaque);
        fill_unsaid(&mut filled, self.actual, self.dialect);
        let mut table = self.actual.clone();
        table.columns = self.columns(&filled, |_| true).into_iter().map(|(column, _)| column).collect();
        if filled.primary_key.is_none() {
            table.primary_key = None;
        }
        table.triggers.clear();
        table.beyond.clear();
        self.take_parts(&mut table, &filled, |_| true);
        require_known_columns(&mut table, self.actual, None);
        self.adopted.unrecorded.push(Object::Table(self.actual).noted());
        self.adopted.tables.insert(table.name.clone(), Fragment { table, is_whole: true });
    }

    /// Adopts parts of a recorded table that no revision made.
    fn parts(&mut self, recorded: &Table) {
        let mut filled = self.wanted.clone();
        take_types(&mut filled, self.actual, self.opaque);
        take_types(&mut filled, recorded, self.opaque);
        fill_unsaid(&mut filled, recorded, self.dialect);
        fill_unsaid(&mut filled, self.actual, self.dialect);
        let mut table = Table::new(recorded.name.clone(), Vec::new());
        for (column, is_same) in self.columns(&filled, |name| recorded.column(name).is_none()) {
            if is_same {
                self.adopted.unrecorded.push(Part::Column(&column).noted(&table.name));
            }
            table.columns.push(column);
        }
        if recorded.primary_key.is_none() && filled.primary_key.is_some() {
            table.primary_key.clone_from(&self.actual.primary_key);
            let members = |key: &PrimaryKey| key.columns.clone();
            let is_equal = table.primary_key.as_ref().map(members) == filled.primary_key.as_ref().map(members);
            if let Some(key) = table.primary_key.as_ref().filter(|_| is_equal) {
                self.adopted.unrecorded.push(Part::PrimaryKey(key).noted(&table.name));
            }
        }
        let unmade = matches(Pair::new(recorded, &filled), self.dialect);
        let unmade: Vec<Part<'_>> =
            unmade.into_iter().filter(|part| part.previous.is_empty()).flat_map(|part| part.next).collect();
        let noted = self.take_parts(&mut table, &filled, |part| part.next.iter().any(|next| unmade.contains(next)));
        self.adopted.unrecorded.extend(noted);
        require_known_columns(&mut table, self.actual, Some(recorded));
        let is_empty = table.columns.is_empty()
            && table.primary_key.is_none()
            && table.uniques.is_empty()
            && table.indexes.is_empty()
            && table.foreign_keys.is_empty()
            && table.checks.is_empty();
        if !is_empty {
            self.adopted.tables.insert(table.name.clone(), Fragment { table, is_whole: false });
        }
    }

    /// The actual columns that are wanted and `chosen`, in the words of the entities where both are equal, and whether all of it is.
    fn columns(&mut self, filled: &Table, chosen: impl Fn(&str) -> bool) -> Vec<(Column, bool)> {
        let actual = self.actual;
        let found = actual.columns.iter().filter(|column| chosen(&column.name));
        found.filter_map(|column| Some(self.column(column, filled, filled.column(&column.name)?))).collect()
    }

    fn column(&mut self, actual: &Column, filled: &Table, wanted: &Column) -> (Column, bool) {
        let mut column = actual.clone();
        column.keep = wanted.keep;
        if !self.words.is_exact() && is_kept_alike(&wanted.column_type, &column.column_type, self.dialect) {
            column.column_type.clone_from(&wanted.column_type);
        }
        self.name_enumeration(&mut column.column_type, &wanted.column_type);
        let form = column_form(self.actual, &column, self.dialect);
        let wanted_form = column_form(filled, wanted, self.dialect);
        let mut is_same = true;
        for facet in Facet::ALL {
            let (tables, columns) = (Pair::new(self.actual, filled), Pair::new(&column, wanted));
            let judged = judge_facet(facet, tables, columns, Pair::new(&form, &wanted_form), self.words);
            let object = || Part::Facet(actual, facet).noted(&filled.name);
            self.ask(&judged.doubts, object);
            if let Some(reason) = &judged.undecidable {
                self.adopted.skipped.push(Skipped { object: object().to_string(), reason: reason.clone() });
            }
            if judged.same || judged.undecidable.is_some() {
                facet.copy(wanted, &mut column);
            } else {
                is_same = false;
            }
        }
        (column, is_same)
    }

    fn ask(&mut self, doubts: &[Doubt], object: impl Fn() -> Noted) {
        let actual = self.actual;
        self.adopted.undecided.extend(doubts.iter().map(|doubt| undecided(doubt, object(), actual)));
    }

    /// Gives an enumeration of a database without names for them the wanted one's, and notes the type.
    fn name_enumeration(&mut self, actual: &mut ColumnType, wanted: &ColumnType) {
        let (Some(found), Some(stated)) = (actual.enumeration_mut(), wanted.enumeration()) else {
            return;
        };
        // The type of an opaque column is the actual one itself, which has no name to give.
        if Capabilities::of(self.dialect).enum_types || stated.name.name.is_empty() {
            return;
        }
        if found.name.name.is_empty() {
            found.name = stated.name.clone();
        }
        if found.name == stated.name {
            self.adopted.enums.entry(stated.name.clone()).or_insert_with(|| found.clone());
        }
    }

    /// Puts into `table` the actual keys, indexes and checks that have a wanted counterpart and are `chosen`; returns those that are equal to it.
    fn take_parts(&mut self, table: &mut Table, filled: &Table, chosen: impl Fn(&Match<'_>) -> bool) -> Vec<Noted> {
        (table.uniques, table.indexes, table.foreign_keys, table.checks) = Default::default();
        let mut equal = Vec::new();
        for part in matches(Pair::new(self.actual, filled), self.words) {
            if part.previous.is_empty() || part.next.is_empty() || !chosen(&part) {
                continue;
            }
            let is_undecidable = part.undecidable.is_some();
            for (at, actual) in part.previous.iter().enumerate() {
                let wanted = part.next.get(at).or(part.next.first()).filter(|_| part.same || is_undecidable);
                // Facets were judged with their columns.
                if at == 0 && !matches!(actual, Part::Facet(..)) {
                    let object = actual.noted(&table.name);
                    self.ask(&part.doubts, || object.clone());
                    let skipped = |reason| Skipped { object: object.to_string(), reason };
                    self.adopted.skipped.extend(part.undecidable.clone().map(skipped));
                }
                if take_part(table, *actual, wanted) && part.same {
                    equal.push(actual.noted(&table.name));
                }
            }
        }
        equal
    }
}

/// Leaves out what stands on a column of the database that is neither adopted nor recorded: it is as unmanaged as the column.
fn require_known_columns(table: &mut Table, actual: &Table, recorded: Option<&Table>) {
    let is_known =
        |name: &str| table.column(name).is_some() || recorded.is_some_and(|recorded| recorded.column(name).is_some());
    let columns = actual.columns.iter().map(|column| column.name.as_str());
    let unknown: Vec<&str> = columns.filter(|column| !is_known(column)).collect();
    let stands = |part: Part<'_>| !unknown.iter().any(|column| names_column(&part, column));
    let uniques = table.uniques.iter().filter(|unique| stands(Part::Unique(Uniqueness::Constraint(unique))));
    let uniques = uniques.cloned().collect();
    let indexes = table.indexes.iter().filter(|index| stands(Part::Index(index))).cloned().collect();
    let foreign_keys = table.foreign_keys.iter().filter(|key| stands(Part::ForeignKey(key))).cloned().collect();
    let checks = table.checks.iter().filter(|check| stands(Part::Check(check))).cloned().collect();
    (table.uniques, table.indexes, table.foreign_keys, table.checks) = (uniques, indexes, foreign_keys, checks);
    for column in &mut table.columns {
        let needs_unknown = unknown.iter().any(|unknown| names_column(&Part::Column(column), unknown));
        column.generated.take_if(|_| needs_unknown);
    }
    table.primary_key.take_if(|key| unknown.iter().any(|column| names_column(&Part::PrimaryKey(key), column)));
}

/// Adds a key, index or check to `table`, in the words of the wanted one where there is one; whether it was one of these.
fn take_part(table: &mut Table, actual: Part<'_>, wanted: Option<&Part<'_>>) -> bool {
    match (actual, wanted) {
        (Part::Unique(Uniqueness::Constraint(unique)), _) => table.uniques.push(unique.clone()),
        (Part::Unique(Uniqueness::Index(index)), _) | (Part::Index(index), None) => table.indexes.push(index.clone()),
        (Part::Index(index), Some(wanted)) => {
            let mut index = index.clone();
            if let Part::Index(wanted) = wanted {
                index.parts.clone_from(&wanted.parts);
                index.filter.clone_from(&wanted.filter);
            }
            table.indexes.push(index);
        }
        (Part::ForeignKey(key), _) => table.foreign_keys.push(key.clone()),
        (Part::Check(check), wanted) => {
            let mut check = check.clone();
            if let Some(Part::Check(wanted)) = wanted {
                check.expression.clone_from(&wanted.expression);
            }
            table.checks.push(check);
        }
        (Part::Comment(_) | Part::Column(_) | Part::Facet(..) | Part::PrimaryKey(_), _) => return false,
    }
    true
}

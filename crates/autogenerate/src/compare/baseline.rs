//! The first revision of a database that was there before: what the entities state of it, as the database has it.

use std::collections::{BTreeMap, BTreeSet};

use limbeck_schema::{
    Capabilities, Column, Dialect, ObjectName, Pair, Schema, Table, fill_unsaid, lower_column_type, raise_column_type,
};

use super::{
    Comparing, Comparison, Label, Skipped, besides, compare,
    elsewhere::Elsewhere,
    facet::Facet,
    judge::Words,
    label,
    matching::{judge_facet, matches},
    parts::{Part, Uniqueness, column_form},
    prepare, prepare_and_settle,
};
use crate::plan;

/// Plans a revision that makes the tables which the entities state and the database has, as the database has them: every column, key, index and check. What
/// the entities say in other words of the same is in theirs; what no entity states is marked to be kept. A table that no entity states is none of it,
/// unless one of these refers to it. On the other declared dialects it makes what the entities state of that, and of the rest what is portable.
///
/// All steps, both ways, are marked `unless_done`: a database that has it all passes over them, and its way down leaves it there. The result's other lists are
/// those of a comparison behind the revision; the changes that the entities want then are counted by [`Comparison::left`]. Without a database there is
/// nothing to plan.
pub fn baseline(input: &Comparing<'_>) -> Comparison {
    let mut comparison = Comparison::default();
    let input = Comparing { drop_unmanaged: false, renames: &[], ..*input };
    let Some((sides, _)) = prepare_and_settle(&input, &mut comparison) else { return comparison };
    let (Some(actual), dialect) = (&sides.actual, sides.dialect) else { return comparison };
    let words = Words::of_server(dialect, input.verdicts);
    let adopting =
        Adopting { wanted: &sides.wanted, actual, dialect, words, aside: &sides.aside, opaque: input.opaque };
    let mut skipped = Vec::new();
    let end = adopting.schema(&mut skipped);
    let filled = adopting.filled_tables();

    let on = |declared: Dialect| {
        let elsewhere = Elsewhere { stated: &sides.wanted, filled: &filled, opaque: input.opaque, dialect: declared };
        if declared == dialect { end.clone() } else { elsewhere.schema(&end) }
    };
    let recorded: BTreeMap<Dialect, Schema> =
        sides.recorded.keys().map(|declared| (*declared, on(*declared))).collect();
    let behind = compare(&Comparing { recorded: &recorded, ..input });
    let nothing: BTreeMap<Dialect, Schema> = recorded.keys().map(|declared| (*declared, Schema::default())).collect();
    let steps = plan::plan(&plan::Planning {
        wanted: &end,
        renames: &BTreeMap::new(),
        bases: &nothing,
        ends: &recorded,
        fills: &BTreeMap::new(),
    });
    let mut comparison =
        Comparison { is_baseline: true, left: behind.changes.len(), starts: nothing, after: end, ..behind };
    comparison.before = Schema::default();
    let starts = besides::with_besides(&sides, &comparison.starts);
    label::label(steps, &sides, starts, &mut comparison);
    for change in &mut comparison.changes {
        (change.label, change.note) = (Label::Unrecorded, None);
        change.step.unless_done = true;
    }
    // What the entities want besides is asked and refused when its revision is written.
    comparison.refused.clear();
    comparison.questions.clear();
    comparison.unfilled.clear();
    comparison.skipped.extend(skipped);
    comparison.skipped.sort();
    comparison.skipped.dedup();
    comparison
}

struct Adopting<'a> {
    wanted: &'a Schema,
    actual: &'a Schema,
    dialect: Dialect,
    /// What the server said of texts that differ.
    words: Words<'a>,
    aside: &'a BTreeSet<ObjectName>,
    opaque: &'a BTreeSet<(ObjectName, String)>,
}

impl Adopting<'_> {
    fn schema(&self, skipped: &mut Vec<Skipped>) -> Schema {
        let mut schema = Schema::default();
        for (name, wanted) in &self.wanted.tables {
            if let Some(actual) = self.actual.table(name) {
                let table = self.table(actual, wanted, &mut schema);
                schema.tables.insert(name.clone(), table);
            }
        }
        self.add_targets(&mut schema, skipped);
        for table in schema.tables.values_mut() {
            for beyond in std::mem::take(&mut table.beyond) {
                let reason = "no revision says it: a new database is without it".to_owned();
                skipped.push(Skipped { object: format!("{} of {}", beyond.what, table.name), reason });
            }
            for trigger in std::mem::take(&mut table.triggers) {
                let reason = "no revision makes triggers: a new database is without it".to_owned();
                skipped.push(Skipped { object: format!("trigger {} of {}", trigger.name, table.name), reason });
            }
        }
        self.add_enums(&mut schema);
        schema
    }

    /// The stated tables that are there, with what their entities leave out.
    fn filled_tables(&self) -> Schema {
        let mut schema = Schema::default();
        for (name, wanted) in &self.wanted.tables {
            if let Some(actual) = self.actual.table(name) {
                schema.tables.insert(name.clone(), self.filled(wanted, actual));
            }
        }
        schema
    }

    fn filled(&self, wanted: &Table, actual: &Table) -> Table {
        let mut filled = wanted.clone();
        prepare::take_types(&mut filled, actual, self.opaque);
        fill_unsaid(&mut filled, actual, self.dialect);
        filled
    }

    /// A table as it is there, in the entity's words where they lead to the same, and marked where it states nothing.
    fn table(&self, actual: &Table, wanted: &Table, schema: &mut Schema) -> Table {
        let filled = self.filled(wanted, actual);
        let mut table = actual.clone();
        for column in &mut table.columns {
            match filled.column(&column.name) {
                Some(wanted) => {
                    self.take_texts(Pair::new(actual, &filled), column, wanted);
                    self.take_words(column, wanted, schema);
                }
                None => column.keep = true,
            }
        }
        let unstated: Vec<Part<'_>> = matches(Pair::new(actual, &filled), self.dialect)
            .into_iter()
            .filter(|part| part.next.is_empty())
            .flat_map(|part| part.previous)
            .collect();
        let is_unstated = |part: Part<'_>| unstated.contains(&part);
        for (kept, known) in table.uniques.iter_mut().zip(&actual.uniques) {
            kept.keep = is_unstated(Part::Unique(Uniqueness::Constraint(known)));
        }
        for (kept, known) in table.indexes.iter_mut().zip(&actual.indexes) {
            kept.keep = is_unstated(Part::Index(known)) || is_unstated(Part::Unique(Uniqueness::Index(known)));
        }
        for (kept, known) in table.foreign_keys.iter_mut().zip(&actual.foreign_keys) {
            kept.keep = is_unstated(Part::ForeignKey(known));
        }
        for (kept, known) in table.checks.iter_mut().zip(&actual.checks) {
            kept.keep = is_unstated(Part::Check(known));
        }
        self.take_part_texts(&mut table, Pair::new(actual, &filled));
        table
    }

    /// What the entity says in texts where the server's are the same in other words.
    fn take_texts(&self, tables: Pair<&Table>, column: &mut Column, wanted: &Column) {
        let known = column.clone();
        let form = column_form(tables.previous, &known, self.dialect);
        let wanted_form = column_form(tables.next, wanted, self.dialect);
        for facet in [Facet::Default, Facet::Generated, Facet::OnUpdate] {
            let (columns, forms) = (Pair::new(&known, wanted), Pair::new(&form, &wanted_form));
            if judge_facet(facet, tables, columns, forms, self.words).same {
                facet.copy(wanted, column);
            }
        }
    }

    /// The entity's checks, index parts and predicates where the server's are the same in other words.
    fn take_part_texts(&self, table: &mut Table, tables: Pair<&Table>) {
        for part in matches(tables, self.words).into_iter().filter(|part| part.same) {
            match (&part.previous[..], &part.next[..]) {
                ([Part::Check(known)], [Part::Check(wanted)]) => {
                    let found = table.checks.iter_mut().find(|check| check.expression == known.expression);
                    if let Some(check) = found {
                        check.expression.clone_from(&wanted.expression);
                    }
                }
                ([Part::Index(known)], [Part::Index(wanted)]) => {
                    if let Some(index) = table.indexes.iter_mut().find(|index| index.name == known.name) {
                        index.parts.clone_from(&wanted.parts);
                        index.filter.clone_from(&wanted.filter);
                    }
                }
                _ => {}
            }
        }
    }

    /// The entity's type where a column of it would come back as the one that is there; its name for an enumerated type where the database has none.
    fn take_words(&self, column: &mut Column, wanted: &Column, schema: &mut Schema) {
        let lowered = lower_column_type(&wanted.column_type, self.dialect);
        let comes_back = lowered.is_ok_and(|sql| raise_column_type(&sql, self.dialect) == column.column_type);
        if comes_back {
            column.column_type.clone_from(&wanted.column_type);
        }
        if Capabilities::of(self.dialect).enum_types {
            return;
        }
        if let (Some(there), Some(stated)) = (column.column_type.enumeration_mut(), wanted.column_type.enumeration()) {
            there.name.clone_from(&stated.name);
            if !stated.name.name.is_empty() {
                schema.enums.entry(stated.name.clone()).or_insert_with(|| there.clone());
            }
        }
    }

    /// Adds the tables that are referred to and that no entity states; a key to one that takes no part is left out.
    fn add_targets(&self, schema: &mut Schema, skipped: &mut Vec<Skipped>) {
        loop {
            let targets = schema.tables.values().flat_map(|table| table.foreign_keys.iter().map(|key| &key.target));
            let missing =
                targets.filter(|target| !schema.tables.contains_key(*target) && !self.aside.contains(*target));
            let found: Vec<Table> = missing.filter_map(|target| self.actual.table(target)).cloned().collect();
            if found.is_empty() {
                break;
            }
            for mut table in found {
                table.keep = true;
                schema.tables.insert(table.name.clone(), table);
            }
        }
        let known: BTreeSet<ObjectName> = schema.tables.keys().cloned().collect();
        for table in schema.tables.values_mut() {
            for key in table.foreign_keys.iter().filter(|key| !known.contains(&key.target)) {
                let reason = format!("its table `{}` takes no part", key.target);
                skipped.push(Skipped { object: Part::ForeignKey(key).noted(&table.name).to_string(), reason });
            }
            table.foreign_keys.retain(|key| known.contains(&key.target));
        }
    }

    /// The enumerated types of the columns, and those that the entities state, as the database has them.
    fn add_enums(&self, schema: &mut Schema) {
        if !Capabilities::of(self.dialect).enum_types {
            return;
        }
        let columns = schema.tables.values().flat_map(|table| &table.columns);
        let used = columns.filter_map(|column| column.column_type.enumeration().map(|it| it.name.clone()));
        let names: BTreeSet<ObjectName> = used.chain(self.wanted.enums.keys().cloned()).collect();
        for name in names {
            if let Some(enumeration) = self.actual.enums.get(&name) {
                if !self.wanted.enums.contains_key(&name) {
                    schema.kept_enums.insert(name.clone());
                }
                schema.enums.insert(name, enumeration.clone());
            }
        }
    }
}

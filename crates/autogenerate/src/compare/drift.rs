//! What somebody changed in the database without a revision.

use std::collections::BTreeMap;

use limbeck_schema::{Capabilities, Column, ForeignKey, Pair, Schema};

use super::{
    Comparison, Conflict, Drift, Noted, Outcome, Sides, Skipped,
    differ::{Difference, Object, differences},
    facet::Facet,
    parts::{Id, Part, PartId},
    relabelled,
    words::words,
};

/// Compares what is recorded with what the connected database has, and holds each difference against what the entities want. Returns those that a repair
/// brings back: where the entities want something else than the database has.
pub(super) fn find<'a>(sides: &'a Sides, outcome: &Outcome, comparison: &mut Comparison) -> Vec<Difference<'a>> {
    let dialect = sides.dialect;
    let (Some(actual), Some(recorded)) = (&sides.actual, sides.recorded.get(&dialect)) else {
        return Vec::new();
    };
    let (Some(base), Some(completed)) = (sides.bases.get(&dialect), outcome.completed.get(&dialect)) else {
        return Vec::new();
    };
    let base = relabelled(base, completed);
    let changed = differences(Pair::new(base.as_ref(), completed), sides.words_of_people(dialect), &sides.aside);
    let changed = changed.into_iter().map(|difference| (difference.id.clone(), difference)).collect();
    let drifting = Drifting { sides, outcome, completed, changed };
    let mut found = differences(Pair::new(recorded, actual), sides.words_of_server(), &sides.aside);
    found.retain(|difference| drifting.judge(difference, comparison));
    comparison.unsaid.sort();
    comparison.unsaid.dedup();
    found
}

struct Drifting<'a> {
    sides: &'a Sides<'a>,
    outcome: &'a Outcome,
    completed: &'a Schema,
    /// What the model changed on this dialect.
    changed: BTreeMap<Id, Difference<'a>>,
}

impl Drifting<'_> {
    /// Says what a difference is, and whether it is to be brought back.
    fn judge(&self, found: &Difference<'_>, comparison: &mut Comparison) -> bool {
        if found.is_added() || self.goes_with_its_owner(&found.id) {
            return false;
        }
        let Some(object) = found.previous.first().or(found.next.first()).map(Object::noted) else {
            return false;
        };
        if let Some(reason) = &found.undecidable {
            // What the entities change is made anew in any case.
            if !self.outcome.triggers.contains(&found.id) {
                comparison.skipped.push(Skipped { object: object.to_string(), reason: reason.clone() });
            }
            return false;
        }
        if self.is_unsaid(found) {
            comparison.unsaid.push(object);
            return false;
        }
        match self.wanted(found) {
            Wanted::AsRecorded => {
                comparison.drifted.push(self.drift(object, found, None));
                true
            }
            Wanted::AsActual => {
                let hint = "the entities want what the database has: once a revision says so, `stamp` it here";
                comparison.drifted.push(self.drift(object, found, Some(hint)));
                false
            }
            Wanted::Gone => false,
            // The change leads from what is there.
            Wanted::Other(Some(_)) if is_unmade(found) => false,
            Wanted::Other(wanted) => {
                let object = self.changed_type(found).map_or(object, |changed| changed.noted());
                let Drift { object, recorded, actual, .. } = self.drift(object, found, None);
                comparison.conflicts.push(Conflict { object, wanted, recorded, actual });
                true
            }
        }
    }

    fn drift(&self, object: Noted, found: &Difference<'_>, hint: Option<&str>) -> Drift {
        let text = |objects: &[Object<'_>]| objects.first().and_then(|object| words(object, self.sides.dialect));
        Drift { object, recorded: text(&found.previous), actual: text(&found.next), hint: hint.map(str::to_owned) }
    }

    /// Whether the model drops the table or column that the object belongs to.
    fn goes_with_its_owner(&self, id: &Id) -> bool {
        let goes = |id: &Id| self.changed.get(id).is_some_and(Difference::is_removed);
        match id {
            Id::Part(table, PartId::Facet(column, _)) => {
                goes(&Id::Table(table.clone())) || goes(&Id::Part(table.clone(), PartId::Column(column.clone())))
            }
            Id::Part(table, _) => goes(&Id::Table(table.clone())),
            Id::Table(_) | Id::Enum(_) => false,
        }
    }

    /// A facet that no revision made and no entity states is nobody's business.
    fn is_unsaid(&self, found: &Difference<'_>) -> bool {
        match (found.previous.first(), found.next.first()) {
            (None, Some(Object::Part(table, Part::Comment(_)))) => {
                self.sides.wanted.table(table).is_none_or(|wanted| wanted.comment.is_none())
            }
            (Some(Object::Part(table, Part::Facet(recorded, facet))), _) => {
                let wanted = self.sides.wanted.table(table).and_then(|table| table.column(&recorded.name));
                facet.is_unsaid(recorded) && is_facet_unsaid(*facet, wanted)
            }
            (
                Some(Object::Part(table, Part::ForeignKey(recorded))),
                Some(Object::Part(_, Part::ForeignKey(actual))),
            ) => {
                let wanted = self.sides.wanted.table(table).and_then(|table| {
                    table.foreign_keys.iter().find(|key| {
                        key.columns == recorded.columns
                            && key.target == recorded.target
                            && key.target_columns == recorded.target_columns
                    })
                });
                wanted.is_some_and(|wanted| adds_unsaid(recorded, actual, wanted))
            }
            _ => false,
        }
    }

    /// What the entities want of an object that differs between what is recorded and what is there.
    fn wanted(&self, found: &Difference<'_>) -> Wanted {
        if let Some(changed) = self.changed.get(&found.id) {
            return match (changed.is_removed(), found.is_removed()) {
                (true, _) => Wanted::Gone,
                (false, false) if changed.form == found.form => Wanted::AsActual,
                (false, _) => Wanted::Other(changed.next.first().and_then(|object| words(object, self.sides.dialect))),
            };
        }
        if let Some(wanted) = self.labels(found) {
            return wanted;
        }
        // Something of the object that is gone was to be changed.
        let is_within = |id: &Id| match (&found.id, id) {
            (Id::Table(table), Id::Part(owner, _)) => table == owner,
            (Id::Part(table, PartId::Column(column)), Id::Part(owner, PartId::Facet(other, _))) => {
                table == owner && column == other
            }
            _ => false,
        };
        let is_changed = self.outcome.triggers.iter().any(is_within) || self.has_changed_labels(found);
        if found.is_removed() && is_changed {
            return Wanted::Other(self.completed_words(&found.id));
        }
        Wanted::AsRecorded
    }

    /// The enumerated type that the model changes as a whole, where the database has its labels in each column.
    fn changed_type(&self, found: &Difference<'_>) -> Option<Object<'_>> {
        let Object::Part(_, Part::Facet(recorded, Facet::Type)) = found.previous.first()? else {
            return None;
        };
        let changed = self.changed.get(&Id::Enum(recorded.column_type.enumeration()?.name.clone()))?;
        changed.next.first().or(changed.previous.first()).copied()
    }

    /// Whether a column of the object has an enumerated type that the model changes, where the labels are the column's own.
    fn has_changed_labels(&self, found: &Difference<'_>) -> bool {
        let columns = match found.previous.first() {
            Some(Object::Table(table)) => table.columns.as_slice(),
            Some(Object::Part(_, Part::Column(column))) => std::slice::from_ref(*column),
            _ => &[],
        };
        let mut types = columns.iter().filter_map(|column| column.column_type.enumeration());
        !Capabilities::of(self.sides.dialect).enum_types
            && types.any(|enumeration| self.outcome.triggers.contains(&Id::Enum(enumeration.name.clone())))
    }

    fn labels(&self, found: &Difference<'_>) -> Option<Wanted> {
        let wanted = self.changed_type(found)?;
        let actual = match found.next.first()? {
            Object::Part(_, Part::Facet(actual, _)) => actual.column_type.enumeration(),
            _ => None,
        };
        Some(match wanted {
            Object::Enum(wanted) if actual.is_some_and(|actual| actual.labels == wanted.labels) => Wanted::AsActual,
            wanted => Wanted::Other(words(&wanted, self.sides.dialect)),
        })
    }

    /// The wanted table or column in words.
    fn completed_words(&self, id: &Id) -> Option<String> {
        let object = match id {
            Id::Table(table) => Object::Table(self.completed.table(table)?),
            Id::Part(table, PartId::Column(column)) => {
                let (name, known) = self.completed.tables.get_key_value(table)?;
                Object::Part(name, Part::Column(known.column(column)?))
            }
            _ => return None,
        };
        words(&object, self.sides.dialect)
    }
}

fn is_facet_unsaid(facet: Facet, wanted: Option<&Column>) -> bool {
    let can_be_unsaid = !matches!(facet, Facet::Type | Facet::Nullable | Facet::AutoIncrement);
    can_be_unsaid && wanted.is_some_and(|wanted| facet.is_unsaid(wanted))
}

/// Whether it is a facet that no revision made and the database has.
fn is_unmade(found: &Difference<'_>) -> bool {
    match (found.previous.first(), found.next.first()) {
        (None, Some(Object::Part(_, Part::Comment(_)))) => true,
        (Some(Object::Part(_, Part::Facet(recorded, facet))), Some(Object::Part(_, Part::Facet(actual, _)))) => {
            facet.is_unsaid(recorded) && !facet.is_unsaid(actual)
        }
        _ => false,
    }
}

/// Whether the database has nothing but actions and times that neither a revision nor the entity states.
fn adds_unsaid(recorded: &ForeignKey, actual: &ForeignKey, wanted: &ForeignKey) -> bool {
    fn adds<T: PartialEq>(recorded: Option<T>, actual: Option<T>, wanted: Option<T>) -> bool {
        recorded == actual || (recorded.is_none() && wanted.is_none())
    }
    adds(recorded.on_delete, actual.on_delete, wanted.on_delete)
        && adds(recorded.on_update, actual.on_update, wanted.on_update)
        && adds(recorded.deferrable, actual.deferrable, wanted.deferrable)
}

/// How an object is wanted, seen from what is recorded and what is there.
enum Wanted {
    AsRecorded,
    AsActual,
    Gone,
    Other(Option<String>),
}

//! Names that two things have.

use std::collections::{BTreeMap, HashMap};

use limbeck_schema::{Enumeration, ObjectName};

use super::Problems;
use crate::{
    items::Tree,
    origins::Span,
    problems::{At, Fault, Problem},
    tables::Built,
};

/// Two indexes of one name cannot be made: PostgreSQL and SQLite have one name space for those of all tables.
pub(super) fn tell_of_names_twice(tree: &Tree, tables: &BTreeMap<ObjectName, Built>, problems: &mut Problems) {
    let mut seen: HashMap<(Option<&str>, &str), &ObjectName> = HashMap::new();
    for built in tables.values() {
        let table = &built.table;
        let indexes = table.indexes.iter().map(|index| index.name.as_str());
        let names = indexes.chain(table.uniques.iter().filter_map(|unique| unique.name.as_deref()));
        for name in names {
            let Some(other) = seen.insert((table.name.schema.as_deref(), name), &table.name) else {
                continue;
            };
            let fault = Fault::new(format!("two indexes are called `{name}`, in `{other}` and `{}`", table.name))
                .help("give a `unique_key` another name, or take `indexed` off the column of that name");
            problems.add(tree, built.file, fault.error(built.at));
        }
    }
}

/// What is wrong with an enum whose name another one has, with other labels.
pub(super) fn two_enums(enumeration: &Enumeration, known: &Span, place: &Span) -> Problem {
    let message = format!(
        "the enum `{}` has other labels at {}:{}:{}",
        enumeration.name,
        known.file.display(),
        known.line,
        known.column
    );
    let fault = Fault::new(message).help("give one of the two another `enum_name`, or make their labels alike");
    fault.error(At { line: place.line, column: place.column, length: 1 }).in_file(&place.file)
}

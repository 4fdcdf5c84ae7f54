//! What rows hold in columns that may not be NULL: the flags, and the questions.

use limbeck_autogenerate::{Fill, Fills, Unfilled};
use limbeck_schema::ObjectName;

use super::{
    ask::Filled,
    path::{for_shell, quoted},
};
use crate::{CliError, arguments::Renaming};

/// The values that the flags state. The schema that unqualified names mean is said nowhere.
///
/// # Errors
/// Two flags that name one column.
pub(super) fn stated(flags: &Renaming, default_schema: &str) -> Result<Fills, CliError> {
    let values = flags.fill.iter().cloned();
    let nothing = flags.no_fill.iter().cloned().map(|column| (column, Fill::Nothing));
    let mut fills = Fills::new();
    for ((mut table, name), fill) in values.chain(nothing) {
        table.schema.take_if(|schema| schema == default_schema);
        let column = (table, name);
        if fills.contains_key(&column) {
            let option = if matches!(fill, Fill::Nothing) { "--no-fill" } else { "--fill" };
            let flag = format!("{option} {}", for_shell(&spelt(&column)));
            return Err(CliError::Rename { flag, problem: "another flag says what the column holds".to_owned() });
        }
        fills.insert(column, fill);
    }
    Ok(fills)
}

/// A column as the flags take it.
pub(super) fn spelt((table, column): &(ObjectName, String)) -> String {
    let parts = table.schema.iter().chain([&table.name, column]);
    parts.map(|part| quoted(part)).collect::<Vec<_>>().join(".")
}

/// The flag that says the same as an answer.
pub(super) fn flag(column: &(ObjectName, String), filled: &Filled) -> String {
    match filled {
        Filled::Value { text, .. } => value_flag(column, text),
        Filled::Nothing => format!("--no-fill {}", for_shell(&spelt(column))),
    }
}

fn value_flag(column: &(ObjectName, String), value: &str) -> String {
    format!("--fill {}", for_shell(&format!("{}={value}", spelt(column))))
}

/// A column without a value as lines: what is missing, then the flag of each answer.
pub(super) fn question(unfilled: &Unfilled) -> (String, Vec<String>) {
    let column = (unfilled.table.clone(), unfilled.column.clone());
    let refused = unfilled.refused.as_ref().map(|reason| format!(" ({reason})")).unwrap_or_default();
    let line = format!("{} may not be NULL: what do the rows hold that are there?{refused}", spelt(&column));
    (line, flags(unfilled))
}

/// The flags that answer: a value each, the likeliest first, then that there is no such row.
pub(crate) fn flags(unfilled: &Unfilled) -> Vec<String> {
    let column = (unfilled.table.clone(), unfilled.column.clone());
    let values = unfilled.suggestions.iter().map(|value| value_flag(&column, value));
    let values: Vec<String> = values.collect();
    let values = if values.is_empty() { vec![format!("--fill {}=VALUE", for_shell(&spelt(&column)))] } else { values };
    values.into_iter().chain([flag(&column, &Filled::Nothing)]).collect()
}

#[cfg(test)]
mod tests {
    use limbeck_schema::Expression;

    use super::*;

    #[test]
    fn flags_are_what_a_shell_and_the_parser_take() {
        for (table, column, value, expected) in [
            (ObjectName::bare("animals"), "age", "0", "--fill animals.age=0"),
            (
                ObjectName::qualified("zoo", "animals"),
                "name",
                "'it''s'",
                r"--fill 'zoo.animals.name='\''it'\'''\''s'\'''",
            ),
            (ObjectName::bare("a.b"), "c=d", "now()", "--fill '\"a.b\".\"c=d\"=now()'"),
        ] {
            let column = (table, column.to_owned());
            assert_eq!(value_flag(&column, value), expected);
            let read = limbeck_autogenerate::filling(&format!("{}={value}", spelt(&column)));
            assert_eq!(read.map(|(column, _)| column), Ok(column));
        }
    }

    #[test]
    fn what_is_asked_names_the_flags() {
        let unfilled = |suggestions: &[&str], refused: Option<&str>| Unfilled {
            table: "animals".into(),
            column: "age".to_owned(),
            suggestions: suggestions.iter().map(|&text| text.to_owned()).collect(),
            refused: refused.map(str::to_owned),
        };
        let line = "animals.age may not be NULL: what do the rows hold that are there?";
        let expected = vec!["--fill animals.age=0".to_owned(), "--no-fill animals.age".to_owned()];
        assert_eq!(question(&unfilled(&["0"], None)), (line.to_owned(), expected));
        let (asked, flags) = question(&unfilled(&[], Some("it is unique")));
        assert_eq!(asked, format!("{line} (it is unique)"));
        assert_eq!(flags, ["--fill animals.age=VALUE", "--no-fill animals.age"]);
    }

    #[test]
    fn the_flags_state_values() {
        let column = |schema: &str| (ObjectName::qualified(schema, "animals"), "age".to_owned());
        let flags = Renaming {
            fill: vec![(column("public"), Fill::Value(Expression::Integer(1)))],
            no_fill: vec![column("zoo")],
            ..Renaming::default()
        };
        let bare = (ObjectName::bare("animals"), "age".to_owned());
        let expected = [(bare, Fill::Value(Expression::Integer(1))), (column("zoo"), Fill::Nothing)];
        assert_eq!(stated(&flags, "public").ok(), Some(expected.into()));
    }

    #[test]
    fn a_column_that_two_flags_name_is_refused() {
        let column = |schema: &str| (ObjectName::qualified(schema, "pets"), "age".to_owned());
        let value = |number| Fill::Value(Expression::Integer(number));
        for (name, fill, no_fill, expected) in [
            ("one", vec![(column("main"), value(1))], vec![], None),
            ("two tables", vec![(column("main"), value(1)), (column("zoo"), value(2))], vec![], None),
            (
                "two values",
                vec![(column("main"), value(1)), (column("main"), value(2))],
                vec![],
                Some("--fill pets.age"),
            ),
            ("a value and none", vec![(column("main"), value(1))], vec![column("main")], Some("--no-fill pets.age")),
        ] {
            let flags = Renaming { fill, no_fill, ..Renaming::default() };
            let found = stated(&flags, "main").err().map(|error| error.to_string());
            let expected =
                expected.map(|flag| format!("`{flag}` does not apply: another flag says what the column holds"));
            assert_eq!(found, expected, "{name}");
        }
    }
}

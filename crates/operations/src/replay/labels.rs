//! What the labels of an enumerated type become, wherever they stand.

use limbeck_schema::{
    Column, ColumnType, Expression, Generated, IndexTarget, ObjectName, Schema, Table, names_in_sql, rename_text_in_sql,
};

use super::ReplayError;

pub(super) fn alter_enum(
    name: &ObjectName,
    previous: &[String],
    next: &[String],
    schema: &mut Schema,
) -> Result<(), ReplayError> {
    let known = schema.enums.get_mut(name).ok_or_else(|| ReplayError::no_enum(name))?;
    if known.labels != previous {
        let (actual, stated) = (known.labels.clone(), previous.to_vec());
        return Err(ReplayError::Labels { name: name.clone(), actual, stated });
    }
    known.labels = next.to_vec();
    let columns = schema.tables.values_mut().flat_map(|table| &mut table.columns);
    for enumeration in columns.filter_map(|column| column.column_type.enumeration_mut()) {
        if enumeration.name == *name {
            enumeration.labels = next.to_vec();
        }
    }
    Ok(())
}

/// Gives a label another name: in the type, in its columns and their defaults, and in the expressions about them, as PostgreSQL does, which keeps
/// labels by number.
pub(super) fn rename_label(name: &ObjectName, label: &str, to: &str, schema: &mut Schema) -> Result<(), ReplayError> {
    let known = schema.enums.get_mut(name).ok_or_else(|| ReplayError::no_enum(name))?;
    if !known.labels.iter().any(|known| known == label) {
        let (name, label, actual) = (name.to_string(), label.to_owned(), known.labels.clone());
        return Err(ReplayError::NoLabel { name, label, actual });
    }
    if known.labels.iter().any(|known| known == to) {
        return Err(ReplayError::LabelTaken { name: name.clone(), label: to.to_owned() });
    }
    in_list(&mut known.labels, label, to);
    for table in schema.tables.values_mut() {
        in_table(table, name, label, to);
    }
    Ok(())
}

/// What has `label` in an expression that is about a column of the type and about a text as well, and on which table: nobody can tell of which of them it
/// is. [`rename_label`] leaves it as it is.
pub(crate) fn doubtful_label<'a>(
    name: &ObjectName,
    label: &str,
    schema: &'a Schema,
) -> Option<(&'a ObjectName, String)> {
    schema.tables.values().find_map(|table| Some((&table.name, Holders::of(table, name).doubtful(table, label)?)))
}

/// A list that has both, as an interrupted rename leaves it on MariaDB, ends with the one.
fn in_list(labels: &mut Vec<String>, label: &str, to: &str) {
    if labels.iter().any(|known| known == label) {
        labels.retain(|known| known != to);
    }
    labels.iter_mut().filter(|known| *known == label).for_each(|known| to.clone_into(known));
}

/// The columns of a table by what a string beside them may be.
struct Holders {
    /// Those of the type.
    labels: Vec<String>,
    /// Those of texts.
    texts: Vec<String>,
}

impl Holders {
    fn of(table: &Table, name: &ObjectName) -> Self {
        let is_of = |column: &&Column| column.column_type.enumeration().is_some_and(|known| known.name == *name);
        let (labels, others): (Vec<&Column>, Vec<&Column>) = table.columns.iter().partition(is_of);
        let names = |column: &Column| column.name.clone();
        let texts = others.into_iter().filter(|column| holds_text(&column.column_type)).map(names).collect();
        Self { labels: labels.into_iter().map(names).collect(), texts }
    }

    /// Whether an expression is about a column of the type: a string in it that equals the label is taken for it.
    fn is_about(&self, sql: &str) -> bool {
        self.labels.iter().any(|column| names_in_sql(sql, column))
    }

    fn is_about_text(&self, sql: &str) -> bool {
        self.texts.iter().any(|column| names_in_sql(sql, column))
    }

    /// What of the table has the label in an expression that is about a text as well.
    fn doubtful(&self, table: &Table, label: &str) -> Option<String> {
        let is_doubtful = |sql: &str| {
            self.is_about(sql) && self.is_about_text(sql) && rename_text_in_sql(sql, label, &format!("{label}!")) != sql
        };
        let is_computed = |column: &&Column| column.generated.as_ref().is_some_and(|it| is_doubtful(&it.expression));
        if let Some(column) = table.columns.iter().find(is_computed) {
            return Some(format!("the computed column `{}`", column.name));
        }
        if let Some(check) = table.checks.iter().find(|check| is_doubtful(&check.expression)) {
            return Some(format!("the check `{}`", check.name.as_ref().unwrap_or(&check.expression)));
        }
        let index = table.indexes.iter().find(|index| index.texts().any(is_doubtful))?;
        Some(format!("the index `{}`", index.name))
    }
}

fn in_table(table: &mut Table, name: &ObjectName, label: &str, to: &str) {
    let holders = Holders::of(table, name);
    if holders.labels.is_empty() {
        return;
    }
    for column in &mut table.columns {
        let Some(enumeration) = column.column_type.enumeration_mut().filter(|known| known.name == *name) else {
            continue;
        };
        in_list(&mut enumeration.labels, label, to);
        in_default(column, label, to);
    }
    let in_text = |text: &mut String| {
        if holders.is_about(text) && !holders.is_about_text(text) {
            *text = rename_text_in_sql(text, label, to);
        }
    };
    let computed = table.columns.iter_mut().filter_map(|column| column.generated.as_mut());
    computed.for_each(|Generated { expression, .. }| in_text(expression));
    table.checks.iter_mut().for_each(|check| in_text(&mut check.expression));
    for index in &mut table.indexes {
        index.filter.iter_mut().for_each(in_text);
        for part in &mut index.parts {
            if let IndexTarget::Expression(sql) = &mut part.target {
                in_text(sql);
            }
        }
    }
}

const fn holds_text(column_type: &ColumnType) -> bool {
    use ColumnType as T;
    match column_type {
        T::Char(_) | T::String(_) | T::Text | T::Json | T::JsonBinary | T::Enum(_) | T::Array(_) | T::Custom(_) => true,
        T::TinyInteger
        | T::SmallInteger
        | T::Integer
        | T::BigInteger
        | T::TinyUnsigned
        | T::SmallUnsigned
        | T::Unsigned
        | T::BigUnsigned
        | T::Float
        | T::Double
        | T::Decimal(_)
        | T::Money(_)
        | T::DateTime
        | T::Timestamp
        | T::TimestampWithTimeZone
        | T::Time
        | T::Date
        | T::Year
        | T::Interval(..)
        | T::Binary(_)
        | T::VarBinary(_)
        | T::Blob
        | T::Bit(_)
        | T::VarBit(_)
        | T::Boolean
        | T::Uuid
        | T::Cidr
        | T::Inet
        | T::MacAddr
        | T::LTree
        | T::Vector(_) => false,
    }
}

fn in_default(column: &mut Column, label: &str, to: &str) {
    let is_list = matches!(column.column_type, ColumnType::Array(_));
    match &mut column.default {
        Some(Expression::Text(text)) if is_list => *text = in_list_text(text, label, to),
        Some(Expression::Text(text)) if text == label => to.clone_into(text),
        Some(Expression::Sql(sql)) => *sql = rename_text_in_sql(sql, label, to),
        _ => {}
    }
}

/// A list's text, `{a,"b c"}`, with the member `label` renamed (manual of PostgreSQL, section 8.15.2).
fn in_list_text(text: &str, label: &str, to: &str) -> String {
    let Some(inner) = text.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')) else {
        return text.to_owned();
    };
    let (mut out, mut member) = (String::from("{"), String::new());
    let (mut quoted, mut escaped) = (false, false);
    for c in inner.chars().chain([',']) {
        if c == ',' && !quoted {
            let plain = member.trim().trim_matches('"').replace("\\\"", "\"").replace("\\\\", "\\");
            if plain == label {
                member = format!("\"{}\"", to.replace('\\', "\\\\").replace('"', "\\\""));
            }
            out.push_str(&member);
            out.push(',');
            member.clear();
            continue;
        }
        quoted ^= c == '"' && !escaped;
        escaped = c == '\\' && !escaped;
        member.push(c);
    }
    out.pop();
    out.push('}');
    out
}

#[cfg(test)]
mod tests {
    use limbeck_schema::{Check, Enumeration, Index, IndexPart};

    use super::*;

    fn schema(labels: [&str; 2], label: &str) -> Schema {
        let mood = Enumeration::new("mood", labels);
        let with = |name: &str, default: Expression| {
            let mut column = Column::new(name, ColumnType::Enum(mood.clone()));
            column.default = Some(default);
            column
        };
        let mut list = with("moods", Expression::Text(format!("{{wild,\"{label}\"}}")));
        list.column_type = ColumnType::Array(Box::new(list.column_type));
        let columns = vec![
            with("mood", Expression::Text(label.to_owned())),
            with("later", Expression::Sql(format!("coalesce(null, '{label}')"))),
            list,
            Column::new("name", ColumnType::Text),
        ];
        let mut table = Table::new("animals", columns);
        table.columns[3].default = Some(Expression::Text("calm".to_owned()));
        table.checks.push(Check::new(format!("mood <> '{label}'")));
        table.checks.push(Check::new("name <> 'calm'"));
        table.checks.push(Check::new("mood = 'wild' or name = 'calm'"));
        let mut index = Index::new("i", [IndexPart::expression(format!("coalesce(later, '{label}')"))]);
        index.filter = Some(format!("mood in ('{label}')"));
        table.indexes.push(index);
        let mut schema = Schema::default();
        schema.enums.insert(mood.name.clone(), mood);
        schema.insert(table);
        schema
    }

    #[test]
    fn a_label_is_renamed_wherever_it_stands() {
        for (before, to, after) in
            [(["calm", "wild"], "at ease", ["at ease", "wild"]), (["wild", "calm"], "a", ["wild", "a"])]
        {
            let mut schema = schema(before, "calm");
            rename_label(&"mood".into(), "calm", to, &mut schema).expect(to);
            assert_eq!(schema, self::schema(after, to), "{to}");
        }
    }

    #[test]
    fn a_label_that_is_not_there_or_taken_is_refused() {
        for (name, label, to, expected) in [
            ("moods", "calm", "x", "there is no enumerated type `moods`"),
            ("mood", "cold", "x", "enumerated type `mood` has no label `cold`, only [\"calm\", \"wild\"]"),
            ("mood", "calm", "wild", "enumerated type `mood` has the label `wild` already"),
        ] {
            let mut schema = schema(["calm", "wild"], "calm");
            let error = rename_label(&name.into(), label, to, &mut schema).expect_err(expected);
            assert_eq!(error.to_string(), expected);
            assert_eq!(schema, self::schema(["calm", "wild"], "calm"), "{expected}");
        }
    }

    #[test]
    fn a_label_beside_a_text_that_may_be_it_is_doubtful() {
        type Change = fn(&mut Table);
        let rows: [(&str, Change, Option<&str>); 5] = [
            (
                "check",
                |t| t.checks.push(Check::new("mood = 'wild' or name = 'calm'").named("ck")),
                Some("the check `ck`"),
            ),
            (
                "index",
                |t| t.indexes.push(Index::new("both", [IndexPart::expression("coalesce(name, mood, 'calm')")])),
                Some("the index `both`"),
            ),
            (
                "computed",
                |t| {
                    let expression = "case when mood = 'calm' then name end".into();
                    let mut column = Column::new("c", ColumnType::Text);
                    column.generated = Some(Generated { expression, stored: true });
                    t.columns.push(column);
                },
                Some("the computed column `c`"),
            ),
            ("another label", |t| t.checks.push(Check::new("mood = 'wild' or name = 'wild'")), None),
            ("a text alone", |t| t.checks.push(Check::new("name = 'calm'")), None),
        ];
        for (what, change, expected) in rows {
            let mut before = schema(["calm", "wild"], "calm");
            before.tables.values_mut().for_each(|table| {
                table.checks.clear();
                change(table);
            });
            let found = doubtful_label(&"mood".into(), "calm", &before).map(|(_, part)| part);
            assert_eq!(found.as_deref(), expected, "{what}");
        }
    }

    #[test]
    fn members_of_a_list_are_told_apart() {
        for (text, expected) in [
            ("{}", "{}"),
            ("{calm}", "{\"it\"}"),
            ("{\"calm\",wild}", "{\"it\",wild}"),
            ("{\"calm,\",calmer}", "{\"calm,\",calmer}"),
            ("{\"a\\\"\",calm}", "{\"a\\\"\",\"it\"}"),
            ("calm", "calm"),
        ] {
            assert_eq!(in_list_text(text, "calm", "it"), expected, "{text}");
        }
    }
}

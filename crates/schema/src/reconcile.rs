use crate::{
    Capabilities, Check, Column, ColumnType, Dialect, Expression, ForeignKey, Index, IndexPart, ObjectName, Schema,
    Table, Unique, canonical_check, canonical_column, canonical_column_type, canonical_comment, canonical_foreign_key,
    canonical_index, canonical_unique, canonical_unique_index, has_same_bytes, has_same_casts, lower_column_type,
};

/// What the catalog says, in the words of the revisions: where a recorded part and the actual one are equal on `dialect`, the recorded words
/// are taken, which know more (an enum's name on MySQL, `Integer` for SQLite's `integer`, what is kept). Names of constraints and indexes stay
/// the actual ones.
///
/// `actual` is the schema that was read from a server of `dialect`; what is not in `recorded`, or differs, stays as it was read.
pub fn reconcile(actual: &mut Schema, recorded: &Schema, dialect: Dialect) {
    reconcile_where(actual, recorded, dialect, |_, _| true);
}

/// The same, but where PostgreSQL's casts differ the words stay as they were read: only a server can tell whether it added them by itself.
pub fn reconcile_to_the_cast(actual: &mut Schema, recorded: &Schema, dialect: Dialect) {
    reconcile_where(actual, recorded, dialect, |one, other| has_same_casts(one, other, dialect));
}

/// `is_same` is asked of two expressions whose forms are equal.
type IsSame<'a> = dyn Fn(&str, &str) -> bool + 'a;

fn reconcile_where(actual: &mut Schema, recorded: &Schema, dialect: Dialect, is_same: impl Fn(&str, &str) -> bool) {
    if !Capabilities::of(dialect).enum_types {
        actual.enums.clone_from(&recorded.enums);
    }
    let kept = |name: &&ObjectName| actual.enums.contains_key(*name);
    actual.kept_enums = recorded.kept_enums.iter().filter(kept).cloned().collect();
    for (name, table) in &mut actual.tables {
        if let Some(known) = recorded.tables.get(name) {
            reconcile_table(table, known, dialect, &is_same);
        }
    }
}

fn reconcile_table(table: &mut Table, known: &Table, dialect: Dialect, is_same: &IsSame<'_>) {
    table.keep = known.keep;
    if canonical_comment(table.comment.as_deref(), dialect) == canonical_comment(known.comment.as_deref(), dialect) {
        table.comment.clone_from(&known.comment);
    }
    for at in 0..table.columns.len() {
        let is_key = table.is_key(&table.columns[at].name);
        if let Some(known_column) = known.column(&table.columns[at].name) {
            let was_key = known.is_key(&known_column.name);
            let keys = (is_key, was_key);
            reconcile_column(&mut table.columns[at], known_column, keys, dialect, is_same);
        }
    }
    if dialect.is_mysql_like() {
        uniques_as_recorded(table, known);
    }
    for unique in &mut table.uniques {
        let form = canonical_unique(unique, dialect);
        if let Some(known) = known.uniques.iter().find(|known| canonical_unique(known, dialect) == form) {
            *unique = Unique { name: unique.name.take(), ..known.clone() };
        }
    }
    for index in &mut table.indexes {
        let form = canonical_index(index, dialect);
        let is_known =
            |known: &&Index| canonical_index(known, dialect) == form && has_same_texts(known, index, is_same);
        if let Some(known) = known.indexes.iter().find(is_known) {
            *index = Index { name: std::mem::take(&mut index.name), ..known.clone() };
        }
    }
    for key in &mut table.foreign_keys {
        let form = canonical_foreign_key(key, dialect);
        if let Some(known) = known.foreign_keys.iter().find(|known| canonical_foreign_key(known, dialect) == form) {
            *key = ForeignKey { name: key.name.take(), ..known.clone() };
        }
    }
    for check in &mut table.checks {
        let form = canonical_check(check, dialect);
        let is_known =
            |known: &&Check| canonical_check(known, dialect) == form && is_same(&known.expression, &check.expression);
        if let Some(known) = known.checks.iter().find(is_known) {
            *check = Check { name: check.name.take(), ..known.clone() };
        }
    }
}

fn reconcile_column(
    column: &mut Column,
    known: &Column,
    (is_key, was_key): (bool, bool),
    dialect: Dialect,
    is_same: &IsSame<'_>,
) {
    if is_declared_alike(&known.column_type, &column.column_type, dialect) {
        column.column_type = known.column_type.clone();
    } else if let (Some(recorded), Some(read)) = (known.column_type.enumeration(), column.column_type.enumeration_mut())
        && read.name.name.is_empty()
    {
        // MySQL and MariaDB have no names for enums; with other labels it is still the same type.
        read.name = recorded.name.clone();
    }
    column.keep = known.keep;
    let form = canonical_column(column, is_key, dialect);
    let known_form = canonical_column(known, was_key, dialect);
    if form.default == known_form.default
        && has_same_bytes(column, known, dialect)
        && is_same_default(column, known, is_same)
    {
        column.default.clone_from(&known.default);
    }
    let is_same_computation = match (&column.generated, &known.generated) {
        (Some(one), Some(other)) => is_same(&one.expression, &other.expression),
        (Some(_), None) | (None, Some(_)) | (None, None) => true,
    };
    if form.generated == known_form.generated && is_same_computation {
        column.generated.clone_from(&known.generated);
    }
    if form.on_update == known_form.on_update {
        column.on_update.clone_from(&known.on_update);
    }
    if form.collation == known_form.collation {
        column.collation.clone_from(&known.collation);
    }
    if form.comment == known_form.comment {
        column.comment.clone_from(&known.comment);
    }
}

fn is_same_default(one: &Column, other: &Column, is_same: &IsSame<'_>) -> bool {
    match (&one.default, &other.default) {
        (Some(Expression::Sql(one)), Some(Expression::Sql(other))) => is_same(one, other),
        _ => true,
    }
}

/// Whether the expressions of two indexes of one form are the same, one by one.
fn has_same_texts(one: &Index, other: &Index, is_same: &IsSame<'_>) -> bool {
    one.texts().zip(other.texts()).all(|(one, other)| is_same(one, other))
}

/// MySQL and MariaDB know no difference between a unique constraint and a unique index; the revisions do.
fn uniques_as_recorded(actual: &mut Table, recorded: &Table) {
    let dialect = Dialect::MariaDb;
    let is_index = |unique: &Unique| {
        let form = Some(canonical_unique(unique, dialect));
        recorded.indexes.iter().any(|index| canonical_unique_index(index, dialect) == form)
    };
    let (indexes, uniques): (Vec<Unique>, _) = std::mem::take(&mut actual.uniques).into_iter().partition(is_index);
    actual.uniques = uniques;
    actual.indexes.extend(indexes.into_iter().map(|unique| {
        let mut index = Index::new(unique.name.unwrap_or_default(), unique.columns.into_iter().map(IndexPart::column));
        index.unique = true;
        index
    }));
}

/// Whether both lower to the same text, letter cases aside. SQLite compares the declared text, not the affinity: a rebuild writes it back.
pub fn is_declared_alike(recorded: &ColumnType, actual: &ColumnType, dialect: Dialect) -> bool {
    match dialect {
        Dialect::Sqlite => match (lower_column_type(recorded, dialect), lower_column_type(actual, dialect)) {
            (Ok(recorded), Ok(actual)) => recorded.eq_ignore_ascii_case(&actual),
            _ => false,
        },
        Dialect::Postgres | Dialect::MySql | Dialect::MariaDb => {
            canonical_column_type(recorded, dialect) == canonical_column_type(actual, dialect)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Enumeration, Generated, ReferentialAction};

    fn table(columns: Vec<Column>, change: impl FnOnce(&mut Table)) -> Table {
        let mut table = Table::new("t", columns);
        change(&mut table);
        table
    }

    fn schema(table: Table) -> Schema {
        Schema { tables: [(table.name.clone(), table)].into(), ..Schema::default() }
    }

    fn column(column_type: ColumnType, change: impl FnOnce(&mut Column)) -> Column {
        let mut column = Column::new("c", column_type);
        change(&mut column);
        column
    }

    /// The table after reconciling what was read with what is recorded.
    fn reconciled(actual: Table, recorded: Table, dialect: Dialect) -> Table {
        let name = actual.name.clone();
        let mut actual = schema(actual);
        reconcile(&mut actual, &schema(recorded), dialect);
        actual.tables.remove(&name).unwrap_or_else(|| Table::new("lost", Vec::new()))
    }

    #[test]
    fn recorded_words_are_taken_where_both_are_equal() {
        use ColumnType as T;
        let mood = Enumeration::new("mood", ["good", "bad"]);
        let unnamed = Enumeration::new("", ["good", "bad"]);
        for (what, dialect, recorded, actual) in [
            ("integer", Dialect::Sqlite, column(T::Integer, |_| ()), column(T::BigInteger, |_| ())),
            (
                "json",
                Dialect::Postgres,
                column(T::Blob, |_| ()),
                column(T::VarBinary(crate::StringLength::None), |_| ()),
            ),
            ("enum", Dialect::MariaDb, column(T::Enum(mood), |_| ()), column(T::Enum(unnamed), |_| ())),
            (
                "default",
                Dialect::MariaDb,
                column(T::Boolean, |c| c.default = Some(true.into())),
                column(T::Boolean, |c| c.default = Some(Expression::Sql("1".into()))),
            ),
            (
                "computed",
                Dialect::Postgres,
                column(T::Text, |c| c.generated = Some(Generated { expression: "lower(a)".into(), stored: true })),
                column(T::Text, |c| {
                    c.generated = Some(Generated { expression: "(lower(a::text))".into(), stored: true })
                }),
            ),
            ("keep", Dialect::Postgres, column(T::Text, |c| c.keep = true), column(T::Text, |_| ())),
        ] {
            let recorded = table(vec![recorded], |_| ());
            assert_eq!(reconciled(table(vec![actual], |_| ()), recorded.clone(), dialect), recorded, "{what}");
        }
    }

    #[test]
    fn what_differs_stays_as_it_was_read() {
        use ColumnType as T;
        for (what, dialect, recorded, actual) in [
            ("type", Dialect::Sqlite, column(T::string_len(64), |_| ()), column(T::string_len(65), |_| ())),
            (
                "default",
                Dialect::Postgres,
                column(T::Integer, |c| c.default = Some(1.into())),
                column(T::Integer, |_| ()),
            ),
            ("nullable", Dialect::Postgres, column(T::Integer, |c| c.nullable = true), column(T::Integer, |_| ())),
        ] {
            let actual = table(vec![actual], |_| ());
            assert_eq!(reconciled(actual.clone(), table(vec![recorded], |_| ()), dialect), actual, "{what}");
        }
    }

    #[test]
    fn words_with_other_casts_are_taken_only_by_who_does_not_mind() {
        let check = |sql: &str| table(vec![Column::new("n", ColumnType::Integer)], |t| t.checks.push(Check::new(sql)));
        for (what, recorded, read, loosely, to_the_cast) in [
            ("the server's casts", "n / 2 > 1.5", "((n / 2))::numeric > 1.5", true, false),
            ("only parentheses", "n / 2 > 1", "((n / 2) > 1)", true, true),
            ("a cast that is never added", "n > 1", "(n)::smallint > 1", false, false),
        ] {
            for (is_strict, is_taken) in [(false, loosely), (true, to_the_cast)] {
                let mut actual = schema(check(read));
                let reconcile = if is_strict { reconcile_to_the_cast } else { reconcile };
                reconcile(&mut actual, &schema(check(recorded)), Dialect::Postgres);
                let expected = schema(check(if is_taken { recorded } else { read }));
                assert_eq!(actual, expected, "{what}, to the cast: {is_strict}");
            }
        }
    }

    #[test]
    fn an_enum_without_a_name_gets_the_recorded_one() {
        let recorded = column(ColumnType::Enum(Enumeration::new("mood", ["good"])), |_| ());
        let actual = column(ColumnType::Enum(Enumeration::new("", ["good", "bad"])), |_| ());
        let expected = column(ColumnType::Enum(Enumeration::new("mood", ["good", "bad"])), |_| ());
        assert_eq!(
            reconciled(table(vec![actual], |_| ()), table(vec![recorded], |_| ()), Dialect::MariaDb),
            table(vec![expected], |_| ())
        );
    }

    #[test]
    fn parts_take_the_recorded_words_and_keep_their_names() {
        let part = |name: &str, change: fn(&mut Table)| {
            let mut table = table(vec![Column::new("a", ColumnType::Text), Column::new("b", ColumnType::Text)], |_| ());
            change(&mut table);
            for named in table.foreign_keys.iter_mut().map(|key| &mut key.name) {
                *named = Some(name.to_owned());
            }
            table.uniques.iter_mut().for_each(|unique| unique.name = Some(name.to_owned()));
            table.checks.iter_mut().for_each(|check| check.name = Some(name.to_owned()));
            table.indexes.iter_mut().for_each(|index| name.clone_into(&mut index.name));
            table
        };
        type Change = fn(&mut Table);
        let rows: [(&str, Dialect, Change, Change); 5] = [
            (
                "foreign key",
                Dialect::MariaDb,
                |t| t.foreign_keys.push(ForeignKey::new(["a"], "o", ["id"])),
                |t| t.foreign_keys.push(ForeignKey::new(["a"], "o", ["id"]).on_delete(ReferentialAction::Restrict)),
            ),
            (
                "unique",
                Dialect::Postgres,
                |t| t.uniques.push(Unique::new(["a", "b"])),
                |t| {
                    t.uniques.push(Unique::new(["b", "a"]));
                },
            ),
            (
                "check",
                Dialect::Postgres,
                |t| t.checks.push(Check::new("a <> 'x'").keep()),
                |t| t.checks.push(Check::new("(a <> 'x'::text)")),
            ),
            (
                "index",
                Dialect::Postgres,
                |t| {
                    let mut index = Index::new("", ["a"]);
                    index.filter = Some("b > 'x'".into());
                    index.keep = true;
                    t.indexes.push(index);
                },
                |t| {
                    let mut index = Index::new("", ["a"]);
                    index.filter = Some("b > 'x'::text".into());
                    t.indexes.push(index);
                },
            ),
            (
                "unique index on MariaDB",
                Dialect::MariaDb,
                |t| {
                    let mut index = Index::new("", ["a"]);
                    index.unique = true;
                    t.indexes.push(index);
                },
                |t| t.uniques.push(Unique::new(["a"])),
            ),
        ];
        for (what, dialect, recorded, actual) in rows {
            let result = reconciled(part("actual", actual), part("recorded", recorded), dialect);
            assert_eq!(result, part("actual", recorded), "{what}");
        }
    }

    #[test]
    fn enums_that_no_catalog_has_are_the_recorded_ones() {
        let mood = Enumeration::new("mood", ["good"]);
        let mut recorded = Schema::default();
        recorded.enums.insert(mood.name.clone(), mood.clone());
        recorded.kept_enums.insert(mood.name.clone());
        for dialect in Dialect::ALL {
            let mut actual = Schema::default();
            reconcile(&mut actual, &recorded, dialect);
            let expected = if dialect == Dialect::Postgres { Schema::default() } else { recorded.clone() };
            assert_eq!(actual, expected, "{dialect}");
        }
    }
}

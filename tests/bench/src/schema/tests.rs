use std::collections::BTreeSet;

use limbeck_schema::Dialect;

use super::*;

#[test]
fn each_table_has_the_shape_that_is_measured() {
    for count in [1, 10, 1000] {
        let tables = tables(count);
        assert_eq!(tables.len(), count);
        let mut before = BTreeSet::new();
        for table in &tables {
            before.insert(&table.name);
            let count = |matches: fn(&Column) -> bool| table.columns.iter().filter(|column| matches(column)).count();
            assert_eq!(table.columns.len(), 12, "{}", table.name);
            assert_eq!(count(|column| column.index == Index::Plain), 2, "indexes of {}", table.name);
            assert_eq!(count(|column| column.index == Index::Unique), 1, "uniques of {}", table.name);
            let targets: Vec<_> = targets(table).collect();
            assert_eq!(targets.len(), 2, "foreign keys of {}", table.name);
            assert!(targets.iter().all(|target| before.contains(target)), "{} refers to what comes later", table.name);
        }
    }
}

#[test]
fn the_variant_has_each_kind_of_change() {
    for count in [10, 100, 1000, 5000] {
        let (previous, next) = (tables(count), changed(count));
        let names = |tables: &[Table]| -> BTreeSet<String> { tables.iter().map(|table| table.name.clone()).collect() };
        let (before, after) = (names(&previous), names(&next));
        let (created, dropped) = (after.difference(&before).count(), before.difference(&after).count());
        assert!(created >= 1 && dropped >= 1, "{count} tables: {created} come, {dropped} go");
        let altered: Vec<_> =
            next.iter().filter(|table| before.contains(&table.name) && !previous.contains(table)).collect();
        let altered: BTreeSet<_> = altered.iter().map(|table| &table.name).collect();
        assert!(created + dropped + altered.len() <= changes(count), "{count} tables");
        assert!(created + dropped + altered.len() + 2 >= changes(count), "{count} tables: some are changed twice");
        assert!(next.iter().flat_map(targets).all(|target| after.contains(target)), "a key of {count} tables is left");
    }
}

#[test]
fn the_entities_are_rust() {
    for tables in [tables(3), changed(20)] {
        let files = entities::files(&tables);
        assert_eq!(files.len(), tables.len() + 1);
        for (name, text) in files {
            syn::parse_file(&text).unwrap_or_else(|error| panic!("{name}: {error}\n{text}"));
        }
    }
}

#[test]
fn the_same_number_makes_the_same_bytes() {
    let all = || {
        let tables = changed(100);
        let scripts =
            [Dialect::Sqlite, Dialect::Postgres, Dialect::MariaDb].map(|dialect| sql::script(&tables, dialect));
        (entities::files(&tables), scripts, models::module(&tables))
    };
    assert_eq!(all(), all());
}

fn targets(table: &Table) -> impl Iterator<Item = &String> {
    table.columns.iter().filter_map(|column| match &column.kind {
        Kind::Reference(target) => Some(target),
        _ => None,
    })
}

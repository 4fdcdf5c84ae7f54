//! The way back where required columns went that are keys or unique, on tables with rows: nothing is made up for them.

use limbeck::Target;
use limbeck_autogenerate::Fill;
use limbeck_operations::{HazardWatch, prelude::*};
use limbeck_schema::{Dialect, Expression, Schema};

use super::site::{Site, at, on_every_server};
use crate::round::assert_same;

on_every_server!(super::returned::story);

fn tables(op: &mut Op) {
    op.create_table("owners", [pk_auto("id"), string_len("name", 64)])
        .primary_key(primary_key(["id"]).named("pk-owners"));
    op.create_table("animals", [pk_auto("id"), string_len("chip", 64), integer("owner_id"), string_len("name", 64)])
        .primary_key(primary_key(["id"]).named("pk-animals"))
        .unique(unique(["chip"]).named("uq-animals-chip"))
        .foreign_key(foreign_key(["owner_id"], "owners", ["id"]).on_delete(Cascade).named("fk-animals-owner_id"));
}

const ROWS: [&str; 2] = [
    "INSERT INTO owners (id, name) VALUES (7, 'Mia'), (8, 'Tim')",
    "INSERT INTO animals (id, chip, owner_id, name) VALUES (1, 'x', 7, 'Rex'), (2, 'y', 8, 'Tom')",
];

/// What is wanted without these columns of `animals`.
fn without(made: &Schema, columns: &[&str]) -> Schema {
    let mut wanted = made.clone();
    let animals = wanted.table_mut(&"animals".into()).expect("a table");
    animals.columns.retain(|column| !columns.contains(&column.name.as_str()));
    animals.uniques.retain(|unique| !columns.contains(&"chip") || unique.columns != ["chip"]);
    animals.foreign_keys.retain(|_| !columns.contains(&"owner_id"));
    wanted
}

fn story(dialect: Dialect) {
    for column in ["owner_id", "chip"] {
        at(dialect, "returned_empty_handed", |site| async move { unanswered(site, column).await });
        at(dialect, "returned", |site| async move { answered(site, column).await });
    }
}

/// Nobody named a value: the revision says that its way back fails on rows, and so it does, with nothing made up.
async fn unanswered(site: Site, column: &str) {
    let dialect = site.dialect();
    Site::forget();
    site.write_first(tables);
    site.upgrade().await;
    site.send(&ROWS).await;
    let all = site.read().await;
    let found = site.compare(&without(&site.made(), &[column]), false).await;
    site.write_changes(&found);
    let mut schema = found.after.clone();
    let mut watch = HazardWatch::new([dialect]).backwards();
    let mut codes = Vec::new();
    let back = found.downgrade().expect("a way back");
    for (at, step) in back.iter().enumerate() {
        let hazards = watch.next(step, &back[at + 1..], &schema);
        codes.extend(hazards.iter().map(|hazard| hazard.code.to_string()));
        limbeck_operations::replay_step(step, &mut schema, dialect).expect("a step that fits");
    }
    assert!(codes.iter().any(|code| code == "D05"), "{dialect}: {column}: {codes:?}");
    site.upgrade().await;
    let lacking = site.read().await;

    let target: Target = "-1".parse().expect("a target");
    let error = limbeck::downgrade(&site.database.connection, &Site::migrations(), target).await;
    let error = error.expect_err("rows that have no value");
    assert_eq!((site.count("animals").await, site.count("owners").await), (2, 2));
    match dialect {
        Dialect::Sqlite | Dialect::Postgres => {
            assert_same(&lacking, &site.read().await, &format!("{dialect}: {column}: after {error}"));
            // Without rows there is nothing in the way.
            site.send(&["DELETE FROM animals"]).await;
        }
        Dialect::MySql | Dialect::MariaDb => {
            // The column is there and empty: nothing was made up. Who fills it goes on.
            assert_eq!(site.count(&format!("animals WHERE {column} IS NULL")).await, 2, "after {error}");
            site.send(&[&format!("UPDATE animals SET {column} = {}", value_of(column))]).await;
        }
    }
    site.downgrade("-1").await;
    assert_same(&all, &site.read().await, &format!("{column} is back"));
}

fn value_of(column: &str) -> &'static str {
    if column == "owner_id" { "(SELECT max(id) FROM owners)" } else { "name" }
}

/// Somebody named a value for the way back.
async fn answered(mut site: Site, column: &str) {
    Site::forget();
    site.write_first(tables);
    site.upgrade().await;
    site.send(&ROWS).await;
    let all = site.read().await;
    site.fills.insert(("animals".into(), column.to_owned()), Fill::Value(Expression::Sql(value_of(column).to_owned())));
    let found = site.compare(&without(&site.made(), &[column]), false).await;
    assert_eq!((found.unused_fills.as_slice(), found.unfilled.as_slice()), (&[][..], &[][..]));
    site.write_changes(&found);
    site.upgrade().await;
    assert_eq!(site.count("animals WHERE name IN ('Rex', 'Tom')").await, 2);
    site.downgrade("-1").await;
    assert_same(&all, &site.read().await, &format!("{column} is back"));
    let filled = if column == "owner_id" { "animals WHERE owner_id = 8" } else { "animals WHERE chip = name" };
    assert_eq!(site.count(filled).await, 2);
}

//! The stages of the work, each for itself, at 100 and 1,000 tables: a regression is found where it is.
//!
//! `cargo bench -p limbeck-bench`; a word behind `--` picks stages.

use std::{
    collections::{BTreeMap, BTreeSet},
    hint::black_box,
    path::PathBuf,
};

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use limbeck::{Graph, Node};
use limbeck_autogenerate::{Comparing, Head, RevisionFile, compare, render};
use limbeck_bench::schema::{Table, changed, entities, tables};
use limbeck_entity::read_texts;
use limbeck_schema::{Dialect, Schema, lower_column_type};

const SIZES: [usize; 2] = [100, 1000];
const DIALECTS: [Dialect; 3] = [Dialect::Sqlite, Dialect::Postgres, Dialect::MariaDb];

criterion_group! {
    name = stages;
    config = Criterion::default().sample_size(20);
    targets = parse, lower, compare_schemas, render_revision, graph
}
criterion_main!(stages);

/// The files of entities, read and understood.
fn parse(criterion: &mut Criterion) {
    each(criterion, "parse", |count| {
        let files = sources(&tables(count));
        move || drop(black_box(read_texts(&files).expect("entities")))
    });
}

/// The type of every column, on three databases.
fn lower(criterion: &mut Criterion) {
    each(criterion, "lower", |count| {
        let schema = schema(&tables(count));
        move || {
            for column in schema.tables.values().flat_map(|table| &table.columns) {
                for dialect in DIALECTS {
                    black_box(lower_column_type(&column.column_type, dialect).expect("a type"));
                }
            }
        }
    });
}

/// Entities of which a hundredth is changed, against what was recorded, on three databases.
fn compare_schemas(criterion: &mut Criterion) {
    each(criterion, "compare", |count| {
        let (wanted, recorded) = (schema(&changed(count)), recorded(&tables(count)));
        move || drop(black_box(compare(&Comparing::new(&wanted, &recorded))))
    });
}

/// A revision that creates all tables, as the text of its file.
fn render_revision(criterion: &mut Criterion) {
    each(criterion, "render", |count| {
        let nothing = DIALECTS.map(|dialect| (dialect, Schema::default())).into();
        let comparison = compare(&Comparing::new(&schema(&tables(count)), &nothing));
        let (upgrade, downgrade) = (comparison.upgrade(), comparison.downgrade().expect("a way back"));
        let head = Head { id: "5b1f0c9a7e34".to_owned(), message: "all tables".to_owned(), ..Head::default() };
        move || {
            let file = RevisionFile {
                head: &head,
                upgrade: &upgrade,
                downgrade: &downgrade,
                before: &comparison.before,
                dialect: Dialect::Sqlite,
                dialects: &DIALECTS,
            };
            drop(black_box(render(&file).expect("a file")));
        }
    });
}

/// A chain of ten revisions for each table: loaded, its heads, the path from the base.
fn graph(criterion: &mut Criterion) {
    each(criterion, "graph", |count| {
        let id = |number: usize| format!("{number:012x}");
        let parents = |number: usize| number.checked_sub(1).map(id).into_iter().collect();
        let nodes = (0..count * 10).map(|number| Node { id: id(number), parents: parents(number), ..Node::default() });
        let nodes: Vec<Node> = nodes.collect();
        move || {
            let graph = Graph::new(nodes.iter().cloned()).expect("a graph");
            let heads = graph.heads().into_iter().map(|node| node.id.as_str());
            black_box(graph.path_up(&BTreeSet::new(), heads));
        }
    });
}

/// Measures a stage at each size; `prepare` makes what is run, and does not count.
fn each<F: FnMut()>(criterion: &mut Criterion, stage: &str, prepare: impl Fn(usize) -> F) {
    let mut group = criterion.benchmark_group(stage);
    for count in SIZES {
        let mut run = prepare(count);
        group.bench_function(BenchmarkId::from_parameter(count), |bencher| bencher.iter(&mut run));
    }
    group.finish();
}

fn sources(tables: &[Table]) -> Vec<(PathBuf, String)> {
    let files = entities::files(tables).into_iter();
    files.map(|(name, text)| (PathBuf::from("src/entities").join(name), text)).collect()
}

fn schema(tables: &[Table]) -> Schema {
    read_texts(&sources(tables)).expect("entities").schema
}

/// What revisions would have made of it.
fn recorded(tables: &[Table]) -> BTreeMap<Dialect, Schema> {
    let nothing = DIALECTS.map(|dialect| (dialect, Schema::default())).into();
    let steps = compare(&Comparing::new(&schema(tables), &nothing)).upgrade();
    let after = |dialect| {
        let mut schema = Schema::default();
        limbeck_operations::replay_all(&steps, &mut schema, dialect).expect("steps that fit");
        (dialect, schema)
    };
    DIALECTS.map(after).into()
}

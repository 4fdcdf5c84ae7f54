//! The codegen loop: entities that SeaORM's generator writes from a database, in each of its formats, are what that database is. `tests/codegen` has the
//! databases, and beside each what is left alone: what no entity of the generator says.

mod generate;
mod reviewed;

use std::path::{Path, PathBuf};

use limbeck_entity::{Entities, ReadError, Sources, read};
use limbeck_introspect::{Request, schema, server};
use limbeck_operations::Operation;
use limbeck_schema::{Dialect, ObjectName, Schema, Table, is_kept_alike, reconcile};
use limbeck_tests::{Database, run, with_database};
use sea_orm::ConnectionTrait;
use sea_orm_codegen::EntityFormat;

use crate::{
    oracle::{Held, differences_of, twins},
    snapshot,
};
use reviewed::unreviewed;

/// The generator's formats; the fourth, for front ends, says nothing of a schema.
const FORMATS: [(&str, EntityFormat); 3] =
    [("compact", EntityFormat::Compact), ("expanded", EntityFormat::Expanded), ("dense", EntityFormat::Dense)];

#[test]
fn sqlite_is_what_its_generated_entities_say() {
    go_round(Dialect::Sqlite);
}

#[test]
fn postgres_is_what_its_generated_entities_say() {
    go_round(Dialect::Postgres);
}

#[test]
fn mariadb_is_what_its_generated_entities_say() {
    go_round(Dialect::MariaDb);
}

fn go_round(dialect: Dialect) {
    let problems = run(with_database(dialect, "codegen", problems));
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

async fn problems(database: Database) -> Vec<String> {
    let dialect = database.dialect;
    let text = std::fs::read_to_string(beside(&format!("{dialect}.sql"))).expect("a database as SQL");
    let (seen, unseen) = text.split_once("-- ----\n").expect("a line of dashes");
    send(&database, seen).await;
    let statements = generate::discovered(&database).await;
    send(&database, unseen).await;
    let server = server(&database.connection).await.expect("a server that says what it is");
    let actual = schema(&database.connection, &server, &Request::default()).await.expect("a catalog that is read");
    let mut found = Vec::new();
    let mut problems = Vec::new();
    for (name, format) in FORMATS {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("codegen").join(dialect.name()).join(name);
        generate::write(&statements, format, &folder);
        match entities(&folder) {
            Ok(entities) => {
                let generated = Generated { dialect, entities: &entities, actual: &actual };
                let [differences, adopted] =
                    [Schema::default(), kept(&actual, &entities.schema, dialect)].map(|of| generated.differences(of));
                found.extend(differences.iter().map(|line| format!("{name}: {line}")));
                let more = adopted.iter().filter(|line| !differences.contains(line));
                problems.extend(more.map(|line| format!("{name}, once it is adopted: {line}")));
                problems.extend(generated.unreported().into_iter().map(|line| format!("{name}: {line}")));
                let file = beside(&format!("{dialect}/{name}.txt"));
                problems.extend(snapshot::compare(&file, &generated.left_alone()).err());
            }
            Err(error) => problems.push(format!("{name}: {error}")),
        }
    }
    problems.extend(unreviewed(&found, dialect));
    problems
}

/// Runs the statements of a text, each of which ends with its line.
async fn send(database: &Database, text: &str) {
    let lines = text.lines().filter(|line| !line.starts_with("--"));
    let text = lines.collect::<Vec<_>>().join("\n");
    for sql in text.split(";\n").map(|sql| sql.trim().trim_end_matches(';')).filter(|sql| !sql.is_empty()) {
        let sent = database.connection.execute_unprepared(sql).await;
        sent.unwrap_or_else(|error| panic!("on {}: {error}\n{sql}", database.dialect));
    }
}

fn beside(file: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("codegen").join(file)
}

fn entities(folder: &Path) -> Result<Entities, ReadError> {
    read(&Sources { paths: vec![folder.to_owned()], ..Sources::default() })
}

/// Generated entities, and the database that they were generated from.
struct Generated<'a> {
    dialect: Dialect,
    entities: &'a Entities,
    actual: &'a Schema,
}

impl Generated<'_> {
    fn held(&self) -> Held<'_> {
        Held { dialect: self.dialect, entities: self.entities, actual: self.actual }
    }

    /// Everything that is not as it should be, the reader's warnings among it, where revisions made what is `recorded`.
    fn differences(&self, recorded: Schema) -> Vec<String> {
        let mut comparison = self.held().compare_with(&self.entities.schema, recorded);
        comparison.unmanaged.clear();
        let warnings = self.entities.warnings.iter().map(|warning| format!("warning: {}", warning.message));
        let mut lines: Vec<_> = warnings.collect();
        lines.extend(comparison.changes.iter().map(|change| {
            let operation = &change.step.operation;
            match operation {
                Operation::AlterColumn { changes, .. } => format!("{operation} ({})", changes.facets().join(", ")),
                _ => operation.to_string(),
            }
        }));
        comparison.changes.clear();
        lines.extend(differences_of(&comparison));
        lines.extend(comparison.refused.iter().map(|refused| format!("refused: {refused}")));
        lines
    }

    /// What the database has and the entities do not say, one line each.
    fn left_alone(&self) -> String {
        let comparison = self.held().compare(&self.entities.schema);
        let unmanaged = comparison.unmanaged.iter().map(|noted| format!("unmanaged: {noted}\n"));
        unmanaged.chain(comparison.unsaid.iter().map(|noted| format!("unsaid: {noted}\n"))).collect()
    }

    /// Properties of the entities whose change is not reported, or not alone. One table at a time with those that it refers to, as there are many.
    fn unreported(&self) -> Vec<String> {
        let of = |name: &ObjectName| {
            let schema = around(&self.entities.schema, name);
            let (entities, actual) = (Entities { schema, ..self.entities.clone() }, around(self.actual, name));
            twins::unreported_of(&Held { dialect: self.dialect, entities: &entities, actual: &actual }, name)
        };
        self.entities.schema.tables.keys().flat_map(of).collect()
    }
}

/// A schema as a revision records it that adopts a database: in the words of the entities, and all of it stays, whatever they say.
fn kept(actual: &Schema, entities: &Schema, dialect: Dialect) -> Schema {
    let mut schema = actual.clone();
    reconcile(&mut schema, entities, dialect);
    schema.kept_enums = schema.enums.keys().cloned().collect();
    for table in schema.tables.values_mut() {
        table.keep = true;
        for column in &mut table.columns {
            let stated = entities.table(&table.name).and_then(|known| known.column(&column.name));
            let stated = stated.filter(|known| is_kept_alike(&known.column_type, &column.column_type, dialect));
            column.column_type = stated.map_or_else(|| column.column_type.clone(), |known| known.column_type.clone());
        }
        table.columns.iter_mut().for_each(|column| column.keep = true);
        table.indexes.iter_mut().for_each(|index| index.keep = true);
        table.uniques.iter_mut().for_each(|unique| unique.keep = true);
        table.foreign_keys.iter_mut().for_each(|key| key.keep = true);
        table.checks.iter_mut().for_each(|check| check.keep = true);
    }
    schema
}

/// A table of a schema, with the types of its columns and the tables that it refers to.
fn around(schema: &Schema, name: &ObjectName) -> Schema {
    let mut part = Schema::default();
    let Some(table) = schema.table(name) else { return part };
    for target in table.foreign_keys.iter().filter_map(|key| schema.table(&key.target)) {
        part.insert(Table { foreign_keys: Vec::new(), ..target.clone() });
    }
    part.insert(table.clone());
    part
}

#[test]
fn a_table_without_a_key_has_an_entity_that_is_no_entity() {
    let read = run(with_database(Dialect::Sqlite, "codegen_keyless", |database| async move {
        send(&database, "CREATE TABLE keyless (held INTEGER NOT NULL);\n").await;
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("codegen/keyless");
        generate::write(&generate::discovered(&database).await, EntityFormat::Compact, &folder);
        entities(&folder)
    }));
    let error = read.expect_err("an entity without a key, which SeaORM's macros refuse, too").to_string();
    assert!(error.contains("primary key"), "{error}");
}

use limbeck_schema::{
    Check, ColumnType, Deferrable, Dialect, Enumeration, ForeignKey, IndexPart, PrimaryKey, ReferentialAction, Schema,
    Table, Unique,
};

use crate::Label;

use super::super::fixture::{column, foreign_key, index, owners, schema, unique};

/// A kind of object in four states: not there, x, x' and x''. All four are states of one schema.
pub(super) struct Kind {
    pub(super) what: &'static str,
    /// Where the kind has all of these states.
    pub(super) dialects: &'static [Dialect],
    pub(super) absent: Schema,
    pub(super) x: Schema,
    /// How the entities have it after a change.
    pub(super) changed: Schema,
    /// How somebody made it by hand.
    pub(super) drifted: Schema,
    /// What is written to make x, to drop it, and to change it to x'.
    pub(super) create: &'static [&'static str],
    pub(super) drop: &'static [&'static str],
    pub(super) alter: &'static [&'static str],
    /// What is named where it is there or not as a whole.
    pub(super) objects: &'static [&'static str],
    /// What is named where x is wanted and recorded, and x' is there.
    pub(super) drift: &'static [&'static str],
    /// What is named where x' is wanted, x recorded and x'' there.
    pub(super) conflict: &'static [&'static str],
    /// What is named where x' is wanted, x recorded and nothing there.
    pub(super) missing: &'static [&'static str],
    /// What else drifted then.
    pub(super) missing_too: &'static [&'static str],
    /// The label of what is written then.
    pub(super) missing_label: Label,
    /// What is named where x' is wanted, nothing recorded and x there.
    pub(super) unrecorded: &'static [&'static str],
}

const ALL: &[Dialect] = &Dialect::ALL;
/// Where a declared type is more than a word.
const TYPED: &[Dialect] = &[Dialect::Postgres, Dialect::MySql, Dialect::MariaDb];

/// `change` done to `animals` in the three states where the object is there.
fn kind(
    what: &'static str,
    x: impl Fn(&mut Table),
    changed: impl Fn(&mut Table),
    drifted: impl Fn(&mut Table),
) -> Kind {
    Kind {
        what,
        dialects: ALL,
        absent: schema(|_| ()),
        x: schema(x),
        changed: schema(changed),
        drifted: schema(drifted),
        create: &[],
        drop: &[],
        alter: &[],
        objects: &[],
        drift: &[],
        conflict: &[],
        missing: &[],
        missing_too: &[],
        missing_label: Label::ChangedAndDrifted,
        unrecorded: &[],
    }
}

/// The same for a part that is dropped and made anew where it changes: it is named as a whole wherever it is named.
macro_rules! part {
    ($name:literal, $dialects:expr, $states:expr) => {
        Kind {
            dialects: $dialects,
            objects: &[$name],
            drift: &[$name],
            conflict: &[$name],
            missing: &[$name],
            ..$states
        }
    };
}

pub(super) fn kinds() -> Vec<Kind> {
    let mut kinds = vec![table(), typed_column(), column_on_sqlite(), primary_key()];
    kinds.extend(keys_and_indexes());
    kinds.extend([enumeration(), enumeration_in_columns()]);
    kinds
}

/// A table's own x' is that of its columns.
fn table() -> Kind {
    let with = |length: Option<u32>| {
        let mut schema = schema(|_| ());
        if let Some(length) = length {
            let mut cages = owners();
            cages.name = "cages".into();
            cages.columns.push(column("label", ColumnType::string_len(length)));
            schema.insert(cages);
        }
        schema
    };
    Kind {
        dialects: TYPED,
        absent: with(None),
        x: with(Some(1)),
        changed: with(Some(2)),
        drifted: with(Some(3)),
        create: &["create_table cages"],
        drop: &["drop_table cages"],
        alter: &["alter_column cages.label type"],
        objects: &["table cages"],
        drift: &["label.type of cages"],
        conflict: &["label.type of cages"],
        missing: &["table cages"],
        // An adopted table is unrecorded, also if a column of it changes.
        unrecorded: &["table cages"],
        ..kind("table", |_| (), |_| (), |_| ())
    }
}

fn typed_column() -> Kind {
    let age = |length| column("age", ColumnType::string_len(length));
    Kind {
        dialects: TYPED,
        create: &["add_column animals.age"],
        drop: &["drop_column animals.age"],
        alter: &["alter_column animals.age type"],
        objects: &["column age of animals"],
        drift: &["age.type of animals"],
        conflict: &["age.type of animals"],
        missing: &["column age of animals"],
        ..kind("column", |t| t.columns.push(age(1)), |t| t.columns.push(age(2)), |t| t.columns.push(age(3)))
    }
}

/// The same with types that SQLite keeps in different ways.
fn column_on_sqlite() -> Kind {
    let age = |column_type: ColumnType| column("age", column_type);
    Kind {
        what: "column on SQLite",
        dialects: &[Dialect::Sqlite],
        ..Kind {
            create: &["add_column animals.age"],
            drop: &["drop_column animals.age"],
            alter: &["alter_column animals.age type"],
            objects: &["column age of animals"],
            drift: &["age.type of animals"],
            conflict: &["age.type of animals"],
            missing: &["column age of animals"],
            ..kind(
                "column",
                |t| t.columns.push(age(ColumnType::Integer)),
                |t| t.columns.push(age(ColumnType::Text)),
                |t| t.columns.push(age(ColumnType::Blob)),
            )
        }
    }
}

/// A key of its own table, as `animals` has one already.
fn primary_key() -> Kind {
    let with = |columns: &[&str]| {
        schema(|table| {
            table.primary_key = (!columns.is_empty()).then(|| PrimaryKey::new(columns.iter().copied()).named("pk"));
        })
    };
    Kind {
        absent: with(&[]),
        x: with(&["id"]),
        changed: with(&["id", "weight"]),
        drifted: with(&["weight"]),
        create: &["alter_primary_key animals.pk"],
        drop: &["alter_primary_key animals"],
        alter: &["alter_primary_key animals.pk"],
        objects: &["primary key pk of animals"],
        drift: &["primary key pk of animals"],
        conflict: &["primary key pk of animals"],
        missing: &["primary key pk of animals"],
        ..kind("primary key", |_| (), |_| (), |_| ())
    }
}

fn keys_and_indexes() -> [Kind; 4] {
    let deferrable = |deferrable| Unique { deferrable, ..unique(&["name"]) };
    let acting = |action| ForeignKey { on_delete: action, ..foreign_key() };
    let named = |parts: Vec<IndexPart>| {
        let mut index = index(&["name"]);
        index.parts = parts;
        index
    };
    let check = |sql: &str| Check::new(sql).named("ck");
    let descending = || IndexPart::column("name").descending();
    [
        Kind {
            create: &["create_index animals.idx-animals-name"],
            drop: &["drop_index animals.idx-animals-name"],
            alter: &["drop_index animals.idx-animals-name", "create_index animals.idx-animals-name"],
            ..part!(
                "index idx-animals-name of animals",
                ALL,
                kind(
                    "index",
                    |t| t.indexes.push(named(vec!["name".into()])),
                    |t| t.indexes.push(named(vec!["name".into(), "weight".into()])),
                    |t| t.indexes.push(named(vec![descending()])),
                )
            )
        },
        Kind {
            create: &["add_unique animals.uq-animals-name"],
            drop: &["drop_unique animals.uq-animals-name"],
            alter: &["drop_unique animals.uq-animals-name", "add_unique animals.uq-animals-name"],
            ..part!(
                "unique uq-animals-name of animals",
                &[Dialect::Postgres],
                kind(
                    "unique",
                    |t| t.uniques.push(unique(&["name"])),
                    |t| t.uniques.push(deferrable(Some(Deferrable::InitiallyImmediate))),
                    |t| t.uniques.push(deferrable(Some(Deferrable::InitiallyDeferred))),
                )
            )
        },
        Kind {
            create: &["add_foreign_key animals.fk-animals-owner_id"],
            drop: &["drop_foreign_key animals.fk-animals-owner_id"],
            alter: &["drop_foreign_key animals.fk-animals-owner_id", "add_foreign_key animals.fk-animals-owner_id"],
            ..part!(
                "foreign key fk-animals-owner_id of animals",
                ALL,
                kind(
                    "foreign key",
                    |t| t.foreign_keys.push(acting(Some(ReferentialAction::SetNull))),
                    |t| t.foreign_keys.push(acting(Some(ReferentialAction::Cascade))),
                    |t| t.foreign_keys.push(acting(Some(ReferentialAction::Restrict))),
                )
            )
        },
        // Elsewhere the server writes it in its own words, and only a server can tell whether these mean the same.
        Kind {
            create: &["add_check animals.ck"],
            drop: &["drop_check animals.ck"],
            alter: &["drop_check animals.ck", "add_check animals.ck"],
            ..part!(
                "check ck of animals",
                &[Dialect::Sqlite],
                kind(
                    "check",
                    |t| t.checks.push(check("weight > 0")),
                    |t| t.checks.push(check("weight > 1")),
                    |t| t.checks.push(check("weight > 2")),
                )
            )
        },
    ]
}

fn mood(name: &str, labels: &[&str]) -> Schema {
    let mood = ColumnType::Enum(Enumeration::new(name, labels.iter().copied()));
    let mut schema = schema(|table| table.columns.push(column("mood", mood)));
    schema.enums.retain(|name, _| !name.name.is_empty());
    schema
}

/// A type with the column that has it.
fn enumeration() -> Kind {
    Kind {
        dialects: &[Dialect::Postgres],
        x: mood("mood", &["a"]),
        changed: mood("mood", &["a", "b"]),
        drifted: mood("mood", &["a", "c"]),
        create: &["create_enum mood", "add_column animals.mood"],
        drop: &["drop_column animals.mood", "drop_enum mood"],
        alter: &["alter_enum mood"],
        objects: &["enum mood", "column mood of animals"],
        drift: &["enum mood"],
        conflict: &["enum mood"],
        missing: &["enum mood"],
        missing_too: &["column mood of animals"],
        unrecorded: &["column mood of animals"],
        ..kind("enum", |_| (), |_| (), |_| ())
    }
}

/// The same where each column has its labels.
fn enumeration_in_columns() -> Kind {
    Kind {
        what: "enum of a column",
        dialects: &[Dialect::MySql, Dialect::MariaDb],
        objects: &["column mood of animals"],
        drift: &["mood.type of animals"],
        missing: &["column mood of animals"],
        missing_too: &[],
        // The column is gone; the type, which is no object there, changes.
        missing_label: Label::ModelChanged,
        unrecorded: &[],
        ..enumeration()
    }
}

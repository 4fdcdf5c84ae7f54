//! `#[derive(Limbeck)]` beside SeaORM's own derives, in every format: that it compiles, and that what compiles is what is read.

#![allow(dead_code, missing_docs, reason = "entities as users write them")]

use std::{collections::BTreeMap, path::Path};

use limbeck_autogenerate::{Actual, Comparing, Verdicts, compare};
use limbeck_entity::{Entities, Sources, read};
use limbeck_introspect::{Request, schema, server};
use limbeck_operations::{ddl, replay_all};
use limbeck_schema::{Deferrable, Dialect, ObjectName, Schema, reconcile};
use limbeck_tests::{run, with_database};
use sea_orm::ConnectionTrait;

use crate::round::differences;

pub mod compact {
    use limbeck_derive::Limbeck;
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel, Limbeck)]
    #[sea_orm(table_name = "hinted_compact")]
    #[limbeck(
        comment = "what is hinted",
        index(name = "ix_hinted", columns("mood", "(lower(name))"), where = "name <> ''", using = "btree"),
        index(name = "ix_covering", columns("dense_id desc nulls last"), include("id", "name")),
        index(name = "ix_facts", columns("facts jsonb_path_ops"), using = "gin"),
        index(name = "ix_null", columns("maybe"), unique, nulls_not_distinct)
    )]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        #[sea_orm(column_type = "JsonBinary")]
        pub facts: Json,
        #[limbeck(comment = "or not")]
        pub maybe: Option<i32>,
        #[sea_orm(unique)]
        #[limbeck(unique(name = "once", deferrable))]
        pub code: String,
        #[limbeck(generated(expr = "length(name)", stored))]
        pub length: Option<i32>,
        #[limbeck(collation = "C", index(opclass = "text_pattern_ops"))]
        pub name: String,
        pub mood: Mood,
        pub dense_id: i32,
    }

    #[derive(Clone, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Limbeck)]
    #[sea_orm(rs_type = "String", db_type = "Enum", enum_name = "mood")]
    #[limbeck(schema = "moods")]
    pub enum Mood {
        #[sea_orm(string_value = "good")]
        Good,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation, Limbeck)]
    pub enum Relation {
        #[sea_orm(belongs_to = "super::dense::Entity", from = "Column::DenseId", to = "super::dense::Column::Id")]
        #[limbeck(name = "fk_compact", deferrable)]
        Dense,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod dense {
    use limbeck_derive::Limbeck;
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel, Limbeck)]
    #[sea_orm(table_name = "hinted_dense")]
    #[limbeck(check(name = "ck_hinted", expr = "owner_id > 0"))]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        pub owner_id: i32,
        #[sea_orm(belongs_to, from = "owner_id", to = "id")]
        #[limbeck(name = "fk_dense", initially_deferred)]
        pub owner: BelongsTo<super::owner::Entity>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod owner {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "hinted_owner")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        #[sea_orm(has_many)]
        pub dense: HasMany<super::dense::Entity>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod expanded {
    use limbeck_derive::Limbeck;
    use sea_orm::entity::prelude::*;

    #[derive(Copy, Clone, Default, Debug, DeriveEntity, Limbeck)]
    #[limbeck(renamed_from = "hinted_old")]
    pub struct Entity;

    impl EntityName for Entity {
        fn table_name(&self) -> &'static str {
            "hinted_expanded"
        }
    }

    #[derive(Clone, Debug, PartialEq, DeriveModel, DeriveActiveModel)]
    pub struct Model {
        pub id: i32,
        pub name: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveColumn, Limbeck)]
    pub enum Column {
        Id,
        #[limbeck(unique(name = "one_name"))]
        Name,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DerivePrimaryKey)]
    pub enum PrimaryKey {
        Id,
    }

    impl PrimaryKeyTrait for PrimaryKey {
        type ValueType = i32;

        fn auto_increment() -> bool {
            true
        }
    }

    impl ColumnTrait for Column {
        type EntityName = Entity;

        fn def(&self) -> ColumnDef {
            match self {
                Self::Id => ColumnType::Integer.def(),
                Self::Name => ColumnType::Text.def(),
            }
        }
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

fn entities() -> Entities {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("suite/oracle/hinted.rs");
    read(&Sources { paths: vec![file], ..Sources::default() }).unwrap_or_else(|error| panic!("{error}"))
}

#[test]
fn what_compiles_is_what_is_read() {
    let entities = entities();
    let table = |name: &str| entities.schema.table(&ObjectName::bare(name)).expect(name);
    let (compact, dense, expanded) = (table("hinted_compact"), table("hinted_dense"), table("hinted_expanded"));
    let names: Vec<_> = compact.indexes.iter().map(|index| index.name.as_str()).collect();
    assert_eq!(names, ["ix_hinted", "ix_covering", "ix_facts", "ix_null", "idx-hinted_compact-name"]);
    assert!(entities.schema.enums.contains_key(&ObjectName::qualified("moods", "mood")));
    let key = |table: &limbeck_schema::Table| (table.foreign_keys[0].name.clone(), table.foreign_keys[0].deferrable);
    assert_eq!(key(compact), (Some("fk_compact".to_owned()), Some(Deferrable::InitiallyImmediate)));
    assert_eq!(key(dense), (Some("fk_dense".to_owned()), Some(Deferrable::InitiallyDeferred)));
    assert_eq!(dense.checks.len(), 1);
    assert_eq!(expanded.uniques[0].name.as_deref(), Some("one_name"));
    assert_eq!(entities.renames.len(), 1);
}

/// What the hints say is made, read back, and found to be the same; one word of a hint that changes is found, too.
#[test]
fn hints_of_postgres_are_made_and_found_again() {
    run(with_database(Dialect::Postgres, "hinted", |database| async move {
        let wanted = entities().schema;
        let connection = &database.connection;
        let server = server(connection).await.expect("a server that says what it is");
        let none = BTreeMap::from([(Dialect::Postgres, Schema::default())]);
        let steps = compare(&comparing(&wanted, &none, None)).upgrade();
        connection.execute_unprepared("CREATE SCHEMA moods").await.expect("a schema");
        for sql in ddl::script(&steps, &Schema::default(), &server).expect("statements") {
            connection.execute_unprepared(&sql).await.unwrap_or_else(|error| panic!("{sql}: {error}"));
        }
        let mut made = Schema::default();
        replay_all(&steps, &mut made, Dialect::Postgres).expect("a schema that the steps make");
        let request = Request { schemas: vec!["moods".to_owned()] };
        let mut actual = schema(connection, &server, &request).await.expect("a catalog that is read");
        reconcile(&mut actual, &made, Dialect::Postgres);
        let recorded = BTreeMap::from([(Dialect::Postgres, made)]);
        let found = |wanted: &Schema| differences(&compare(&comparing(wanted, &recorded, Some(&actual))));
        assert_eq!(found(&wanted), Vec::<String>::new());
        for name in ["ix_hinted", "ix_covering", "ix_facts", "ix_null"] {
            let mut twin = wanted.clone();
            let table = twin.table_mut(&ObjectName::bare("hinted_compact")).expect("the table");
            table.indexes.retain(|index| index.name != name);
            assert_eq!(found(&twin).len(), 1, "{name}");
        }
    }));
}

fn comparing<'a>(
    wanted: &'a Schema,
    recorded: &'a BTreeMap<Dialect, Schema>,
    actual: Option<&'a Schema>,
) -> Comparing<'a> {
    const NOTHING: &std::collections::BTreeSet<(ObjectName, String)> = &std::collections::BTreeSet::new();
    Comparing {
        wanted,
        ignored: NOTHING,
        opaque: NOTHING,
        recorded,
        actual: actual.map(|schema| Actual { dialect: Dialect::Postgres, schema }),
        renames: &[],
        sqlite_types: limbeck_schema::SqliteTypes::Meaning,
        verdicts: Verdicts::none(),
        fills: const { &limbeck_autogenerate::Fills::new() },
        keep: &[],
        drop_unmanaged: false,
        set_aside: &|_| false,
        is_view: &|_| false,
    }
}

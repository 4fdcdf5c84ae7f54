//! `#[derive(Limbeck)]` beside SeaORM's own derives, in every format: that it compiles, and that what compiles is what is read.

#![allow(dead_code, missing_docs, reason = "entities as users write them")]

use std::path::Path;

use limbeck_entity::{Sources, read};
use limbeck_schema::{Deferrable, ObjectName};

pub mod compact {
    use limbeck_derive::Limbeck;
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel, Limbeck)]
    #[sea_orm(table_name = "hinted_compact")]
    #[limbeck(index(name = "ix_hinted", columns("mood", "(lower(name))"), where = "name <> ''", using = "btree"))]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
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

#[test]
fn what_compiles_is_what_is_read() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("suite/oracle/hinted.rs");
    let entities = read(&Sources { paths: vec![file], ..Sources::default() }).unwrap_or_else(|error| panic!("{error}"));
    let table = |name: &str| entities.schema.table(&ObjectName::bare(name)).expect(name);
    let (compact, dense, expanded) = (table("hinted_compact"), table("hinted_dense"), table("hinted_expanded"));
    let names: Vec<_> = compact.indexes.iter().map(|index| index.name.as_str()).collect();
    assert_eq!(names, ["ix_hinted", "idx-hinted_compact-name"]);
    assert!(entities.schema.enums.contains_key(&ObjectName::qualified("moods", "mood")));
    let key = |table: &limbeck_schema::Table| (table.foreign_keys[0].name.clone(), table.foreign_keys[0].deferrable);
    assert_eq!(key(compact), (Some("fk_compact".to_owned()), Some(Deferrable::InitiallyImmediate)));
    assert_eq!(key(dense), (Some("fk_dense".to_owned()), Some(Deferrable::InitiallyDeferred)));
    assert_eq!(dense.checks.len(), 1);
    assert_eq!(expanded.uniques[0].name.as_deref(), Some("one_name"));
    assert_eq!(entities.renames.len(), 1);
}

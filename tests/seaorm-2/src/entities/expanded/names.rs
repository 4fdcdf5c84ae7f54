//! Names of the expanded format.

/// A schema, a comment, words that have to be quoted.
pub mod in_schema {
    use sea_orm::entity::prelude::*;

    #[derive(Copy, Clone, Default, Debug, DeriveEntity)]
    pub struct Entity;

    impl EntityName for Entity {
        fn schema_name(&self) -> Option<&'static str> {
            Some("warehouse")
        }

        fn table_name(&self) -> &'static str {
            "Expanded Table"
        }

        fn comment(&self) -> Option<&'static str> {
            Some("by hand")
        }
    }

    #[derive(Clone, Debug, PartialEq, DeriveModel, DeriveActiveModel)]
    pub struct Model {
        pub id: i32,
        pub order: i32,
        pub user_name2: String,
        pub kind: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveColumn)]
    pub enum Column {
        Id,
        Order,
        UserName2,
        #[sea_orm(column_name = "type")]
        Kind,
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
                Self::Order => ColumnType::Integer.def().indexed(),
                Self::UserName2 => ColumnType::Text.def().unique(),
                Self::Kind => ColumnType::Text.def(),
            }
        }
    }

    #[derive(Copy, Clone, Debug, EnumIter)]
    pub enum Relation {}

    impl RelationTrait for Relation {
        fn def(&self) -> RelationDef {
            panic!()
        }
    }

    impl ActiveModelBehavior for ActiveModel {}
}

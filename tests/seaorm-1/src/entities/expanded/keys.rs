//! Keys of the expanded format.

/// Two members, in another order than the columns.
pub mod pair {
    use sea_orm::entity::prelude::*;

    #[derive(Copy, Clone, Default, Debug, DeriveEntity)]
    #[sea_orm(table_name = "expanded_pair")]
    pub struct Entity;

    #[derive(Clone, Debug, PartialEq, DeriveModel, DeriveActiveModel)]
    pub struct Model {
        pub left: i32,
        pub note: Option<String>,
        pub right: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveColumn)]
    pub enum Column {
        Left,
        Note,
        Right,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DerivePrimaryKey)]
    pub enum PrimaryKey {
        Right,
        Left,
    }

    impl PrimaryKeyTrait for PrimaryKey {
        type ValueType = (i32, i32);

        fn auto_increment() -> bool {
            false
        }
    }

    impl ColumnTrait for Column {
        type EntityName = Entity;

        fn def(&self) -> ColumnDef {
            match self {
                Self::Left => ColumnType::Integer.def(),
                Self::Note => ColumnType::Text.def().null(),
                Self::Right => ColumnType::Integer.def(),
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

/// A text, renamed in the columns and in the key.
pub mod renamed {
    use sea_orm::entity::prelude::*;

    #[derive(Copy, Clone, Default, Debug, DeriveEntity)]
    #[sea_orm(table_name = "expanded_renamed")]
    pub struct Entity;

    #[derive(Clone, Debug, PartialEq, DeriveModel, DeriveActiveModel)]
    pub struct Model {
        pub code: String,
        pub value: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveColumn)]
    pub enum Column {
        #[sea_orm(column_name = "CODE")]
        Code,
        Value,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DerivePrimaryKey)]
    pub enum PrimaryKey {
        #[sea_orm(column_name = "CODE")]
        Code,
    }

    impl PrimaryKeyTrait for PrimaryKey {
        type ValueType = String;

        fn auto_increment() -> bool {
            false
        }
    }

    impl ColumnTrait for Column {
        type EntityName = Entity;

        fn def(&self) -> ColumnDef {
            match self {
                Self::Code => ColumnType::String(StringLen::N(12)).def(),
                Self::Value => ColumnType::Integer.def(),
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

/// The key stands in the middle, and the body that numbers it is a block.
pub mod middle {
    use sea_orm::entity::prelude::*;

    #[derive(Copy, Clone, Default, Debug, DeriveEntity)]
    #[sea_orm(table_name = "expanded_middle")]
    pub struct Entity;

    #[derive(Clone, Debug, PartialEq, DeriveModel, DeriveActiveModel)]
    pub struct Model {
        pub name: String,
        pub number: u32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveColumn)]
    pub enum Column {
        Name,
        Number,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DerivePrimaryKey)]
    pub enum PrimaryKey {
        Number,
    }

    impl PrimaryKeyTrait for PrimaryKey {
        type ValueType = u32;

        fn auto_increment() -> bool {
            true
        }
    }

    impl ColumnTrait for Column {
        type EntityName = Entity;

        fn def(&self) -> ColumnDef {
            let definition = match self {
                Self::Name => ColumnType::Text.def(),
                Self::Number => ColumnType::Integer.def(),
            };
            definition.comment("in the middle")
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

//! Shapes of `def`: all calls, one call behind the match, wildcards, constants, functions.

/// All calls of the builder.
pub mod calls {
    use sea_orm::entity::prelude::*;

    #[derive(Copy, Clone, Default, Debug, DeriveEntity)]
    #[sea_orm(table_name = "def_calls")]
    pub struct Entity;

    #[derive(Clone, Debug, PartialEq, DeriveModel, DeriveActiveModel)]
    pub struct Model {
        pub id: i32,
        pub one: i32,
        pub two: Option<String>,
        pub three: String,
        pub four: DateTime,
        pub five: i32,
        pub six: bool,
        pub seven: String,
        pub eight: Vec<u8>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveColumn)]
    pub enum Column {
        Id,
        One,
        Two,
        Three,
        Four,
        Five,
        Six,
        Seven,
        Eight,
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
                Self::Id => ColumnType::Integer.def().comment("counts up"),
                Column::One => ColumnType::Integer.def().unique_key("pair").default_value(3),
                Self::Two => ColumnType::String(StringLen::N(78u32)).def().unique_key("pair").null().indexed(),
                Self::Three => ColumnType::string(Some(20)).def().default_value("it's").extra("CHECK (three <> '')"),
                Self::Four => ColumnType::DateTime.def().default(Expr::current_timestamp()),
                Self::Five => ColumnType::Integer.def().default(Expr::val(-5)).renamed_from("fife"),
                Self::Six => ColumnType::Boolean.def().default_value(true).indexed().unique(),
                Self::Seven => ColumnTypeTrait::def(ColumnType::Text).nullable().comment("last"),
                Self::Eight => ColumnType::VarBinary(StringLen::N(16)).def(),
            }
        }
    }

    #[derive(Copy, Clone, Debug, EnumIter)]
    pub enum Relation {}

    impl RelationTrait for Relation {
        fn def(&self) -> RelationDef {
            panic!("No RelationDef")
        }
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// A match that yields types, with one `.def()` behind it. NULL comes from nowhere then.
pub mod behind {
    use sea_orm::entity::prelude::*;

    #[derive(Copy, Clone, Default, Debug, DeriveEntity)]
    #[sea_orm(table_name = "def_behind")]
    pub struct Entity;

    #[derive(Clone, Debug, PartialEq, DeriveModel, DeriveActiveModel)]
    pub struct Model {
        pub id: i32,
        pub name: Option<String>,
        pub size: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveColumn)]
    pub enum Column {
        Id,
        Name,
        Size,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DerivePrimaryKey)]
    pub enum PrimaryKey {
        Id,
    }

    impl PrimaryKeyTrait for PrimaryKey {
        type ValueType = i32;

        fn auto_increment() -> bool {
            false
        }
    }

    impl ColumnTrait for Column {
        type EntityName = Entity;

        fn def(&self) -> ColumnDef {
            match self {
                Column::Id => ColumnType::Integer,
                Column::Name => ColumnType::Text,
                Column::Size => ColumnType::BigInteger,
            }
            .def()
        }
    }

    #[derive(Copy, Clone, Debug, EnumIter)]
    pub enum Relation {}

    impl RelationTrait for Relation {
        fn def(&self) -> RelationDef {
            unreachable!()
        }
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// Several variants in one arm, a wildcard.
pub mod wildcard {
    use sea_orm::entity::prelude::*;

    #[derive(Copy, Clone, Default, Debug, DeriveEntity)]
    #[sea_orm(table_name = "def_wildcard")]
    pub struct Entity;

    #[derive(Clone, Debug, PartialEq, DeriveModel, DeriveActiveModel)]
    pub struct Model {
        pub id: Uuid,
        pub one: String,
        pub two: String,
        pub three: Option<String>,
        pub four: Option<String>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveColumn)]
    pub enum Column {
        Id,
        One,
        Two,
        Three,
        Four,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DerivePrimaryKey)]
    pub enum PrimaryKey {
        Id,
    }

    impl PrimaryKeyTrait for PrimaryKey {
        type ValueType = Uuid;

        fn auto_increment() -> bool {
            false
        }
    }

    impl ColumnTrait for Column {
        type EntityName = Entity;

        fn def(&self) -> ColumnDef {
            match *self {
                Self::Id => ColumnType::Uuid.def(),
                Self::One | Self::Two => ColumnType::String(StringLen::N(10)).def(),
                _ => ColumnType::Text.def().null(),
            }
        }
    }

    #[derive(Copy, Clone, Debug, EnumIter)]
    pub enum Relation {}

    impl RelationTrait for Relation {
        fn def(&self) -> RelationDef {
            match *self {}
        }
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// Types of enums and newtypes, by their own functions.
pub mod of_types {
    use sea_orm::{ActiveEnum, entity::prelude::*, sea_query::ValueType};

    use crate::entities::enums::shared::{Mood, Size};

    #[derive(Copy, Clone, Default, Debug, DeriveEntity)]
    #[sea_orm(table_name = "def_of_types")]
    pub struct Entity;

    #[derive(Clone, Debug, PartialEq, DeriveModel, DeriveActiveModel)]
    pub struct Model {
        pub id: i32,
        pub mood: Mood,
        pub size: Option<Size>,
        pub at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveColumn)]
    pub enum Column {
        Id,
        Mood,
        Size,
        At,
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
                Self::Mood => Mood::db_type().get_column_type().to_owned().def(),
                Self::Size => Size::db_type().def().null(),
                Self::At => <DateTimeUtc as ValueType>::column_type().def(),
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

/// Constants and functions of the file.
pub mod constants {
    use sea_orm::entity::prelude::*;

    const LENGTH: u32 = 33;

    fn name() -> ColumnDef {
        ColumnType::String(StringLen::N(LENGTH)).def()
    }

    #[derive(Copy, Clone, Default, Debug, DeriveEntity)]
    #[sea_orm(table_name = "def_constants")]
    pub struct Entity;

    #[derive(Clone, Debug, PartialEq, DeriveModel, DeriveActiveModel)]
    pub struct Model {
        pub id: i32,
        pub by_constant: String,
        pub by_function: Option<String>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveColumn)]
    pub enum Column {
        Id,
        ByConstant,
        ByFunction,
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
                Self::ByConstant => ColumnType::String(StringLen::N(LENGTH)).def(),
                Self::ByFunction => name().null(),
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

/// All fields alike: no match at all.
pub mod alike {
    use sea_orm::entity::prelude::*;

    #[derive(Copy, Clone, Default, Debug, DeriveEntity)]
    #[sea_orm(table_name = "def_alike")]
    pub struct Entity;

    #[derive(Clone, Debug, PartialEq, DeriveModel, DeriveActiveModel)]
    pub struct Model {
        pub one: i32,
        pub two: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveColumn)]
    pub enum Column {
        One,
        Two,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DerivePrimaryKey)]
    pub enum PrimaryKey {
        One,
        Two,
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
            ColumnType::Integer.def()
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

/// The variants are imported.
pub mod imported {
    use sea_orm::entity::prelude::*;

    #[derive(Copy, Clone, Default, Debug, DeriveEntity)]
    #[sea_orm(table_name = "def_imported")]
    pub struct Entity;

    #[derive(Clone, Debug, PartialEq, DeriveModel, DeriveActiveModel)]
    pub struct Model {
        pub id: i64,
        pub tag: String,
        pub score: Option<f64>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveColumn)]
    pub enum Column {
        Id,
        Tag,
        Score,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DerivePrimaryKey)]
    pub enum PrimaryKey {
        Id,
    }

    impl PrimaryKeyTrait for PrimaryKey {
        type ValueType = i64;

        fn auto_increment() -> bool {
            true
        }
    }

    impl ColumnTrait for Column {
        type EntityName = Entity;

        fn def(&self) -> ColumnDef {
            use Column::*;
            use sea_orm::sea_query::ColumnType as Kind;

            let definition = match self {
                Id => Kind::BigInteger.def(),
                Tag => Kind::Char(Some(4)).def(),
                Score => Kind::Double.def().null(),
            };
            definition
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

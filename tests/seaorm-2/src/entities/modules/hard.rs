//! Paths and imports at the edges of the rules.

use sea_orm::entity::prelude::*;

use crate as app;

/// A list or an option by a generic alias: the derive reads the alias's own name.
pub type Maybe<T> = Option<T>;
pub type Raw = Vec<u8>;

#[derive(Clone, Debug, PartialEq, Eq, DeriveValueType)]
pub struct Weight(pub i16);

/// Everything comes from the parent's imports, by one glob.
pub mod by_parent {
    use super::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "hard_by_parent")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        pub at: DateTimeUtc,
        pub day: Option<Date>,
        pub weight: Weight,
        pub maybe: Maybe<i32>,
        pub raw: Raw,
        pub maybe_raw: Option<Raw>,
        pub by_crate: app::entities::values::newtypes::Amount,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// The parent's glob again, but a name of this module is another.
pub mod shadowing {
    use super::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveValueType)]
    #[sea_orm(column_type = "Text")]
    pub struct Weight(pub String);

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "hard_shadowing")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        pub weight: Weight,
        pub outer: super::Weight,
        pub of_parent: self::by_self::Weight,
    }

    /// The outer one by another way.
    pub mod by_self {
        pub use super::super::Weight;
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// An explicit import of a name that a glob has too.
pub mod explicit {
    use super::{super::super::types::shadowed::own::Decimal, *};

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "hard_explicit")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        pub amount: Decimal,
        pub weight: Option<Weight>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Derives under other names.
pub mod renamed_derives {
    use sea_orm::{
        DeriveActiveEnum as Kinds, DeriveEntityModel as Table, DeriveRelation as Links, DeriveValueType as Newtype,
        entity::prelude::*,
    };

    #[derive(Clone, Debug, PartialEq, Eq, Newtype)]
    pub struct Height(pub i64);

    #[derive(Clone, Debug, PartialEq, Eq, EnumIter, Kinds)]
    #[sea_orm(rs_type = "String", db_type = "Text")]
    pub enum Kind {
        #[sea_orm(string_value = "x", display_value = "the first")]
        X,
    }

    #[derive(Clone, Debug, PartialEq, Table)]
    #[sea_orm(table_name = "hard_renamed_derives")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        pub height: Height,
        pub kind: Kind,
        pub parent: Option<i32>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, Links)]
    pub enum Relation {
        #[sea_orm(belongs_to = "Entity", from = "Column::Parent", to = "Column::Id", on_delete = "SetNull")]
        Parent,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// The derives stand under a condition that holds.
pub mod conditional {
    use sea_orm::entity::prelude::*;

    #[cfg_attr(all(), derive(Clone, Debug, PartialEq, DeriveEntityModel))]
    #[cfg_attr(all(), sea_orm(table_name = "hard_conditional"))]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        #[cfg_attr(all(), sea_orm(unique), sea_orm(column_type = "Text"))]
        pub name: String,
    }

    #[cfg_attr(all(), derive(Copy, Clone, Debug, EnumIter, DeriveRelation))]
    pub enum Relation {
        #[cfg(any())]
        #[sea_orm(belongs_to = "super::nowhere::Entity", from = "Column::Nothing", to = "super::nowhere::Column::Id")]
        Never,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// One item under two conditions, of which one holds.
pub mod either {
    use sea_orm::entity::prelude::*;

    #[cfg(feature = "spare")]
    pub type Number = i64;
    #[cfg(not(feature = "spare"))]
    pub type Number = i16;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "hard_either")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        pub number: Number,
        #[cfg(feature = "spare")]
        #[sea_orm(column_name = "n")]
        pub twice: i32,
        #[cfg(not(feature = "spare"))]
        #[sea_orm(column_name = "n")]
        pub twice: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Names of macros and of keywords as modules.
pub mod r#type {
    use sea_orm::entity::prelude::*;

    pub mod r#enum {
        use sea_orm::entity::prelude::*;

        #[derive(Clone, Debug, PartialEq, DeriveValueType)]
        pub struct r#Struct(pub f64);
    }

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "hard_raw_modules")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        pub value: r#enum::r#Struct,
        pub other: Option<super::r#type::r#enum::Struct>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {
        #[sea_orm(
            belongs_to = "super::r#type::Entity",
            from = "Column::Id",
            to = "super::r#type::Column::Id",
            fk_name = "to_itself"
        )]
        Itself,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

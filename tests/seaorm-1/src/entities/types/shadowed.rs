//! Names of SeaORM's prelude that an explicit import, or an item of the file, makes something else.

/// Types of this application that are called as the prelude's.
pub mod own {
    use sea_orm::entity::prelude::*;

    /// A text of thirty-six characters.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveValueType)]
    #[sea_orm(column_type = "Char(Some(36))")]
    pub struct Uuid(pub String);

    /// Hundredths.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveValueType)]
    pub struct Decimal(pub i64);

    #[derive(Clone, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
    #[sea_orm(rs_type = "i16", db_type = "SmallInteger")]
    pub enum Type {
        Cat = 1,
        Dog = 2,
    }
}

pub mod imported {
    use super::own::{Decimal, Type, Uuid};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "shadowed_imported")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        pub token: Uuid,
        pub amount: Option<Decimal>,
        pub r#type: Type,
        pub day: Date,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// The glob of a module of the application's loses to nothing here: the names are imported one by one.
pub mod renamed {
    use super::own::{Type as Date, Uuid as Json};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "shadowed_renamed")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        pub day: Date,
        pub json: Option<Json>,
        pub real: super::own::Uuid,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod chronos {
    use chrono::{DateTime, Utc};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "shadowed_chronos")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        pub at: DateTime<Utc>,
        pub until: Option<DateTime<chrono::FixedOffset>>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod times {
    use sea_orm::entity::prelude::*;
    use time::{Date, OffsetDateTime as DateTime, Time};

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "shadowed_times")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        pub day: Date,
        pub hour: Time,
        pub at: DateTime,
        pub stamp: Option<DateTimeUtc>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// An item of the same module.
pub mod beside {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveValueType)]
    #[sea_orm(column_type = "Text")]
    pub struct Time(pub String);

    pub type DateTime = i64;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "shadowed_beside")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        pub hour: Time,
        pub at: Option<DateTime>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

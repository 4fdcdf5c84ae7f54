//! Types by their paths: spelt out, imported under another name, in groups, through re-exports.

pub mod spelt_out {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "paths_spelt_out")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        pub zoned: chrono::DateTime<chrono::FixedOffset>,
        pub utc: Option<chrono::DateTime<chrono::Utc>>,
        pub naive: chrono::NaiveDateTime,
        pub day: chrono::NaiveDate,
        pub token: uuid::Uuid,
        pub value: serde_json::Value,
        pub amount: rust_decimal::Decimal,
        pub moment: ::time::OffsetDateTime,
        pub text: std::string::String,
        pub bytes: ::std::vec::Vec<u8>,
        pub through: sea_orm::prelude::DateTimeUtc,
        pub deeper: sea_orm::entity::prelude::Decimal,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// The derive goes by the text of the type: these are NOT NULL.
#[rustfmt::skip]
pub mod nulls {
    use sea_orm::entity::prelude::*;

    type Maybe = Option<i32>;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "paths_nulls")]
    pub struct Model {
        #[sea_orm(primary_key)]
pub id: i32,
        pub by_path: std::option::Option<i32>,
        pub by_alias: Maybe,
        pub spaced: Option < i32 >,
        #[sea_orm(nullable)]
        pub stated: i32,
        #[sea_orm(nullable)]
        pub both: Option<String>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
}

pub mod renamed {
    use chrono::{DateTime as Moment, NaiveDate as Day, Utc as Greenwich};
    use sea_orm::entity::prelude::*;
    use serde_json::{self, Value as Anything};
    use uuid as ids;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "paths_renamed")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        pub moment: Moment<Greenwich>,
        pub day: Option<Day>,
        pub anything: Anything,
        pub spelt: serde_json::Value,
        pub token: ids::Uuid,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Everything by name, nothing by a glob.
pub mod without_glob {
    #[allow(unused_imports, reason = "the derives of one release ask for more than those of the other")]
    use sea_orm::{
        ActiveModelBehavior, DeriveEntityModel, DeriveRelation, EntityTrait, EnumIter,
        prelude::{DateTimeUtc as Utc, Decimal, Json},
    };
    use sea_orm::{DerivePrimaryKey, PrimaryKeyTrait};

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "paths_without_glob")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        pub at: Utc,
        pub amount: Option<Decimal>,
        pub data: Json,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

//! Types of the database's own.

pub mod plain {
    use sea_orm::entity::prelude::*;

    use super::super::shared::{Mood, Status, Type};

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "enums_native")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        pub mood: Mood,
        pub other_mood: Option<Mood>,
        pub status: Status,
        pub r#type: Type,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// The name of the type is the name in Rust; labels by case style only.
pub mod unnamed {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
    #[sea_orm(rs_type = "String", db_type = "Enum", rename_all = "camelCase")]
    pub enum HTTPState {
        NotFound404,
        #[sea_orm(string_value = "teapot")]
        ImATeapot,
        OK,
    }

    #[derive(Clone, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
    #[sea_orm(rs_type = "String", db_type = "Enum", enum_name = "Kebab", rename_all = "kebab-case")]
    pub enum Kebab {
        #[sea_orm(string_value = "plain!")]
        VeryPlain,
        NotSoPlain2,
    }

    #[derive(Clone, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
    #[sea_orm(rs_type = "String", db_type = "Enum", enum_name = "title", rename_all = "title_case")]
    pub enum Title {
        #[sea_orm(string_value = "plain!")]
        VeryPlain,
        NotSoPlain2,
    }

    #[derive(Clone, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
    #[sea_orm(rs_type = "String", db_type = "Enum", enum_name = "upper", rename_all = "UPPERCASE")]
    pub enum Upper {
        #[sea_orm(string_value = "plain!")]
        VeryPlain,
        r#Match,
    }

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "enums_unnamed")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        pub state: HTTPState,
        pub kebab: Option<Kebab>,
        pub title: Title,
        pub upper: Upper,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Default labels, a unique one, one in a group.
pub mod keyed {
    use sea_orm::entity::prelude::*;

    use crate::entities::enums::shared;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "enums_keyed")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub size: shared::Size,
        #[sea_orm(primary_key, auto_increment = false)]
        pub nr: i32,
        #[sea_orm(unique, default_value = "done")]
        pub status: shared::Status,
        pub other: Option<shared::Status>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// A type of another crate.
pub mod foreign {
    use kinds::Weather;
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "enums_foreign")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        pub weather: Weather,
        pub later: Option<kinds::Weather>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

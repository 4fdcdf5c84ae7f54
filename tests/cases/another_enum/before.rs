use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Enum", enum_name = "mood")]
pub enum Mood {
    #[sea_orm(string_value = "calm")]
    Calm,
    #[sea_orm(string_value = "wild")]
    Wild,
}

#[derive(Clone, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Enum", enum_name = "temper")]
pub enum Temper {
    #[sea_orm(string_value = "calm")]
    Calm,
    #[sea_orm(string_value = "wild")]
    Wild,
    #[sea_orm(string_value = "fierce")]
    Fierce,
}

pub mod animal {
    use sea_orm::entity::prelude::*;

    use super::Mood;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "animals")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        #[sea_orm(default_value = "calm")]
        pub state: Mood,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod keeper {
    use sea_orm::entity::prelude::*;

    use super::Temper;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "keepers")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        pub temper: Temper,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

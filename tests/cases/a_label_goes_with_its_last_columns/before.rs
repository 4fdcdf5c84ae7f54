pub mod state {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
    #[sea_orm(rs_type = "String", db_type = "Enum", enum_name = "state")]
    pub enum State {
        #[sea_orm(string_value = "draft")]
        Draft,
        #[sea_orm(string_value = "lost")]
        Lost,
        #[sea_orm(string_value = "final")]
        Final,
    }
}

pub mod paper {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "papers")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        pub state: super::state::State,
        pub previous_state: Option<super::state::State>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod scrap {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "scraps")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        pub state: super::state::State,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

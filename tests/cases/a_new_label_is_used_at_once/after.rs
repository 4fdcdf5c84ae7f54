//! A new label stands in a default, an index and a check of the same revision: PostgreSQL knows it only after a commit.

pub mod state {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
    #[sea_orm(rs_type = "String", db_type = "Enum", enum_name = "state")]
    pub enum State {
        #[sea_orm(string_value = "open")]
        Open,
        #[sea_orm(string_value = "archived")]
        Archived,
        #[sea_orm(string_value = "closed")]
        Closed,
    }
}

pub mod ticket {
    use limbeck_derive::Limbeck;
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel, Limbeck)]
    #[sea_orm(table_name = "tickets")]
    #[limbeck(
        index(name = "ix_archived", columns("title"), where = "state = 'archived'"),
        check(name = "ck_archived", expr = "state <> 'archived' OR title <> ''")
    )]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        #[sea_orm(default_value = "archived")]
        pub state: super::state::State,
        pub title: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

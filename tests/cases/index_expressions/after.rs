//! The expressions of an index come, change and go.

pub mod person {
    use limbeck_derive::Limbeck;
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel, Limbeck)]
    #[sea_orm(table_name = "people")]
    #[limbeck(
        index(name = "ix_last", columns("(upper(last))")),
        index(name = "ix_born", columns("first", "born")),
        index(name = "ix_name", columns("(lower(first))", "(lower(last))"), unique)
    )]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        pub first: String,
        pub last: String,
        pub born: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

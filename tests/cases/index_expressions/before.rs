pub mod person {
    use limbeck_derive::Limbeck;
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel, Limbeck)]
    #[sea_orm(table_name = "people")]
    #[limbeck(
        index(name = "ix_last", columns("(lower(last))")),
        index(name = "ix_born", columns("(born / 2)", "first"))
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

//! A collation comes and changes under an index.

pub mod word {
    use limbeck_derive::Limbeck;
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel, Limbeck)]
    #[sea_orm(table_name = "words")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        #[limbeck(collation = "C")]
        pub plain: String,
        #[limbeck(collation = "POSIX")]
        #[sea_orm(indexed)]
        pub sorted: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

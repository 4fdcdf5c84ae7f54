pub mod fact {
    use limbeck_derive::Limbeck;
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel, Limbeck)]
    #[sea_orm(table_name = "facts")]
    #[limbeck(
        index(name = "ix_known", columns("known"), using = "gin"),
        index(name = "ix_name", columns("name"), using = "hash"),
        index(name = "ix_place", columns("place"))
    )]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        pub name: String,
        #[sea_orm(column_type = "JsonBinary")]
        pub known: Json,
        pub place: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

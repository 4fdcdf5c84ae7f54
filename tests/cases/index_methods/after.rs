//! Another method of an index, and other operator classes.

pub mod fact {
    use limbeck_derive::Limbeck;
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel, Limbeck)]
    #[sea_orm(table_name = "facts")]
    #[limbeck(
        index(name = "ix_known", columns("known jsonb_path_ops"), using = "gin"),
        index(name = "ix_name", columns("name text_pattern_ops")),
        index(name = "ix_place", columns("place"), using = "brin")
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

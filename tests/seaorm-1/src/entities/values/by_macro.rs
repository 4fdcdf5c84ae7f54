//! Types of which the source has nothing but a name among the arguments of a macro.

pub mod plain {
    use sea_orm::entity::prelude::*;

    macro_rules! numbers {
        ($($name:ident),+) => {
            $(
                #[derive(Clone, Debug, PartialEq, Eq, DeriveValueType)]
                pub struct $name(pub i64);
            )+
        };
    }

    numbers!(Height, Width);

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "by_macro_plain")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        #[sea_orm(column_type = "BigInteger")]
        pub height: Height,
        pub width: Width,
        pub maybe: Option<Width>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

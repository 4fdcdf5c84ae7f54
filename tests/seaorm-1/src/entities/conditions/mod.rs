//! What is compiled under a condition only.

#[cfg(feature = "spare")]
pub mod spare;
#[cfg(feature = "stocked")]
pub mod stocked;

pub mod fields {
    //! Fields under conditions.

    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "conditional_fields")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        #[cfg(any())]
        pub never: i32,
        #[cfg(true)]
        pub always: i32,
        #[cfg(false)]
        pub not_ever: i32,
        #[cfg(all(true, not(false)))]
        pub surely: i32,
        #[cfg(test)]
        pub in_tests: i32,
        #[cfg(not(test))]
        pub outside: i32,
        #[cfg(feature = "stocked")]
        pub stocked: i32,
        #[cfg(feature = "spare")]
        pub spare: i32,
        #[cfg(not(feature = "spare"))]
        pub without_spare: Option<i32>,
        #[cfg(all(feature = "stocked", not(feature = "spare")))]
        #[sea_orm(indexed)]
        pub both: i32,
        #[cfg_attr(any(), sea_orm(unique))]
        #[cfg_attr(all(), sea_orm(indexed))]
        pub attributed: i32,
        #[cfg_attr(feature = "stocked", sea_orm(column_type = "Text"))]
        #[cfg_attr(feature = "spare", sea_orm(column_name = "spare_name"))]
        pub name: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

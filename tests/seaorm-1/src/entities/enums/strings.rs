//! Enums that are kept as strings.

pub mod values {
    use sea_orm::entity::prelude::*;

    use super::super::shared::{Grade, Size as Extent};

    #[derive(Clone, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
    #[sea_orm(rs_type = "String", db_type = "Char(Some(1))")]
    pub enum Letter {
        #[sea_orm(string_value = "a")]
        A,
        #[sea_orm(string_value = "b")]
        B,
    }

    #[derive(Clone, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
    #[sea_orm(rs_type = "String", db_type = "Text", rename_all = "PascalCase")]
    pub enum Long {
        First,
        Second,
    }

    #[derive(Clone, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
    #[sea_orm(rs_type = "String", db_type = "String(StringLen::None)", rename_all = "lowercase")]
    pub enum Open {
        First,
        Second,
    }

    /// A discriminant beside the string.
    #[derive(Clone, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
    #[sea_orm(rs_type = "String", db_type = "string(Some(1))")]
    #[repr(u8)]
    pub enum Byte {
        #[sea_orm(string_value = "L")]
        Left = b'L',
        #[sea_orm(string_value = "R")]
        Right = b'R',
    }

    #[derive(Clone, Debug, PartialEq, Eq)]
    #[cfg_attr(all(), derive(EnumIter, DeriveActiveEnum))]
    #[cfg_attr(all(), sea_orm(rs_type = "String", db_type = "custom(\"citext\")", rename_all = "snake_case"))]
    pub enum Conditional {
        One,
    }

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "enums_of_strings")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        pub size: Extent,
        pub grade: Option<Grade>,
        pub letter: Letter,
        pub long: Long,
        #[sea_orm(default_value = "first")]
        pub open: Open,
        pub byte: Byte,
        pub conditional: Conditional,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

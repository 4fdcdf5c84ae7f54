pub mod colour {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
    #[sea_orm(rs_type = "String", db_type = "Enum", enum_name = "colour")]
    pub enum Colour {
        #[sea_orm(string_value = "red")]
        Red,
        #[sea_orm(string_value = "green")]
        Green,
        #[sea_orm(string_value = "blue")]
        Blue,
    }
}

pub mod shirt {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "shirts")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        pub colours: Vec<super::colour::Colour>,
        pub worn: Option<Vec<super::colour::Colour>>,
        pub main: super::colour::Colour,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

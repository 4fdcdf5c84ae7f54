pub mod day {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
    #[sea_orm(rs_type = "String", db_type = "Enum", enum_name = "day")]
    pub enum Day {
        #[sea_orm(string_value = "mon")]
        Mon,
        #[sea_orm(string_value = "tue")]
        Tue,
        #[sea_orm(string_value = "wed")]
        Wed,
        #[sea_orm(string_value = "thu")]
        Thu,
    }
}

pub mod slot {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "slots")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub room: i32,
        #[sea_orm(primary_key, auto_increment = false)]
        pub day: super::day::Day,
        #[sea_orm(unique_key = "held")]
        pub hour: i32,
        #[sea_orm(unique_key = "held")]
        pub other: super::day::Day,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

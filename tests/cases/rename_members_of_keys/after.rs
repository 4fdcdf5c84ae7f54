//! Columns of a composite key, of a unique group and of a composite foreign key get other names.

pub mod seat {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "seats")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub hall: i32,
        #[sea_orm(primary_key, auto_increment = false, renamed_from = "num")]
        pub number: i32,
        #[sea_orm(unique_key = "place", renamed_from = "lvl")]
        pub level: i32,
        #[sea_orm(unique_key = "place")]
        pub letter: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod ticket {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "tickets")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        pub hall: i32,
        #[sea_orm(renamed_from = "num")]
        pub seat_number: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {
        #[sea_orm(
            belongs_to = "super::seat::Entity",
            from = "(Column::Hall, Column::SeatNumber)",
            to = "(super::seat::Column::Hall, super::seat::Column::Number)"
        )]
        Seat,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

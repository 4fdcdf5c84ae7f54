//! Keys: composite ones, unique groups, indexes, foreign keys with and without actions.

use sea_orm::entity::prelude::*;

pub mod hall {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "halls")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        #[sea_orm(unique)]
        pub name: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod seat {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "seats")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub hall_id: i32,
        #[sea_orm(primary_key, auto_increment = false)]
        pub number: i32,
        #[sea_orm(unique_key = "place")]
        pub level: i32,
        #[sea_orm(unique_key = "place", indexed)]
        pub letter: i32,
        #[sea_orm(indexed)]
        pub kind: Option<i32>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {
        #[sea_orm(
            belongs_to = "super::hall::Entity",
            from = "Column::HallId",
            to = "super::hall::Column::Id",
            on_delete = "Cascade",
            on_update = "Cascade"
        )]
        Hall,
        #[sea_orm(has_many = "super::Entity")]
        Ticket,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "tickets")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i32,
    pub seat_hall: i32,
    pub seat_number: i32,
    pub bought_in: Option<i32>,
    pub without_key: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    #[sea_orm(
        belongs_to = "seat::Entity",
        from = "(Column::SeatHall, Column::SeatNumber)",
        to = "(seat::Column::HallId, seat::Column::Number)",
        on_delete = "Restrict",
        fk_name = "ticket_seat"
    )]
    Seat,
    #[sea_orm(belongs_to = "hall::Entity", from = "Column::BoughtIn", to = "hall::Column::Id", on_delete = "SetNull")]
    Hall,
    #[sea_orm(belongs_to = "hall::Entity", from = "Column::WithoutKey", to = "hall::Column::Id", skip_fk)]
    Loose,
}

impl Related<seat::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::Seat.def()
    }
}

impl ActiveModelBehavior for ActiveModel {}

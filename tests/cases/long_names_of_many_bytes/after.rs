//! Names near the limit of 63 bytes, in letters of two bytes: what is made of them is cut between letters.

pub mod horse {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "žluťoučký_kůň_úpěl_ďábelské_ódy_a_ještě_něco_na")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        #[sea_orm(column_name = "příliš_žluťoučký_sloupec_který_měří_hodně", indexed)]
        pub first: i32,
        #[sea_orm(column_name = "druhý_žluťoučký_sloupec_který_měří_hodně", unique)]
        pub second: i32,
        pub foal_of: Option<i32>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {
        #[sea_orm(belongs_to = "Entity", from = "Column::FoalOf", to = "Column::Id")]
        Mother,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod race {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        pub horse_id: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {
        #[sea_orm(belongs_to = "super::horse::Entity", from = "Column::HorseId", to = "super::horse::Column::Id")]
        Horse,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

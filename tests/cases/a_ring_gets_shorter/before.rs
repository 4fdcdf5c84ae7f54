pub mod first {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "firsts")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        pub second_id: Option<i32>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {
        #[sea_orm(belongs_to = "super::second::Entity", from = "Column::SecondId", to = "super::second::Column::Id")]
        Second,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod second {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "seconds")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        pub third_id: Option<i32>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {
        #[sea_orm(belongs_to = "super::third::Entity", from = "Column::ThirdId", to = "super::third::Column::Id")]
        Third,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod third {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "thirds")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        pub first_id: Option<i32>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {
        #[sea_orm(
            belongs_to = "super::first::Entity",
            from = "Column::FirstId",
            to = "super::first::Column::Id",
            on_delete = "Cascade"
        )]
        First,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

//! Tables that refer to each other in circles.

pub mod husband {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "husband")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        #[sea_orm(unique)]
        pub wife_id: Option<i32>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {
        #[sea_orm(
            belongs_to = "super::wife::Entity",
            from = "Column::WifeId",
            to = "super::wife::Column::Id",
            on_delete = "SetNull"
        )]
        Wife,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod wife {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "wife")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        pub husband_id: Option<i32>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {
        #[sea_orm(
            belongs_to = "super::husband::Entity",
            from = "Column::HusbandId",
            to = "super::husband::Column::Id",
            on_delete = "SetNull"
        )]
        Husband,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod rock {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "rock")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        pub beats: Option<i32>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {
        #[sea_orm(belongs_to = "super::scissors::Entity", from = "Column::Beats", to = "super::scissors::Column::Id")]
        Beats,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod scissors {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "scissors")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        pub beats: Option<i32>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {
        #[sea_orm(belongs_to = "super::paper::Entity", from = "Column::Beats", to = "super::paper::Column::Id")]
        Beats,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod paper {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "paper")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        pub beats: Option<i32>,
        pub also: Option<i32>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {
        #[sea_orm(belongs_to = "super::rock::Entity", from = "Column::Beats", to = "super::rock::Column::Id")]
        Beats,
        #[sea_orm(belongs_to = "Entity", from = "Column::Also", to = "Column::Id")]
        Also,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// A tree with two columns.
pub mod tree {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "tree")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub forest: i32,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: i32,
        pub parent: Option<i32>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {
        #[sea_orm(
            belongs_to = "Entity",
            from = "(Column::Forest, Column::Parent)",
            to = "(Column::Forest, Column::Id)",
            on_delete = "Cascade"
        )]
        Parent,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

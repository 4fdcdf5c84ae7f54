//! Tables whose names are words of SQL or Rust, or have to be quoted for another reason.

pub mod user {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "user")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        #[sea_orm(indexed)]
        pub from: i32,
        #[sea_orm(unique)]
        pub select: String,
        pub group: Option<i32>,
        #[sea_orm(column_name = "Order By")]
        pub order: bool,
        pub r#where: Option<i32>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {
        #[sea_orm(
            belongs_to = "Entity",
            from = "Column::Where",
            to = "Column::Id",
            on_delete = "NoAction",
            on_update = "NoAction"
        )]
        Where,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod order {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "Order")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        #[sea_orm(indexed)]
        pub from: i32,
        #[sea_orm(unique)]
        pub select: String,
        pub group: Option<i32>,
        #[sea_orm(column_name = "Order By")]
        pub order: bool,
        pub r#where: Option<i32>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {
        #[sea_orm(
            belongs_to = "Entity",
            from = "Column::Where",
            to = "Column::Id",
            on_delete = "NoAction",
            on_update = "NoAction"
        )]
        Where,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod group {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "group")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        #[sea_orm(indexed)]
        pub from: i32,
        #[sea_orm(unique)]
        pub select: String,
        pub group: Option<i32>,
        #[sea_orm(column_name = "Order By")]
        pub order: bool,
        pub r#where: Option<i32>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {
        #[sea_orm(
            belongs_to = "Entity",
            from = "Column::Where",
            to = "Column::Id",
            on_delete = "NoAction",
            on_update = "NoAction"
        )]
        Where,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod select {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "SELECT")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        #[sea_orm(indexed)]
        pub from: i32,
        #[sea_orm(unique)]
        pub select: String,
        pub group: Option<i32>,
        #[sea_orm(column_name = "Order By")]
        pub order: bool,
        pub r#where: Option<i32>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {
        #[sea_orm(
            belongs_to = "Entity",
            from = "Column::Where",
            to = "Column::Id",
            on_delete = "NoAction",
            on_update = "NoAction"
        )]
        Where,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod table {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "table")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        #[sea_orm(indexed)]
        pub from: i32,
        #[sea_orm(unique)]
        pub select: String,
        pub group: Option<i32>,
        #[sea_orm(column_name = "Order By")]
        pub order: bool,
        pub r#where: Option<i32>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {
        #[sea_orm(
            belongs_to = "Entity",
            from = "Column::Where",
            to = "Column::Id",
            on_delete = "NoAction",
            on_update = "NoAction"
        )]
        Where,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod camel {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "CamelCaseTable")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        #[sea_orm(indexed)]
        pub from: i32,
        #[sea_orm(unique)]
        pub select: String,
        pub group: Option<i32>,
        #[sea_orm(column_name = "Order By")]
        pub order: bool,
        pub r#where: Option<i32>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {
        #[sea_orm(
            belongs_to = "Entity",
            from = "Column::Where",
            to = "Column::Id",
            on_delete = "NoAction",
            on_update = "NoAction"
        )]
        Where,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod spaced {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "a table with spaces")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        #[sea_orm(indexed)]
        pub from: i32,
        #[sea_orm(unique)]
        pub select: String,
        pub group: Option<i32>,
        #[sea_orm(column_name = "Order By")]
        pub order: bool,
        pub r#where: Option<i32>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {
        #[sea_orm(
            belongs_to = "Entity",
            from = "Column::Where",
            to = "Column::Id",
            on_delete = "NoAction",
            on_update = "NoAction"
        )]
        Where,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod dashed {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "a-table-with-dashes")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        #[sea_orm(indexed)]
        pub from: i32,
        #[sea_orm(unique)]
        pub select: String,
        pub group: Option<i32>,
        #[sea_orm(column_name = "Order By")]
        pub order: bool,
        pub r#where: Option<i32>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {
        #[sea_orm(
            belongs_to = "Entity",
            from = "Column::Where",
            to = "Column::Id",
            on_delete = "NoAction",
            on_update = "NoAction"
        )]
        Where,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod r#type {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "index")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        #[sea_orm(indexed)]
        pub from: i32,
        #[sea_orm(unique)]
        pub select: String,
        pub group: Option<i32>,
        #[sea_orm(column_name = "Order By")]
        pub order: bool,
        pub r#where: Option<i32>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {
        #[sea_orm(
            belongs_to = "Entity",
            from = "Column::Where",
            to = "Column::Id",
            on_delete = "NoAction",
            on_update = "NoAction"
        )]
        Where,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod japanese {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "表")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        #[sea_orm(indexed)]
        pub from: i32,
        #[sea_orm(unique)]
        pub select: String,
        pub group: Option<i32>,
        #[sea_orm(column_name = "Order By")]
        pub order: bool,
        pub r#where: Option<i32>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {
        #[sea_orm(
            belongs_to = "Entity",
            from = "Column::Where",
            to = "Column::Id",
            on_delete = "NoAction",
            on_update = "NoAction"
        )]
        Where,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

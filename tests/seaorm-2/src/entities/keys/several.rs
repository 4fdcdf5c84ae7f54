//! Keys of several columns.

pub mod two {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "key_of_two")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub left_id: i32,
        #[sea_orm(primary_key, auto_increment = false)]
        pub right_id: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Nobody says that they are not numbered; several columns never are.
pub mod silent {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "key_of_silent")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub left_id: i32,
        #[sea_orm(primary_key)]
        pub right_id: i32,
        pub between: String,
        #[sea_orm(primary_key)]
        pub third: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// The members stand among the other columns, the first one last.
pub mod scattered {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "key_of_scattered")]
    pub struct Model {
        pub note: Option<String>,
        #[sea_orm(primary_key, auto_increment = false, column_name = "z")]
        pub last: Uuid,
        pub other: i32,
        #[sea_orm(primary_key, auto_increment = false, column_name = "a")]
        pub first: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// A numbered column beside one that is not: a key of two is not numbered.
pub mod beside {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "key_of_beside")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        #[sea_orm(primary_key, auto_increment = false)]
        pub tenant: Uuid,
        #[sea_orm(unique)]
        pub code: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// A foreign key to a pair of which one is no member of the key.
pub mod half {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "key_of_half")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        #[sea_orm(indexed)]
        pub tenant: Uuid,
        pub code: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {
        #[sea_orm(
            belongs_to = "super::beside::Entity",
            from = "(Column::Tenant, Column::Code)",
            to = "(super::beside::Column::Tenant, super::beside::Column::Code)"
        )]
        Beside,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// Five members.
pub mod five {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "KeyOfFive")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub a: i16,
        #[sea_orm(primary_key, auto_increment = false)]
        pub b: i32,
        #[sea_orm(primary_key, auto_increment = false)]
        pub c: i64,
        #[sea_orm(primary_key, auto_increment = false)]
        pub d: Date,
        #[sea_orm(primary_key, auto_increment = false)]
        pub e: bool,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

//! Names of fields that do not survive SeaORM's way to the column and back, and what overrules them.

#![allow(non_snake_case, reason = "the names of fields are the point")]

pub mod fields {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "named_fields")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        pub self_: i32,
        pub x1y2: i32,
        pub createdAt: DateTime,
        pub ID2: i32,
        pub trailing_: i32,
        pub dbl__under: i32,
        pub _hidden: i32,
        pub URLPath: String,
        pub r#match: i32,
        pub r#move: Option<i32>,
        pub größe: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod overruled {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "named_overruled")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        #[sea_orm(enum_name = "Foo2Bar")]
        pub w: i32,
        #[sea_orm(enum_name = "Zed", column_name = "zz")]
        pub q: i32,
        #[sea_orm(enum_name = "Under9")]
        pub under_9: i32,
        #[sea_orm(column_name = "a")]
        #[sea_orm(column_name = "b")]
        pub twice: i32,
        #[sea_orm(enum_name = "Kind")]
        pub r#type: String,
        #[sea_orm(column_name = "größe")]
        pub size: i32,
        #[sea_orm(column_name = "quo\"te`d")]
        pub quoted: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// A foreign key from and to renamed columns, by their variants.
pub mod referring {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "named_referring", rename_all = "camelCase")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        #[sea_orm(enum_name = "Owner", column_name = "OwnerNo")]
        pub owner_id: Option<i32>,
        pub other_zed: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {
        #[sea_orm(
            belongs_to = "super::overruled::Entity",
            from = "Column::Owner",
            to = "super::overruled::Column::Zed"
        )]
        Owner,
        #[sea_orm(
            belongs_to = "super::overruled::Entity",
            from = "Column::OtherZed",
            to = "super::overruled::Column::Foo2Bar"
        )]
        Other,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod before {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "named_before")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        #[sea_orm(renamed_from = "title")]
        pub name: String,
        #[sea_orm(renamed_from = "cost", comment = "in cents; without tax")]
        pub price: i32,
        #[sea_orm(renamed_from = "Size", column_name = "WIDTH")]
        pub width: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Keys that compile and say nothing.
pub mod unknown {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "named_unknown")]
    pub struct Model {
        #[sea_orm(primary_key, auto_update)]
        pub id: i32,
        #[sea_orm(not_null, string_len = 30, default_vaule = 3)]
        pub name: Option<String>,
        #[sea_orm(indexd, uniqe)]
        pub code: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// A schema's name.
pub mod schema {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "in_schema", schema_name = "warehouse", comment = "beside the others")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        #[sea_orm(indexed)]
        pub name: String,
        #[sea_orm(unique_key = "k")]
        pub one: i32,
        pub parent: Option<i32>,
        pub plain: Option<i32>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {
        #[sea_orm(belongs_to = "Entity", from = "Column::Parent", to = "Column::Id", on_delete = "Cascade")]
        Parent,
        #[sea_orm(belongs_to = "super::before::Entity", from = "Column::Plain", to = "super::before::Column::Id")]
        Plain,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// The same name in another schema.
pub mod other_schema {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "in_schema", schema_name = "archive")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        pub of: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {
        #[sea_orm(belongs_to = "super::schema::Entity", from = "Column::Of", to = "super::schema::Column::Id")]
        Of,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

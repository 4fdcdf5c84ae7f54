//! One entity of the same fields for each case style.

pub mod none {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "style_none")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        #[sea_orm(indexed)]
        pub user_name2: String,
        pub http_2_port: i32,
        #[sea_orm(unique)]
        pub address_1: String,
        #[sea_orm(unique_key = "pair")]
        pub a_b: i32,
        #[sea_orm(unique_key = "pair")]
        pub r#type: String,
        #[sea_orm(column_name = "Own Name")]
        pub own: i32,
        pub parent_id: Option<i32>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {
        #[sea_orm(belongs_to = "Entity", from = "Column::ParentId", to = "Column::Id")]
        Parent,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod camel {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "style_camel", rename_all = "camelCase")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        #[sea_orm(indexed)]
        pub user_name2: String,
        pub http_2_port: i32,
        #[sea_orm(unique)]
        pub address_1: String,
        #[sea_orm(unique_key = "pair")]
        pub a_b: i32,
        #[sea_orm(unique_key = "pair")]
        pub r#type: String,
        #[sea_orm(column_name = "Own Name")]
        pub own: i32,
        pub parent_id: Option<i32>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {
        #[sea_orm(belongs_to = "Entity", from = "Column::ParentId", to = "Column::Id")]
        Parent,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod camel_word {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "style_camel_word", rename_all = "mixed_case")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        #[sea_orm(indexed)]
        pub user_name2: String,
        pub http_2_port: i32,
        #[sea_orm(unique)]
        pub address_1: String,
        #[sea_orm(unique_key = "pair")]
        pub a_b: i32,
        #[sea_orm(unique_key = "pair")]
        pub r#type: String,
        #[sea_orm(column_name = "Own Name")]
        pub own: i32,
        pub parent_id: Option<i32>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {
        #[sea_orm(belongs_to = "Entity", from = "Column::ParentId", to = "Column::Id")]
        Parent,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod pascal {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "style_pascal", rename_all = "PascalCase")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        #[sea_orm(indexed)]
        pub user_name2: String,
        pub http_2_port: i32,
        #[sea_orm(unique)]
        pub address_1: String,
        #[sea_orm(unique_key = "pair")]
        pub a_b: i32,
        #[sea_orm(unique_key = "pair")]
        pub r#type: String,
        #[sea_orm(column_name = "Own Name")]
        pub own: i32,
        pub parent_id: Option<i32>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {
        #[sea_orm(belongs_to = "Entity", from = "Column::ParentId", to = "Column::Id")]
        Parent,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod pascal_word {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "style_pascal_word", rename_all = "camel_case")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        #[sea_orm(indexed)]
        pub user_name2: String,
        pub http_2_port: i32,
        #[sea_orm(unique)]
        pub address_1: String,
        #[sea_orm(unique_key = "pair")]
        pub a_b: i32,
        #[sea_orm(unique_key = "pair")]
        pub r#type: String,
        #[sea_orm(column_name = "Own Name")]
        pub own: i32,
        pub parent_id: Option<i32>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {
        #[sea_orm(belongs_to = "Entity", from = "Column::ParentId", to = "Column::Id")]
        Parent,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod snake {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "style_snake", rename_all = "snake_case")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        #[sea_orm(indexed)]
        pub user_name2: String,
        pub http_2_port: i32,
        #[sea_orm(unique)]
        pub address_1: String,
        #[sea_orm(unique_key = "pair")]
        pub a_b: i32,
        #[sea_orm(unique_key = "pair")]
        pub r#type: String,
        #[sea_orm(column_name = "Own Name")]
        pub own: i32,
        pub parent_id: Option<i32>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {
        #[sea_orm(belongs_to = "Entity", from = "Column::ParentId", to = "Column::Id")]
        Parent,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod snek {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "style_snek", rename_all = "snek_case")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        #[sea_orm(indexed)]
        pub user_name2: String,
        pub http_2_port: i32,
        #[sea_orm(unique)]
        pub address_1: String,
        #[sea_orm(unique_key = "pair")]
        pub a_b: i32,
        #[sea_orm(unique_key = "pair")]
        pub r#type: String,
        #[sea_orm(column_name = "Own Name")]
        pub own: i32,
        pub parent_id: Option<i32>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {
        #[sea_orm(belongs_to = "Entity", from = "Column::ParentId", to = "Column::Id")]
        Parent,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod kebab {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "style_kebab", rename_all = "kebab-case")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        #[sea_orm(indexed)]
        pub user_name2: String,
        pub http_2_port: i32,
        #[sea_orm(unique)]
        pub address_1: String,
        #[sea_orm(unique_key = "pair")]
        pub a_b: i32,
        #[sea_orm(unique_key = "pair")]
        pub r#type: String,
        #[sea_orm(column_name = "Own Name")]
        pub own: i32,
        pub parent_id: Option<i32>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {
        #[sea_orm(belongs_to = "Entity", from = "Column::ParentId", to = "Column::Id")]
        Parent,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod kebab_word {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "style_kebab_word", rename_all = "kebab_case")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        #[sea_orm(indexed)]
        pub user_name2: String,
        pub http_2_port: i32,
        #[sea_orm(unique)]
        pub address_1: String,
        #[sea_orm(unique_key = "pair")]
        pub a_b: i32,
        #[sea_orm(unique_key = "pair")]
        pub r#type: String,
        #[sea_orm(column_name = "Own Name")]
        pub own: i32,
        pub parent_id: Option<i32>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {
        #[sea_orm(belongs_to = "Entity", from = "Column::ParentId", to = "Column::Id")]
        Parent,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod screaming {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "style_screaming", rename_all = "SCREAMING_SNAKE_CASE")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        #[sea_orm(indexed)]
        pub user_name2: String,
        pub http_2_port: i32,
        #[sea_orm(unique)]
        pub address_1: String,
        #[sea_orm(unique_key = "pair")]
        pub a_b: i32,
        #[sea_orm(unique_key = "pair")]
        pub r#type: String,
        #[sea_orm(column_name = "Own Name")]
        pub own: i32,
        pub parent_id: Option<i32>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {
        #[sea_orm(belongs_to = "Entity", from = "Column::ParentId", to = "Column::Id")]
        Parent,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod shouty {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "style_shouty", rename_all = "shouty_snake_case")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        #[sea_orm(indexed)]
        pub user_name2: String,
        pub http_2_port: i32,
        #[sea_orm(unique)]
        pub address_1: String,
        #[sea_orm(unique_key = "pair")]
        pub a_b: i32,
        #[sea_orm(unique_key = "pair")]
        pub r#type: String,
        #[sea_orm(column_name = "Own Name")]
        pub own: i32,
        pub parent_id: Option<i32>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {
        #[sea_orm(belongs_to = "Entity", from = "Column::ParentId", to = "Column::Id")]
        Parent,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod screaming_kebab {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "style_screaming_kebab", rename_all = "SCREAMING-KEBAB-CASE")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        #[sea_orm(indexed)]
        pub user_name2: String,
        pub http_2_port: i32,
        #[sea_orm(unique)]
        pub address_1: String,
        #[sea_orm(unique_key = "pair")]
        pub a_b: i32,
        #[sea_orm(unique_key = "pair")]
        pub r#type: String,
        #[sea_orm(column_name = "Own Name")]
        pub own: i32,
        pub parent_id: Option<i32>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {
        #[sea_orm(belongs_to = "Entity", from = "Column::ParentId", to = "Column::Id")]
        Parent,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod lower {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "style_lower", rename_all = "lowercase")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        #[sea_orm(indexed)]
        pub user_name2: String,
        pub http_2_port: i32,
        #[sea_orm(unique)]
        pub address_1: String,
        #[sea_orm(unique_key = "pair")]
        pub a_b: i32,
        #[sea_orm(unique_key = "pair")]
        pub r#type: String,
        #[sea_orm(column_name = "Own Name")]
        pub own: i32,
        pub parent_id: Option<i32>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {
        #[sea_orm(belongs_to = "Entity", from = "Column::ParentId", to = "Column::Id")]
        Parent,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod upper {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "style_upper", rename_all = "UPPERCASE")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        #[sea_orm(indexed)]
        pub user_name2: String,
        pub http_2_port: i32,
        #[sea_orm(unique)]
        pub address_1: String,
        #[sea_orm(unique_key = "pair")]
        pub a_b: i32,
        #[sea_orm(unique_key = "pair")]
        pub r#type: String,
        #[sea_orm(column_name = "Own Name")]
        pub own: i32,
        pub parent_id: Option<i32>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {
        #[sea_orm(belongs_to = "Entity", from = "Column::ParentId", to = "Column::Id")]
        Parent,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod title {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "style_title", rename_all = "title_case")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        #[sea_orm(indexed)]
        pub user_name2: String,
        pub http_2_port: i32,
        #[sea_orm(unique)]
        pub address_1: String,
        #[sea_orm(unique_key = "pair")]
        pub a_b: i32,
        #[sea_orm(unique_key = "pair")]
        pub r#type: String,
        #[sea_orm(column_name = "Own Name")]
        pub own: i32,
        pub parent_id: Option<i32>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {
        #[sea_orm(belongs_to = "Entity", from = "Column::ParentId", to = "Column::Id")]
        Parent,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

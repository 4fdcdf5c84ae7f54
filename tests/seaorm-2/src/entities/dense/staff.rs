//! A table that refers to itself, a table between two others.

pub mod member {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "staff")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        pub name: String,
        pub reports_to_id: Option<i32>,
        #[sea_orm(self_ref, relation_enum = "ReportsTo", from = "reports_to_id", to = "id", on_delete = "SetNull")]
        pub reports_to: HasOne<Entity>,
        #[sea_orm(has_many, via = "member_project")]
        pub projects: HasMany<super::project::Entity>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod project {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "staff_project", comment = "what is worked on")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        #[sea_orm(unique)]
        pub code: i32,
        #[sea_orm(has_many, via = "member_project")]
        pub members: HasMany<super::member::Entity>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod member_project {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "staff_member_project")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub member_id: i32,
        #[sea_orm(primary_key, auto_increment = false)]
        pub project_id: i32,
        #[sea_orm(belongs_to, from = "member_id", to = "id", on_delete = "Cascade")]
        pub member: BelongsTo<super::member::Entity>,
        #[sea_orm(belongs_to, from = "project_id", to = "id")]
        pub project: BelongsTo<super::project::Entity>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

//! The legacy spelling with `HasOne`, and a key that has no constraint.

pub mod user {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "mail_user")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        #[sea_orm(has_one)]
        pub profile: HasOne<super::profile::Entity>,
        #[sea_orm(has_many, relation_enum = "Sent", via_rel = "Sender")]
        pub sent: HasMany<super::letter::Entity>,
        #[sea_orm(has_many, relation_enum = "Received", via_rel = "Receiver")]
        pub received: HasMany<super::letter::Entity>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod profile {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "mail_profile")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        #[sea_orm(unique)]
        pub user_id: Uuid,
        #[sea_orm(belongs_to, from = "user_id", to = "id", on_delete = "Cascade")]
        pub user: HasOne<super::user::Entity>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod letter {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "mail_letter")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        pub sender_id: Uuid,
        pub receiver_id: Option<Uuid>,
        #[sea_orm(belongs_to, relation_enum = "Sender", from = "sender_id", to = "id")]
        pub sender: BelongsTo<super::user::Entity>,
        #[sea_orm(belongs_to, relation_enum = "Receiver", from = "receiver_id", to = "id", on_delete = "SetNull")]
        pub receiver: BelongsTo<Option<super::user::Entity>>,
        pub loose_id: Option<Uuid>,
        #[sea_orm(belongs_to, relation_enum = "Loose", from = "loose_id", to = "id", skip_fk)]
        pub loose: BelongsTo<Option<super::user::Entity>>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

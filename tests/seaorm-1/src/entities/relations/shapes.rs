//! The shapes of relation attributes.

/// What the others refer to.
pub mod hub {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "hub")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        #[sea_orm(unique)]
        pub code: String,
        pub left: i32,
        pub right: i32,
        pub plain: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl Related<super::doubtful::Entity> for Entity {
        fn to() -> RelationDef {
            super::doubtful::Relation::Conditional.def().rev()
        }
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// No commas at all, which the derive takes.
pub mod without_commas {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "relation_without_commas")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        pub hub_id: i32,
        pub code: Option<String>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {
        #[sea_orm(
            belongs_to = "super::hub::Entity"
            from = "Column::HubId"
            to = "super::hub::Column::Id"
            on_delete = "Cascade"
        )]
        Hub,
        #[sea_orm(belongs_to = "super::hub::Entity" from = "Column::Code", to = "super::hub::Column::Code" on_update = "SetDefault")]
        Code,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// Tuples: with parentheses round one column, over lines, with a comma at the end.
pub mod tuples {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "relation_tuples")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        pub hub_id: i32,
        pub left: i32,
        pub right: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {
        #[sea_orm(belongs_to = "super::hub::Entity", from = "(Column::HubId)", to = "(super::hub::Column::Id)")]
        Hub,
        #[sea_orm(
            belongs_to = "super::hub::Entity",
            from = "(
                Column::Left,
                Column::Right
            )",
            to = "(super::hub::Column::Left, \
                   super::hub::Column::Right)",
            on_delete = "Restrict"
        )]
        Pair,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// Keys that have no constraint: a join of its own, one the other way, one to a column that is not unique.
pub mod doubtful {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "relation_doubtful")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        pub hub_id: i32,
        pub hub_plain: i64,
        pub other_id: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {
        #[sea_orm(belongs_to = "super::hub::Entity", from = "Column::HubPlain", to = "super::hub::Column::Plain")]
        Plain,
        #[sea_orm(
            belongs_to = "super::hub::Entity",
            from = "Column::OtherId",
            to = "super::hub::Column::Id",
            on_condition = r#"super::hub::Column::Code.eq("x")"#,
            condition_type = "any"
        )]
        Conditional,
        #[sea_orm(has_many = "super::hub::Entity", from = "Column::Id", to = "super::hub::Column::Plain")]
        Many,
        #[sea_orm(has_one = "super::hub::Entity", from = "Column::Id", to = "super::hub::Column::Left")]
        One,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// The relation runs from the key to the column that refers to it.
pub mod backwards {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "relation_backwards")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        pub name: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {
        #[sea_orm(belongs_to = "super::tuples::Entity", from = "Column::Id", to = "super::tuples::Column::HubId")]
        Tuples,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// All actions, and names of keys.
pub mod actions {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "relation_actions")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        pub a: Option<i32>,
        pub b: Option<i32>,
        pub c: Option<i32>,
        pub d: Option<i32>,
        pub e: Option<i32>,
        #[sea_orm(column_name = "F f")]
        pub f: Option<i32>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {
        #[sea_orm(
            belongs_to = "super::hub::Entity",
            from = "Column::A",
            to = "super::hub::Column::Id",
            on_delete = "Cascade",
            on_update = "Cascade"
        )]
        A,
        #[sea_orm(
            belongs_to = "super::hub::Entity",
            from = "Column::B",
            to = "super::hub::Column::Id",
            on_delete = "SetNull",
            on_update = "SetNull"
        )]
        B,
        #[sea_orm(
            belongs_to = "super::hub::Entity",
            from = "Column::C",
            to = "super::hub::Column::Id",
            on_delete = "Restrict",
            on_update = "Restrict"
        )]
        C,
        #[sea_orm(
            belongs_to = "super::hub::Entity",
            from = "Column::D",
            to = "super::hub::Column::Id",
            on_delete = "NoAction",
            on_update = "NoAction"
        )]
        D,
        #[sea_orm(
            belongs_to = "super::hub::Entity",
            from = "Column::E",
            to = "super::hub::Column::Id",
            on_delete = "SetDefault",
            on_update = "SetDefault",
            fk_name = "my own name"
        )]
        E,
        #[sea_orm(
            belongs_to = "super::hub::Entity",
            from = "Column::F",
            to = "super::hub::Column::Id",
            fk_name = "fk_f"
        )]
        F,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// One column, one target, two relations: the join of one of them has a condition.
pub mod doubled {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "relation_doubled")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        pub hub_id: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {
        #[sea_orm(
            belongs_to = "super::hub::Entity",
            from = "Column::HubId",
            to = "super::hub::Column::Id",
            on_delete = "Cascade"
        )]
        Hub,
        #[sea_orm(
            belongs_to = "super::hub::Entity",
            from = "Column::HubId",
            to = "super::hub::Column::Id",
            on_delete = "Cascade",
            on_condition = r#"super::hub::Column::Plain.gt(0)"#
        )]
        PlainHub,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// Tabs, doc comments behind attributes, a relation in another attribute.
#[rustfmt::skip]
pub mod tabbed {
	use sea_orm::entity::prelude::*;

	#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "relation_tabbed")]
	pub struct Model {
		#[sea_orm(primary_key)]
		pub id: i32,
		pub	hub_id:	i32,
	}

	#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
	pub enum Relation {
		#[sea_orm(belongs_to	=	"super::hub::Entity",	from = "Column::HubId",	to = "super::hub::Column::Id")]
		/// The doc comment stands last.
		Hub,
	}

	impl ActiveModelBehavior for ActiveModel {}
}

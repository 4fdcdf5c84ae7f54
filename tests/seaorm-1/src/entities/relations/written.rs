//! Relations as code, beside a compact entity.

pub mod bakery {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "bakery")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        #[sea_orm(unique)]
        pub code: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter)]
    pub enum Relation {
        Cakes,
    }

    impl RelationTrait for Relation {
        fn def(&self) -> RelationDef {
            match self {
                Self::Cakes => Entity::has_many(super::cake::Entity).into(),
            }
        }
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod cake {
    use sea_orm::entity::prelude::*;
    use sea_orm::sea_query::ForeignKeyAction as Act;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "bakery_cake")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        pub bakery_id: Option<i32>,
        pub baked_for: i32,
        pub half_of: Option<i32>,
    }

    #[derive(Copy, Clone, Debug, EnumIter)]
    pub enum Relation {
        Bakery,
        Customer,
        Whole,
    }

    impl RelationTrait for Relation {
        fn def(&self) -> RelationDef {
            match self {
                Self::Bakery => Entity::belongs_to(super::bakery::Entity)
                    .from(Column::BakeryId)
                    .to(super::bakery::Column::Id)
                    .on_delete(ForeignKeyAction::SetNull)
                    .on_update(Act::Cascade)
                    .into(),
                Relation::Customer => Entity::belongs_to(super::bakery::Entity)
                    .from(Column::BakedFor)
                    .to(super::bakery::Column::Code)
                    .fk_name("cake_customer")
                    .on_condition(|_left, _right| sea_orm::Condition::all())
                    .into(),
                Self::Whole => Entity::belongs_to(Entity).from(Column::HalfOf).to(Column::Id).into(),
            }
        }
    }

    impl Related<super::bakery::Entity> for Entity {
        fn to() -> RelationDef {
            Relation::Bakery.def()
        }
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// A match with a wildcard, pairs of columns, the entity's full path, a relation that is nobody's key.
pub mod slice {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "bakery_slice")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        pub forest: i32,
        pub tree: i32,
        pub cake_id: i32,
        pub loose_id: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter)]
    pub enum Relation {
        Tree,
        Cake,
        Loose,
    }

    impl RelationTrait for Relation {
        fn def(&self) -> RelationDef {
            use super::super::cycles::tree;

            match *self {
                Relation::Tree => Entity::belongs_to(tree::Entity)
                    .from((Column::Forest, Column::Tree))
                    .to((tree::Column::Forest, tree::Column::Id))
                    .into(),
                Relation::Cake => <Entity as EntityTrait>::belongs_to(super::cake::Entity)
                    .from(Column::CakeId)
                    .to(super::cake::Column::Id)
                    .on_delete(ForeignKeyAction::Cascade)
                    .into(),
                _ => Entity::belongs_to(super::cake::Entity).from(Column::LooseId).to(super::cake::Column::Id).into(),
            }
        }
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// No relations, and a `def` that says so by a panic.
pub mod crumb {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "bakery_crumb")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter)]
    pub enum Relation {}

    impl RelationTrait for Relation {
        fn def(&self) -> RelationDef {
            panic!("no relations")
        }
    }

    impl ActiveModelBehavior for ActiveModel {}
}

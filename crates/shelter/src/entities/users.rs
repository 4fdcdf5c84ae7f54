//! People who have an account.

use sea_orm::entity::prelude::*;

/// A person with an account.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "users")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i32,
    /// What they log in with.
    #[sea_orm(column_type = "String(StringLen::N(190))", unique)]
    pub email: String,
    pub name: String,
    pub role: Role,
    #[sea_orm(default_expr = "Expr::current_timestamp()")]
    pub created_at: DateTimeUtc,
}

/// What an account may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Enum", enum_name = "user_role")]
pub enum Role {
    /// Looks for an animal.
    #[sea_orm(string_value = "visitor")]
    Visitor,
    /// Looks after the animals.
    #[sea_orm(string_value = "keeper")]
    Keeper,
    /// Looks after the accounts, too.
    #[sea_orm(string_value = "director")]
    Director,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

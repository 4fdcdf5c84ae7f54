//! Types that only MySQL and MariaDB have, and comments, which SeaORM writes for no other database.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "mysql_only", comment = "what they alone have")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: u32,
    #[sea_orm(column_type = "Year")]
    pub vintage: i32,
    #[sea_orm(comment = "what it weighs; it's in grams")]
    pub weight: Option<i32>,
    #[sea_orm(column_type = "custom(\"mediumint\")")]
    pub medium: i32,
    #[sea_orm(column_type = "custom(\"longtext\")", nullable)]
    pub long: Option<String>,
    #[sea_orm(column_type = "Bit(Some(8))")]
    pub mask: Vec<u8>,
    #[sea_orm(extra = "ON UPDATE CURRENT_TIMESTAMP", default_expr = "Expr::current_timestamp()")]
    pub changed_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

//! Types that only PostgreSQL has.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "postgres_only")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub tags: Vec<String>,
    pub numbers: Option<Vec<i32>>,
    pub tokens: Vec<Uuid>,
    #[sea_orm(column_type = "Array(RcOrArc::new(ColumnType::Decimal(Some((10, 2)))))")]
    pub prices: Vec<Decimal>,
    #[sea_orm(column_type = "Inet", ignore)]
    pub host: Option<String>,
    #[sea_orm(column_type = "Cidr", select_as = "text")]
    pub network: String,
    #[sea_orm(column_type = "MacAddr", select_as = "text")]
    pub card: String,
    #[sea_orm(column_type = "custom(\"tsvector\")", select_as = "text")]
    pub words: Option<String>,
    #[sea_orm(column_type = "Interval(None, None)", select_as = "text")]
    pub span: String,
    #[sea_orm(column_type = "Bit(Some(8))", select_as = "text")]
    pub mask: String,
    #[sea_orm(column_type = "VarBit(16)", select_as = "text")]
    pub masks: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

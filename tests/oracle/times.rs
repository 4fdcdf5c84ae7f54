//! Dates and times, of both crates that SeaORM knows.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "times")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i32,
    pub day: Date,
    pub hour: Time,
    pub moment: DateTime,
    pub instant: DateTimeUtc,
    pub zoned: Option<DateTimeWithTimeZone>,
    #[sea_orm(column_type = "Timestamp")]
    pub stamp: DateTime,
    pub spelt_out: chrono::DateTime<chrono::Utc>,
    pub other_day: TimeDate,
    pub other_hour: Option<TimeTime>,
    pub other_moment: TimeDateTime,
    pub other_instant: TimeDateTimeWithTimeZone,
    #[sea_orm(default_expr = "Expr::current_timestamp()")]
    pub created_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

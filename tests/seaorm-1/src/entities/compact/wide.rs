//! A table of more than forty columns.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "wide")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub column_1: Option<String>,
    pub column_2: i32,
    pub column_3: Option<i64>,
    pub column_4: bool,
    pub column_5: f64,
    pub column_6: Option<bool>,
    pub column_7: DateTimeUtc,
    pub column_8: Option<Uuid>,
    pub column_9: Option<f32>,
    pub column_10: String,
    #[sea_orm(indexed)]
    pub column_11: Option<String>,
    pub column_12: i32,
    #[sea_orm(column_name = "Column 13")]
    pub column_13: Option<i64>,
    pub column_14: bool,
    pub column_15: f64,
    pub column_16: Option<bool>,
    pub column_17: DateTimeUtc,
    pub column_18: Option<Uuid>,
    pub column_19: Option<f32>,
    pub column_20: String,
    pub column_21: Option<String>,
    #[sea_orm(indexed)]
    pub column_22: i32,
    pub column_23: Option<i64>,
    pub column_24: bool,
    pub column_25: f64,
    #[sea_orm(column_name = "Column 26")]
    pub column_26: Option<bool>,
    pub column_27: DateTimeUtc,
    pub column_28: Option<Uuid>,
    pub column_29: Option<f32>,
    pub column_30: String,
    pub column_31: Option<String>,
    pub column_32: i32,
    #[sea_orm(indexed)]
    pub column_33: Option<i64>,
    pub column_34: bool,
    pub column_35: f64,
    pub column_36: Option<bool>,
    pub column_37: DateTimeUtc,
    pub column_38: Option<Uuid>,
    #[sea_orm(column_name = "Column 39")]
    pub column_39: Option<f32>,
    pub column_40: String,
    pub column_41: Option<String>,
    pub column_42: i32,
    pub column_43: Option<i64>,
    #[sea_orm(indexed)]
    pub column_44: bool,
    pub column_45: f64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

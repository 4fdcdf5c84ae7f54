use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "orders", schema_name = "shop")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    #[sea_orm(unique)]
    pub número: String,
    #[sea_orm(column_type = "Decimal(Some((16, 4)))", default_value = 0)]
    pub total: Decimal,
    #[sea_orm(column_type = "Array(RcOrArc::new(ColumnType::Text))")]
    pub tags: Vec<String>,
    #[sea_orm(unique_key = "place")]
    pub shelf: i32,
    #[sea_orm(unique_key = "place", index)]
    pub slot: Option<i32>,
    pub customer_id: i32,
    #[sea_orm(belongs_to, from = "customer_id", to = "id", on_delete = "Cascade")]
    pub customer: BelongsTo<super::customers::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}

//! Types that only some servers have.

pub mod postgres {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "only_postgres")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        pub host: IpNetwork,
        #[sea_orm(column_type = "Inet", nullable)]
        pub stated: Option<IpNetwork>,
        #[sea_orm(column_type = "Cidr")]
        pub network: IpNetwork,
        #[sea_orm(column_type = "MacAddr", select_as = "text")]
        pub card: String,
        #[sea_orm(column_type = "custom(\"tsvector\")", select_as = "text")]
        pub words: Option<String>,
        #[sea_orm(column_type = "custom(\"int8range\")", select_as = "text")]
        pub range: String,
        #[sea_orm(column_type = "Interval(None, None)", select_as = "text")]
        pub span: String,
        #[sea_orm(
            column_type = "Interval(Some(sea_orm::sea_query::PgInterval::YearToMonth), None)",
            select_as = "text"
        )]
        pub years: String,
        #[sea_orm(column_type = "Interval(None, Some(3))", select_as = "text")]
        pub precise: String,
        #[sea_orm(column_type = "Bit(Some(8))", select_as = "text")]
        pub mask: String,
        #[sea_orm(column_type = "Bit(None)", select_as = "text")]
        pub bit: String,
        #[sea_orm(column_type = "VarBit(16)", select_as = "text")]
        pub masks: String,
        #[sea_orm(column_type = "LTree", select_as = "text")]
        pub path: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod vectors {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "only_postgres_vectors")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        pub open: PgVector,
        #[sea_orm(column_type = "Vector(Some(3))")]
        pub three: Option<PgVector>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod mysql {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "only_mysql", comment = "what it alone has; it's much")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: u32,
        #[sea_orm(column_type = "Year")]
        pub vintage: i32,
        #[sea_orm(comment = "what it weighs; it's in grams")]
        pub weight: Option<i32>,
        #[sea_orm(column_type = "custom(\"mediumint\")", comment = "重さ")]
        pub medium: i32,
        #[sea_orm(column_type = "Bit(Some(8))")]
        pub mask: Vec<u8>,
        #[sea_orm(default_expr = "Expr::current_timestamp()")]
        pub changed_at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

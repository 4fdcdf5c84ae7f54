//! Dates and times, of both crates that SeaORM knows.

pub mod chrono {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "times_chrono")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        pub day: Date,
        pub hour: Time,
        pub moment: DateTime,
        pub utc: DateTimeUtc,
        pub local: DateTimeLocal,
        pub zoned: Option<DateTimeWithTimeZone>,
        pub other_day: ChronoDate,
        pub other_hour: Option<ChronoTime>,
        pub other_moment: ChronoDateTime,
        pub other_utc: ChronoDateTimeUtc,
        pub other_zoned: ChronoDateTimeWithTimeZone,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod time {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "times_time")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        pub day: TimeDate,
        pub hour: Option<TimeTime>,
        pub moment: TimeDateTime,
        pub zoned: TimeDateTimeWithTimeZone,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Seconds and milliseconds that are kept as numbers.
pub mod unix {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "times_unix")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        pub seconds: ChronoUnixTimestamp,
        pub milliseconds: Option<ChronoUnixTimestampMillis>,
        pub other_seconds: Option<TimeUnixTimestamp>,
        pub other_milliseconds: TimeUnixTimestampMillis,
        pub token: TextUuid,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod stated {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "times_stated")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        #[sea_orm(column_type = "Timestamp")]
        pub stamp: DateTime,
        #[sea_orm(column_type = "TimestampWithTimeZone", nullable)]
        pub zoned: Option<DateTimeUtc>,
        #[sea_orm(column_type = "DateTime")]
        pub plain: DateTimeUtc,
        #[sea_orm(column_type = "Date")]
        pub day: DateTime,
        #[sea_orm(column_type = "Time")]
        pub hour: DateTime,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// A type that is called so by two servers of three.
pub mod old {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "times_old")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        #[sea_orm(column_type = "custom(\"DATETIME\")")]
        pub at: DateTime,
        #[sea_orm(column_type = "custom(\"DATETIME\")", nullable)]
        pub until: Option<DateTime>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

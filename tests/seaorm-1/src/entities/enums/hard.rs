//! Labels at the edges of the rules.

pub mod labels {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
    #[sea_orm(rs_type = "String", db_type = "Enum", enum_name = "hard_snake", rename_all = "snake_case")]
    pub enum Snake {
        HTTPServer2Go,
        A1b2,
        #[sea_orm(string_value = "x")]
        X,
        r#Loop,
    }

    #[derive(Clone, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
    #[sea_orm(rs_type = "String", db_type = "Enum", enum_name = "hard_camel", rename_all = "camelCase")]
    pub enum Camel {
        HTTPServer2Go,
        #[sea_orm(rename = "kebab-case")]
        OtherWise,
        #[sea_orm(string_value = "both", rename = "UPPERCASE")]
        Both,
        #[sea_orm(string_value = "a, b")]
        Comma,
    }

    #[derive(Clone, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
    #[sea_orm(rs_type = "String", db_type = "Enum", enum_name = "hard_values")]
    pub enum Values {
        #[sea_orm(string_value = "日本")]
        One,
        #[sea_orm(string_value = "Two Words")]
        Three,
    }

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "enums_hard")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        pub snake: Snake,
        pub camel: Option<Camel>,
        pub values: Values,
        #[sea_orm(default_value = "a, b")]
        pub again: Camel,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// A name of two words.
pub mod apart {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
    #[sea_orm(enum_name = "hard apart")]
    #[sea_orm(rs_type = "String")]
    #[sea_orm(db_type = "Enum")]
    pub enum Apart {
        #[sea_orm(string_value = "x")]
        #[doc = "said otherwise"]
        X,
    }

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "enums_apart")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        pub apart: Apart,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Labels with what has to be escaped.
pub mod escaped {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
    #[sea_orm(rs_type = "String", db_type = "Enum", enum_name = "hard_escaped")]
    pub enum Escaped {
        #[sea_orm(string_value = "it's")]
        One,
        #[sea_orm(string_value = r"back\slash")]
        Two,
        #[sea_orm(string_value = "\"x\"")]
        Three,
    }

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "enums_escaped")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        #[sea_orm(default_value = "it's")]
        pub escaped: Escaped,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// A name with a point in it, which names no schema to SeaORM.
pub mod pointed {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
    #[sea_orm(rs_type = "String", db_type = "Enum", enum_name = "warehouse.level")]
    pub enum Level {
        #[sea_orm(string_value = "low")]
        Low,
    }

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "enums_pointed")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        pub level: Level,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Two types of the same name and labels, in two modules.
pub mod same {
    use sea_orm::entity::prelude::*;

    pub mod other {
        use sea_orm::entity::prelude::*;

        #[derive(Clone, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
        #[sea_orm(rs_type = "String", db_type = "Enum", enum_name = "hard_same")]
        pub enum Same {
            #[sea_orm(string_value = "x")]
            X,
        }
    }

    #[derive(Clone, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
    #[sea_orm(rs_type = "String", db_type = "Enum", enum_name = "hard_same")]
    pub enum Same {
        #[sea_orm(string_value = "x")]
        Y,
    }

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "enums_same")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        pub one: Same,
        pub two: other::Same,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// The types of enums that newtypes and aliases lead to.
pub mod led {
    use super::super::shared::{self, *};
    use sea_orm::entity::prelude::*;

    pub type Feeling = shared::Mood;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "enums_led")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        pub feeling: Feeling,
        pub size: Size,
        pub by_glob: Option<Status>,
        #[sea_orm(column_type = "Text")]
        pub as_text: Mood,
        #[sea_orm(nullable)]
        pub nullable: Mood,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

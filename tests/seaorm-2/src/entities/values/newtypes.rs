//! Newtypes, of each other, of options, of lists, across modules and crates.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveValueType)]
pub struct Amount(pub i64);

pub mod inner {
    //! Newtypes of the outer module's newtypes.

    use super::Amount;
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveValueType)]
    pub struct Price(pub Amount);

    #[derive(Clone, Debug, PartialEq, Eq, DeriveValueType)]
    pub struct Gross(pub super::inner::Price);

    #[derive(Clone, Debug, PartialEq, Eq, DeriveValueType)]
    pub struct Story(pub crate::entities::values::newtypes::Text);
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveValueType)]
#[sea_orm(column_type = "Text")]
pub struct Text(pub String);

#[derive(Clone, Debug, PartialEq, DeriveValueType)]
pub struct Exact(pub Decimal);

#[derive(Clone, Debug, PartialEq, DeriveValueType)]
#[sea_orm(column_type = "Decimal(Some((12, 3)))")]
pub struct Rounded(pub Decimal);

#[derive(Clone, Debug, PartialEq, Eq, DeriveValueType)]
pub struct Bytes(pub Vec<u8>);

#[derive(Clone, Debug, PartialEq, Eq, DeriveValueType)]
#[sea_orm(array_type = "BigInt", column_type = "BigInteger")]
pub struct Both(pub i64);

pub type Alias = inner::Price;
pub type AliasOfAlias = Alias;

pub mod plain {
    use super::{AliasOfAlias, Amount, Both, Bytes, Exact, Rounded, Text, inner::*};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "newtypes_plain")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        pub amount: Amount,
        pub maybe: Option<Amount>,
        pub price: Price,
        pub gross: Gross,
        pub story: Option<Story>,
        pub text: Text,
        pub exact: Exact,
        pub rounded: Rounded,
        pub bytes: Bytes,
        pub both: Both,
        pub alias: AliasOfAlias,
        #[sea_orm(column_type = "Integer")]
        pub stated: super::inner::Price,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Of other crates.
pub mod foreign {
    use kinds::{
        AnimalNumber, Edition, Label as Caption, Release, Version,
        money::{self, Price},
        names::Address,
    };
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "newtypes_foreign")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: AnimalNumber,
        pub version: Version,
        pub release: Release,
        pub edition: Option<Edition>,
        pub label: Caption,
        pub address: Address,
        pub maybe_address: Option<Address>,
        pub price: Price,
        pub amount: money::Amount,
        pub other: kinds::money::Amount,
        pub straight: limbeck_oracle_ids::Numbered<7>,
        pub elsewhere: Option<limbeck_oracle_ids::Version>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Everything by globs, one of them of the whole crate.
pub mod globs {
    use kinds::*;
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "newtypes_globs")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub version: Version,
        pub number: Numbered<3>,
        pub animal: Option<AnimalNumber>,
        pub label: Label,
        pub weather: Weather,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

use std::{collections::BTreeMap, path::PathBuf};

/// Where the entities are, and how they are to be understood.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sources {
    /// Files, and folders that are searched for `.rs` files at any depth.
    pub paths: Vec<PathBuf>,
    /// The cargo features that count as on.
    pub features: Features,
    /// The release of SeaORM whose rules hold; `None` takes that of the project's Cargo.lock, and the newest one where there is none.
    pub generation: Option<Generation>,
    /// Column types that are stated because the source does not tell them: by the path of a Rust type (`crate::Money`), or by table and column
    /// (`orders.total`). The value is a column type as SeaORM or a revision spells it: `Decimal(Some((16, 4)))`, `decimal(16,4)`, `custom("citext")`.
    pub types: BTreeMap<String, String>,
}

/// Which cargo features are on, as with cargo's flags of these names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Features {
    /// `--features`: names, or `package/name`.
    pub list: Vec<String>,
    /// `--all-features`
    pub all: bool,
    /// `--no-default-features`
    pub no_default: bool,
}

/// A release of SeaORM, as far as entities mean something else in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Generation {
    /// 1.x and before.
    One,
    /// 2.x
    #[default]
    Two,
}

use super::{column::canonical_collation, expression::canonical_sql};
use crate::{Dialect, Index, IndexPart, IndexTarget, NullsOrder};

/// An index as it compares on one dialect: its shape. Its name is no part of it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct IndexForm {
    /// What it orders by.
    pub parts: Vec<PartForm>,
    /// Whether two rows may not agree in all parts.
    pub unique: bool,
    /// The method, if it is not the dialect's usual one.
    pub method: Option<String>,
    /// The folded predicate.
    pub filter: Option<String>,
    /// The columns stored with it, sorted.
    pub include: Vec<String>,
    /// Whether two NULLs are a conflict.
    pub nulls_not_distinct: bool,
}

/// A part of an index as it compares.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartForm {
    /// The column or folded expression.
    pub target: IndexTarget,
    /// Whether the order is descending.
    pub descending: bool,
    /// Where NULLs stand, if not where the order puts them.
    pub nulls: Option<NullsOrder>,
    /// The operator class, if it is stated.
    pub operator_class: Option<String>,
    /// The collation, if it is stated.
    pub collation: Option<String>,
    /// How many leading characters or bytes.
    pub prefix: Option<u32>,
}

/// The form in which two spellings of one index are equal on `dialect`.
pub fn canonical_index(index: &Index, dialect: Dialect) -> IndexForm {
    let (includes, nulls_not_distinct) = match dialect {
        Dialect::Postgres => (index.include.clone(), index.nulls_not_distinct),
        Dialect::Sqlite | Dialect::MySql | Dialect::MariaDb => (Vec::new(), false),
    };
    let mut include = includes;
    include.sort();
    IndexForm {
        parts: index.parts.iter().map(|part| canonical_part(part, dialect)).collect(),
        unique: index.unique,
        method: index.method.as_deref().and_then(|method| canonical_method(method, dialect)),
        filter: index.filter.as_deref().map(|filter| canonical_sql(filter, dialect)),
        include,
        nulls_not_distinct,
    }
}

fn canonical_method(method: &str, dialect: Dialect) -> Option<String> {
    let method = method.to_ascii_lowercase();
    let is_usual = match dialect {
        Dialect::Sqlite => true,
        Dialect::Postgres => method == "btree",
        // InnoDB makes a tree of `USING HASH` (MySQL 8.0 manual, section 13.1.15, "Index Types").
        Dialect::MySql | Dialect::MariaDb => matches!(method.as_str(), "btree" | "hash"),
    };
    (!is_usual).then_some(method)
}

fn canonical_part(part: &IndexPart, dialect: Dialect) -> PartForm {
    let target = match &part.target {
        IndexTarget::Column(name) => IndexTarget::Column(name.clone()),
        IndexTarget::Expression(sql) => IndexTarget::Expression(canonical_sql(sql, dialect)),
    };
    let form = PartForm {
        target,
        descending: part.descending,
        nulls: None,
        operator_class: None,
        collation: None,
        prefix: None,
    };
    let collation = part.collation.as_deref().and_then(|name| canonical_collation(name, dialect));
    match dialect {
        Dialect::Sqlite => PartForm { collation, ..form },
        Dialect::Postgres => {
            // Ascending puts NULLs last, descending first (manual, section 11.4).
            let usual = if part.descending { NullsOrder::First } else { NullsOrder::Last };
            let nulls = part.nulls.filter(|nulls| *nulls != usual);
            PartForm { nulls, operator_class: part.operator_class.clone(), collation, ..form }
        }
        Dialect::MySql | Dialect::MariaDb => PartForm { prefix: part.prefix, ..form },
    }
}

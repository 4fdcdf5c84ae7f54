//! What is dangerous about an operation. One rule an item, each with a stable code.

use std::fmt;

use limbeck_schema::Schema;

use crate::Operation;

/// A danger of an operation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hazard {
    /// Which rule.
    pub code: HazardCode,
    /// What happens, with the object's name.
    pub message: String,
}

/// A rule's stable code. The letter is its group: A loses data, B breaks running code, C locks or rewrites, D may fail on data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum HazardCode {
    /// A table is dropped with its rows.
    A01,
    /// A column is dropped with its values.
    A02,
    /// A type gets narrower.
    A05,
    /// Values are converted between kinds of types.
    A06,
    /// A label of an enumerated type goes.
    A07,
    /// A column is renamed.
    B01,
    /// A table is renamed.
    B02,
    /// A column that may not be NULL is added without a default.
    B03,
    /// A column may not be NULL any more.
    B04,
}

impl HazardCode {
    /// The code as it is printed: `A02`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::A01 => "A01",
            Self::A02 => "A02",
            Self::A05 => "A05",
            Self::A06 => "A06",
            Self::A07 => "A07",
            Self::B01 => "B01",
            Self::B02 => "B02",
            Self::B03 => "B03",
            Self::B04 => "B04",
        }
    }
}

impl fmt::Display for HazardCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// The dangers of `operation`, read against the schema before it.
pub fn hazards(operation: &Operation, before: &Schema) -> Vec<Hazard> {
    let hazard = |code, message| vec![Hazard { code, message }];
    match operation {
        Operation::DropTable { table } => hazard(HazardCode::A01, format!("the rows of {table} are lost")),
        Operation::DropColumn { table, column } => {
            // A computed column holds nothing that its expression would not give again.
            let computed = before
                .table(table)
                .and_then(|table| table.column(column))
                .is_some_and(|column| column.generated.is_some());
            if computed {
                Vec::new()
            } else {
                hazard(HazardCode::A02, format!("the values of {table}.{column} are lost"))
            }
        }
        _ => Vec::new(),
    }
}

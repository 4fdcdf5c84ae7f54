pub use super::{enums::*, names::*};
pub use ids::*;

/// The number of an animal.
pub type AnimalNumber = Numbered<1>;

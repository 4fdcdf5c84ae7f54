//! What was understood of the entities: one object, printed as JSON or for a person.

mod facts;
mod object;
mod text;

pub(crate) use object::EntitiesObject;
pub(crate) use text::print_entities;

#[cfg(test)]
mod tests;

//! Entities that declarative macros make: what they paste arrives in invisible brackets.

#![allow(dead_code, missing_docs, reason = "entities as users write them")]

macro_rules! entity {
    ($(#[$meta:meta])* $name:ident, $check:literal, $column:literal, $kind:ty) => {
        #[derive(limbeck_derive::Limbeck)]
        $(#[$meta])*
        #[limbeck(check = $check, index(columns($column)))]
        pub struct $name {
            pub id: i32,
            #[limbeck(name = "fk")]
            pub other: $kind,
        }
    };
}

pub struct BelongsTo<T>(T);

// That it compiles is the test: each of these was a hint or a relation that a macro pasted.
entity!(
    #[limbeck(comment = "made")]
    Model,
    "id > 0",
    "id desc",
    BelongsTo<i32>
);

#[test]
fn the_entity_is_there() {
    let model = Model { id: 1, other: BelongsTo(2) };
    assert_eq!((model.id, model.other.0), (1, 2));
}

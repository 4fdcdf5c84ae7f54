//! Databases that have grown by other hands than the revisions': what is nobody's business, what is unmanaged, what drifted, and what was there before.

mod baseline;
mod drift;
mod everywhere;
mod kept;
mod refilled;
mod repaired;
mod returned;
pub mod site;
mod unmanaged;
mod untouched;

use limbeck_operations::{Op, prelude::*};

/// What the first revision makes: two tables with a part of each kind.
fn first(op: &mut Op) {
    op.create_enum("mood", ["calm", "wild"]);
    op.create_table("owners", [pk_auto("id"), string_len("name", 64)])
        .primary_key(primary_key(["id"]).named("pk-owners"));
    op.create_table(
        "animals",
        [
            pk_auto("id"),
            string_len("name", 64),
            integer("weight").default(1).comment("in kilograms"),
            integer("owner_id").null(),
            integer("twice").generated_stored("weight * 2").null(),
            enumeration("mood", "mood", ["calm", "wild"]),
        ],
    )
    .primary_key(primary_key(["id"]).named("pk-animals"))
    .unique(unique(["name", "owner_id"]).named("uq-animals-name-owner_id"))
    .foreign_key(foreign_key(["owner_id"], "owners", ["id"]).on_delete(SetNull).named("fk-animals-owner_id"))
    .check(check("ck-animals-weight", "weight > 0"))
    .comment("beasts");
    op.create_index("idx-animals-weight", "animals", ["weight"]);
}

/// The rows of these tables.
const ROWS: [&str; 2] = [
    "INSERT INTO owners (name) VALUES ('Mia')",
    "INSERT INTO animals (name, owner_id, mood) VALUES ('Rex', 1, 'calm'), ('Tom', NULL, 'wild')",
];

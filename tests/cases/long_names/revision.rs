//! long names
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    op.create_index(
        "idx-the_measurements_of_all_animals_in_all_the_shelter-11fbd13b",
        "the_measurements_of_all_animals_in_all_the_shelters",
        ["second_measured_by_user"],
    );
    op.create_index(
        "idx-the_measurements_of_all_animals_in_all_the_shelter-96a7d689",
        "the_measurements_of_all_animals_in_all_the_shelters",
        ["first_measured_by_user"],
    );
    // D02: fails if second_measured_by_user of a row of the_measurements_of_all_animals_in_all_the_shelters is in no row of users
    op.add_foreign_key(
        "the_measurements_of_all_animals_in_all_the_shelters",
        foreign_key(["second_measured_by_user"], "users", ["id"])
            .named("fk-the_measurements_of_all_animals_in_all_the_shelters-7f2744d1"),
    );
    // D02: fails if first_measured_by_user of a row of the_measurements_of_all_animals_in_all_the_shelters is in no row of users
    op.add_foreign_key(
        "the_measurements_of_all_animals_in_all_the_shelters",
        foreign_key(["first_measured_by_user"], "users", ["id"])
            .named("fk-the_measurements_of_all_animals_in_all_the_shelters-814a4797"),
    );
}

fn downgrade(op: &mut Op) {
    // A12: first_measured_by_user of the_measurements_of_all_animals_in_all_the_shelters may be in no row of users from here on
    op.drop_foreign_key(
        "the_measurements_of_all_animals_in_all_the_shelters",
        ["first_measured_by_user"],
        "users",
    )
    .named("fk-the_measurements_of_all_animals_in_all_the_shelters-814a4797");
    // A12: second_measured_by_user of the_measurements_of_all_animals_in_all_the_shelters may be in no row of users from here on
    op.drop_foreign_key(
        "the_measurements_of_all_animals_in_all_the_shelters",
        ["second_measured_by_user"],
        "users",
    )
    .named("fk-the_measurements_of_all_animals_in_all_the_shelters-7f2744d1");
    // A10: queries of the_measurements_of_all_animals_in_all_the_shelters that use the index idx-the_measurements_of_all_animals_in_all_the_shelter-96a7d689 get slower
    op.drop_index(
        "idx-the_measurements_of_all_animals_in_all_the_shelter-96a7d689",
        "the_measurements_of_all_animals_in_all_the_shelters",
        ["first_measured_by_user"],
    );
    // A10: queries of the_measurements_of_all_animals_in_all_the_shelters that use the index idx-the_measurements_of_all_animals_in_all_the_shelter-11fbd13b get slower
    op.drop_index(
        "idx-the_measurements_of_all_animals_in_all_the_shelter-11fbd13b",
        "the_measurements_of_all_animals_in_all_the_shelters",
        ["second_measured_by_user"],
    );
}

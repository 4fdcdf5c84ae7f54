//! create tables in a cycle
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    op.create_table(
        "departments",
        [pk_auto("id"), string("name"), integer("head_id").null()],
    )
    .primary_key(primary_key(["id"]).named("pk-departments"));
    op.create_table(
        "employees",
        [pk_auto("id"), string("name"), integer("department_id")],
    )
    .primary_key(primary_key(["id"]).named("pk-employees"))
    .foreign_key(
        foreign_key(["department_id"], "departments", ["id"])
            .named("fk-employees-department_id")
            .on_delete(Cascade),
    );
    op.add_foreign_key(
        "departments",
        foreign_key(["head_id"], "employees", ["id"])
            .named("fk-departments-head_id")
            .on_delete(SetNull),
    );
}

fn downgrade(op: &mut Op) {
    op.drop_foreign_key("departments", ["head_id"], "employees")
        .named("fk-departments-head_id");
    // A01: the rows of employees are lost
    op.drop_table("employees");
    // A01: the rows of departments are lost
    op.drop_table("departments");
}

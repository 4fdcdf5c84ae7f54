//! awkward texts
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    op.create_enum("flavour", ["it's", "a, b", r"back\slash"]);
    op.add_column(
        "notes",
        string("quoted")
            .default(r#"it's 100 % "so""#)
            .comment(r#"don't; "ever" -- 50 %"#),
    );
    op.add_column("notes", string("path").default(r"C:\temp\new"));
    op.add_column("notes", string("question").default("why? $1 :name"));
    op.add_column("notes", string("horse").default("žluťoučký kůň 🐎"));
    op.add_column("notes", string("empty").default(""));
    op.add_column(
        "notes",
        enumeration("flavour", "flavour", ["it's", "a, b", r"back\slash"]).null(),
    );
}

fn downgrade(op: &mut Op) {
    // A02: the values of notes.flavour are lost
    op.drop_column("notes", "flavour");
    // A02: the values of notes.empty are lost
    op.drop_column("notes", "empty");
    // A02: the values of notes.horse are lost
    op.drop_column("notes", "horse");
    // A02: the values of notes.question are lost
    op.drop_column("notes", "question");
    // A02: the values of notes.path are lost
    op.drop_column("notes", "path");
    // A02: the values of notes.quoted are lost
    op.drop_column("notes", "quoted");
    op.drop_enum("flavour");
}

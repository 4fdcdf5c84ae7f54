//! rename enum labels and more
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    // B02: code that still uses animals instead of beasts fails
    op.rename_table("animals", "beasts");
    // B01: code that still uses beasts.mood instead of state fails
    op.rename_column("beasts", "mood", "state");
    // B07: code that still uses `wild` of mood instead of `furious` fails
    op.rename_enum_label("mood", "wild", "furious");
    // B07: code that still uses `calm` of mood instead of `wild` fails
    op.rename_enum_label("mood", "calm", "wild");
    // B08: code that does not know `asleep` of mood fails on rows that hold it
    op.alter_enum("mood", ["wild", "furious"], ["asleep", "wild", "furious"]);
    // on postgres a transaction ends here: what follows uses labels that come above
    op.alter_column("beasts", "state").set_default("asleep");
}

fn downgrade(op: &mut Op) {
    // B05: code that leaves beasts.state out fails
    op.alter_column("beasts", "state").drop_default();
    // A07: rows may still hold `asleep` of mood
    // D08: fails if a row holds `asleep` of mood (postgres, mariadb only)
    op.alter_enum("mood", ["asleep", "wild", "furious"], ["wild", "furious"]);
    // B07: code that still uses `wild` of mood instead of `calm` fails
    op.rename_enum_label("mood", "wild", "calm");
    // B07: code that still uses `furious` of mood instead of `wild` fails
    op.rename_enum_label("mood", "furious", "wild");
    // B01: code that still uses beasts.state instead of mood fails
    op.rename_column("beasts", "state", "mood");
    // B02: code that still uses beasts instead of animals fails
    op.rename_table("beasts", "animals");
}

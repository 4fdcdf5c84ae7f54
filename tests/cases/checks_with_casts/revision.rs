//! checks with casts
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    op.drop_check("samples", "ck_half");
    op.drop_check("samples", "ck_price");
    op.drop_check("samples", "ck_seen");
    // D03: fails if a row of samples does not meet born > DATE '1900-01-01' AND extract(year FROM born) < 3000
    op.add_check(
        "samples",
        check("ck_born", "born > DATE '1900-01-01' AND extract(year FROM born) < 3000"),
    );
    // D03: fails if a row of samples does not meet code ~ '^[a-z]+$' AND code ILIKE 'x%' AND code::varchar(3) <> 'xyz'
    op.add_check(
        "samples",
        check(
            "ck_code",
            "code ~ '^[a-z]+$' AND code ILIKE 'x%' AND code::varchar(3) <> 'xyz'",
        ),
    );
    // D03: fails if a row of samples does not meet facts ->> 'a' = 'b' OR (facts #>> '{c,d}')::int > 3 OR facts @> '{"e": 1}'
    op.add_check(
        "samples",
        check(
            "ck_facts",
            r#"facts ->> 'a' = 'b' OR (facts #>> '{c,d}')::int > 3 OR facts @> '{"e": 1}'"#,
        ),
    );
    // D03: fails if a row of samples does not meet amount / 2::numeric > 1
    op.add_check("samples", check("ck_half", "amount / 2::numeric > 1"));
    // D03: fails if a row of samples does not meet price::integer > 0
    op.add_check("samples", check("ck_price", "price::integer > 0"));
    // D03: fails if a row of samples does not meet seen_at > born + interval '24 hours'
    op.add_check("samples", check("ck_seen", "seen_at > born + interval '24 hours'"));
}

fn downgrade(op: &mut Op) {
    op.drop_check("samples", "ck_seen");
    op.drop_check("samples", "ck_price");
    op.drop_check("samples", "ck_half");
    // A12: the check ck_facts of samples guards no row any more
    op.drop_check("samples", "ck_facts");
    // A12: the check ck_code of samples guards no row any more
    op.drop_check("samples", "ck_code");
    // A12: the check ck_born of samples guards no row any more
    op.drop_check("samples", "ck_born");
    // D03: fails if a row of samples does not meet seen_at > born + interval '1 day'
    op.add_check("samples", check("ck_seen", "seen_at > born + interval '1 day'"));
    // D03: fails if a row of samples does not meet price > 0
    op.add_check("samples", check("ck_price", "price > 0"));
    // D03: fails if a row of samples does not meet amount / 2 > 1
    op.add_check("samples", check("ck_half", "amount / 2 > 1"));
}

//! checks of every shape
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    op.drop_check("parts", "ck_case");
    op.drop_check("parts", "ck_code");
    // A12: the check ck_high of parts guards no row any more
    op.drop_check("parts", "ck_high");
    // D03: fails if a row of parts does not meet low BETWEEN -5 AND 100 AND low NOT BETWEEN 7 AND 9
    op.add_check(
        "parts",
        check("ck_between", "low BETWEEN -5 AND 100 AND low NOT BETWEEN 7 AND 9"),
    );
    // D03: fails if a row of parts does not meet CASE WHEN low > 0 THEN 1 ELSE 2 END < 4
    op.add_check("parts", check("ck_case", "CASE WHEN low > 0 THEN 1 ELSE 2 END < 4"));
    // D03: fails if a row of parts does not meet coalesce(high, low) >= low
    op.add_check("parts", check("ck_coalesce", "coalesce(high, low) >= low"));
    // D03: fails if a row of parts does not meet code IN ('a', 'b', 'd') OR code LIKE 'x%'
    op.add_check("parts", check("ck_code", "code IN ('a', 'b', 'd') OR code LIKE 'x%'"));
    // D03: fails if a row of parts does not meet lower(code) = code
    op.add_check("parts", check("ck_lower", "lower(code) = code"));
    // D03: fails if a row of parts does not meet ((low + (high)) < ((1000))) OR (NOT (high IS NOT NULL AND low > 3))
    op.add_check(
        "parts",
        check(
            "ck_nested",
            "((low + (high)) < ((1000))) OR (NOT (high IS NOT NULL AND low > 3))",
        ),
    );
    // D03: fails if a row of parts does not meet price >= 1.50 AND price < 1e3 AND price <> low
    op.add_check(
        "parts",
        check("ck_price", "price >= 1.50 AND price < 1e3 AND price <> low"),
    );
}

fn downgrade(op: &mut Op) {
    // A12: the check ck_price of parts guards no row any more
    op.drop_check("parts", "ck_price");
    // A12: the check ck_nested of parts guards no row any more
    op.drop_check("parts", "ck_nested");
    // A12: the check ck_lower of parts guards no row any more
    op.drop_check("parts", "ck_lower");
    op.drop_check("parts", "ck_code");
    // A12: the check ck_coalesce of parts guards no row any more
    op.drop_check("parts", "ck_coalesce");
    op.drop_check("parts", "ck_case");
    // A12: the check ck_between of parts guards no row any more
    op.drop_check("parts", "ck_between");
    // D03: fails if a row of parts does not meet NOT high = 13
    op.add_check("parts", check("ck_high", "NOT high = 13"));
    // D03: fails if a row of parts does not meet code IN ('a', 'b', 'c')
    op.add_check("parts", check("ck_code", "code IN ('a', 'b', 'c')"));
    // D03: fails if a row of parts does not meet CASE WHEN low > 0 THEN 1 ELSE 2 END < 3
    op.add_check("parts", check("ck_case", "CASE WHEN low > 0 THEN 1 ELSE 2 END < 3"));
}

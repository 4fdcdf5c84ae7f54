use limbeck_schema::Dialect;

use crate::hazard::{Denied, HazardCode as C, HazardGroup as G};

#[test]
fn codes_are_what_their_letter_says() {
    for code in C::ALL.iter().copied() {
        assert_eq!(Some(code.group().letter()), code.name().chars().next(), "{code}");
        assert_eq!(code.name().to_lowercase().parse(), Ok(code), "{code}");
    }
    assert!(C::ALL.is_sorted(), "in the order in which they are listed");
}

#[test]
fn every_code_is_explained_for_every_dialect() {
    for code in C::ALL.iter().copied() {
        let explanation = code.explanation();
        assert!(!explanation.title.is_empty() && !explanation.title.ends_with('.'), "{code}");
        assert!(explanation.danger.ends_with('.') && explanation.safe.ends_with('.'), "{code}");
        for dialect in Dialect::ALL {
            let lock = explanation.locks.of(dialect);
            assert!(!lock.is_empty() && !lock.ends_with('.'), "{code} {dialect}");
        }
    }
}

#[test]
fn what_is_no_code_has_a_nearest_one() {
    for (text, nearest) in [
        ("A03", C::A02),
        ("A99", C::A13),
        ("C2", C::C01),
        ("d09", C::D08),
        ("B", C::B01),
        ("E01", C::A01),
        ("Z18", C::C17),
        ("", C::A01),
        ("A184467440737095516160", C::A13),
        ("ä", C::A01),
    ] {
        let error = text.parse::<C>().expect_err(text);
        assert_eq!(error.nearest, nearest, "{text}");
        let way_out = if text.starts_with(['A', 'B', 'C', 'd']) {
            format!("the nearest is {nearest}")
        } else {
            "the groups are A (loses data), B (breaks running code), C (locks or rewrites), D (may fail on data), each with codes like "
                .to_owned()
                + nearest.name()
        };
        assert_eq!(error.to_string(), format!("`{text}` is no hazard; {way_out}"));
    }
}

#[test]
fn groups_and_codes_are_denied() {
    for (text, code, expected) in [
        ("A", C::A02, true),
        ("a", C::B01, false),
        ("a02", C::A02, true),
        ("A02", C::A01, false),
        (" C ", C::C16, true),
    ] {
        let denied: Denied = text.parse().expect(text);
        assert_eq!(denied.holds(code), expected, "{text} {code}");
    }
    assert_eq!("D".parse(), Ok(Denied::Group(G::MayFailOnData)));
    assert!("E".parse::<Denied>().is_err());
}

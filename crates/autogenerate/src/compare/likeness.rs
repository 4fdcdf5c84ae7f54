//! How alike two names are, and whether two things stand at the same place.

use std::collections::BTreeMap;

use similar::{Algorithm, DiffOp, capture_diff_slices};

/// Names that are this alike are likely two names of the same thing.
pub(super) const ALIKE: f32 = 0.5;

/// Names that are this alike are so even if what they name is of another type.
pub(super) const NEARLY_EQUAL: f32 = 0.75;

/// How alike two names are, from 0 to 1: the share of characters that both have in the same order. A name that is the beginning or end of the other one
/// (`nick`, `nickname`) counts as nearly equal.
pub(super) fn likeness(one: &str, other: &str) -> f32 {
    let folded = |name: &str| name.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect::<Vec<char>>();
    let (one, other) = (folded(one), folded(other));
    let length = one.len() + other.len();
    if length == 0 {
        return 1.0;
    }
    let (short, long) = if one.len() <= other.len() { (&one, &other) } else { (&other, &one) };
    if short.len() >= 3 && (long.starts_with(short) || long.ends_with(short)) {
        return NEARLY_EQUAL.max(share(2 * short.len(), length));
    }
    let same: usize = capture_diff_slices(Algorithm::Myers, &one, &other)
        .iter()
        .map(|operation| match operation {
            DiffOp::Equal { len, .. } => *len,
            DiffOp::Delete { .. } | DiffOp::Insert { .. } | DiffOp::Replace { .. } => 0,
        })
        .sum();
    share(2 * same, length)
}

/// Names of the length that identifiers have, so that nothing is lost in the conversion.
#[allow(clippy::cast_precision_loss)]
pub(super) fn share(part: usize, whole: usize) -> f32 {
    part as f32 / whole.max(1) as f32
}

/// Where a name stands: behind which of those that stay, and as the how-manieth there.
pub(super) type Place<'a> = (Option<&'a str>, usize);

/// The place of each name of `list`, one look at the list for all of them.
pub(super) fn places<'a>(list: &[&'a str], stays: impl Fn(&str) -> bool) -> BTreeMap<&'a str, Place<'a>> {
    let mut before = None;
    let mut offset = 0;
    let mut places = BTreeMap::new();
    for name in list {
        places.entry(*name).or_insert((before, offset));
        if stays(name) {
            (before, offset) = (Some(*name), 0);
        } else {
            offset += 1;
        }
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_alike_or_not() {
        for (one, other, expected) in [
            ("nick", "nickname", "nearly"),
            ("full_name", "fullName", "nearly"),
            ("colour", "color", "nearly"),
            ("registered", "registered_at", "nearly"),
            ("draft", "drafted", "nearly"),
            ("email", "mail", "nearly"),
            ("first_name", "given_name", "alike"),
            ("created", "updated", "alike"),
            ("nick", "alias", "not"),
            ("age", "born", "not"),
            ("price", "weight", "not"),
            ("id", "uid", "nearly"),
            ("a", "b", "not"),
            ("", "", "nearly"),
        ] {
            let found = match likeness(one, other) {
                likeness if likeness >= NEARLY_EQUAL => "nearly",
                likeness if likeness >= ALIKE => "alike",
                _ => "not",
            };
            assert_eq!(found, expected, "{one} {other} {}", likeness(one, other));
            assert!((likeness(one, other) - likeness(other, one)).abs() < 0.001, "{one} {other}");
        }
    }

    #[test]
    fn a_place_is_behind_what_stays() {
        let stays = |name: &str| matches!(name, "a" | "b");
        for (list, name, expected) in [
            (vec!["a", "x", "b"], "x", Some((Some("a"), 0))),
            (vec!["a", "y", "x", "b"], "x", Some((Some("a"), 1))),
            (vec!["x", "a"], "x", Some((None, 0))),
            (vec!["a", "b", "x"], "x", Some((Some("b"), 0))),
            (vec!["a"], "x", None),
        ] {
            assert_eq!(places(&list, stays).get(name).copied(), expected, "{list:?}");
        }
    }
}

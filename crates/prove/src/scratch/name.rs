//! Names of scratch databases. They tell when one was made, so that those which a crash left can be told from those in use.

use std::{
    hash::{BuildHasher, Hasher, RandomState},
    time::{Duration, SystemTime, UNIX_EPOCH},
};

/// What every scratch database's name begins with.
pub(super) const PREFIX: &str = "limbeck_scratch_";

/// After how long nobody can be using one any more.
const LEFT: Duration = Duration::from_secs(6 * 60 * 60);

/// A name that no other database has.
pub(super) fn new() -> String {
    // The standard library seeds each `RandomState` from the system's randomness.
    let chance = RandomState::new().build_hasher().finish() & 0xffff_ffff;
    format!("{PREFIX}{}_{chance:08x}", now().as_secs())
}

/// Whether a run that did not end well left the database `name`: it is one of ours, and older than any run.
pub(super) fn is_left(name: &str) -> bool {
    let made = name.strip_prefix(PREFIX).and_then(|rest| rest.split_once('_')).and_then(|(seconds, chance)| {
        let is_chance = chance.len() == 8 && chance.chars().all(|c| c.is_ascii_hexdigit());
        is_chance.then(|| seconds.parse().ok()).flatten()
    });
    made.is_some_and(|seconds: u64| Duration::from_secs(seconds).saturating_add(LEFT) < now())
}

/// The time since 1970.
fn now() -> Duration {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_ours_and_long_forgotten_is_left() {
        let recent = new();
        assert_ne!(recent, new());
        for (name, expected) in [
            (recent.as_str(), false),
            ("limbeck_scratch_1700000000_0123abcd", true),
            ("limbeck_scratch_1700000000_0123abcg", false),
            ("limbeck_scratch_1700000000", false),
            ("limbeck_scratch_x_0123abcd", false),
            ("limbeck_scratch_18446744073709551615_0123abcd", false),
            ("limbeck", false),
        ] {
            assert_eq!(is_left(name), expected, "{name}");
        }
    }
}

use crate::Difference;

/// A defect of SeaORM that Limbeck does not follow.
#[derive(Clone, Copy, Debug)]
pub struct Known {
    /// What is wrong with what SeaORM builds.
    pub reason: &'static str,
    /// Where SeaORM does it.
    pub line: &'static str,
    /// Where it shows: the table or type, and the property.
    pub places: &'static [(&'static str, &'static str)],
}

/// What speaks against the list: differences that it does not have, and places on it without a difference.
pub fn unreviewed(differences: &[Difference], known: &[Known]) -> Vec<String> {
    let is = |difference: &Difference, place: &(&str, &str)| difference.place() == *place;
    let places = || known.iter().flat_map(|known| known.places);
    let unlisted =
        differences.iter().filter(|difference| !places().any(|place| is(difference, place))).map(ToString::to_string);
    let gone = places()
        .filter(|place| !differences.iter().any(|difference| is(difference, place)))
        .map(|(of, property)| format!("{of}: {property}: listed, but there is no difference any more"));
    unlisted.chain(gone).collect()
}

use proc_macro2::Span;

/// Something in a hint that cannot be understood.
#[derive(Clone, Debug)]
pub struct Mistake {
    /// The token that it is about.
    pub span: Span,
    /// What is wrong.
    pub message: String,
    /// What to write instead.
    pub help: Option<String>,
}

impl Mistake {
    pub(crate) fn new(span: Span, message: impl Into<String>) -> Self {
        Self { span, message: message.into(), help: None }
    }

    pub(crate) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

/// How many steps a word may be away from what is meant.
const FARTHEST: usize = 3;

/// The candidate that is spelt most like `word`, if one is near enough to be meant.
pub fn did_you_mean<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let near = |candidate: &&str| (word.len().max(candidate.len()) / 3).clamp(1, FARTHEST);
    // A longer difference in length is a longer distance, and needs no table.
    let length = word.chars().count();
    candidates
        .into_iter()
        .filter(|candidate| candidate.chars().count().abs_diff(length) <= FARTHEST)
        .map(|candidate| (distance(&word.to_lowercase(), &candidate.to_lowercase()), candidate))
        .filter(|(distance, candidate)| *distance <= near(candidate))
        .min()
        .map(|(_, candidate)| candidate)
}

/// Levenshtein's distance with neighbours that changed places counted as one step.
fn distance(one: &str, other: &str) -> usize {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let width = other.len() + 1;
    let mut rows = vec![0; (one.len() + 1) * width];
    for i in 0..=one.len() {
        for j in 0..width {
            rows[i * width + j] = match (i, j) {
                (0, steps) | (steps, 0) => steps,
                _ => {
                    let changed = usize::from(one[i - 1] != other[j - 1]);
                    let mut steps = rows[(i - 1) * width + j - 1] + changed;
                    steps = steps.min(rows[(i - 1) * width + j] + 1).min(rows[i * width + j - 1] + 1);
                    if i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1] {
                        steps = steps.min(rows[(i - 2) * width + j - 2] + 1);
                    }
                    steps
                }
            };
        }
    }
    rows.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_word_is_meant() {
        let keys = ["default_value", "default_expr", "unique", "unique_key", "indexed"];
        for (word, expected) in [
            ("default_vaule", Some("default_value")),
            ("uniqe", Some("unique")),
            ("index", Some("indexed")),
            ("string_len", None),
            ("Unique", Some("unique")),
            ("", None),
        ] {
            assert_eq!(did_you_mean(word, keys), expected, "{word}");
        }
    }
}

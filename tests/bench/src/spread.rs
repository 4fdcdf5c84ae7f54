//! What is made of the figures of several runs.

/// The least, the middle and the greatest of some figures.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize)]
pub struct Spread {
    /// The least.
    pub min: f64,
    /// The middle one; of an even number the mean of the two in the middle.
    pub median: f64,
    /// The greatest.
    pub max: f64,
}

impl Spread {
    /// Of figures in any order; `None` where there are none.
    pub fn of(figures: impl IntoIterator<Item = f64>) -> Option<Self> {
        let mut sorted: Vec<f64> = figures.into_iter().collect();
        sorted.sort_by(f64::total_cmp);
        let (min, max) = (*sorted.first()?, *sorted.last()?);
        let (lower, upper) = (sorted.get((sorted.len() - 1) / 2)?, sorted.get(sorted.len() / 2)?);
        Some(Self { min, median: f64::midpoint(*lower, *upper), max })
    }

    /// Of the quotients of figures that were taken in turns, pair by pair: what slows the machine down for a while slows both.
    pub fn of_quotients(figures: &[f64], against: &[f64]) -> Option<Self> {
        Self::of(figures.iter().zip(against).map(|(figure, against)| figure / against))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_spread_is_of_the_sorted_figures() {
        let spread = |min, median, max| Some(Spread { min, median, max });
        for (name, figures, expected) in [
            ("none", &[][..], None),
            ("one", &[3.0], spread(3.0, 3.0, 3.0)),
            ("two", &[4.0, 2.0], spread(2.0, 3.0, 4.0)),
            ("three", &[9.0, 1.0, 2.0], spread(1.0, 2.0, 9.0)),
            ("four", &[4.0, 1.0, 3.0, 2.0], spread(1.0, 2.5, 4.0)),
        ] {
            assert_eq!(Spread::of(figures.iter().copied()), expected, "{name}");
        }
    }

    #[test]
    fn quotients_are_of_the_pairs() {
        let slow_second_turn = Spread::of_quotients(&[2.0, 20.0, 3.0], &[1.0, 10.0, 1.0]);
        assert_eq!(slow_second_turn, Some(Spread { min: 2.0, median: 2.0, max: 3.0 }));
        assert_eq!(Spread::of_quotients(&[1.0], &[]), None);
    }
}

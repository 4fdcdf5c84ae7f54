/// The same thing before and after a change, or on the two sides of a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair<T> {
    /// The side that is, or was.
    pub previous: T,
    /// The side that is to be.
    pub next: T,
}

impl<T> Pair<T> {
    /// A pair of both sides.
    pub const fn new(previous: T, next: T) -> Self {
        Self { previous, next }
    }

    /// The pair seen from the other end.
    pub fn reversed(self) -> Self {
        Self { previous: self.next, next: self.previous }
    }

    /// `f` of both sides.
    pub fn map<U>(self, mut f: impl FnMut(T) -> U) -> Pair<U> {
        Pair { previous: f(self.previous), next: f(self.next) }
    }

    /// Both sides, borrowed.
    pub const fn as_ref(&self) -> Pair<&T> {
        Pair { previous: &self.previous, next: &self.next }
    }
}

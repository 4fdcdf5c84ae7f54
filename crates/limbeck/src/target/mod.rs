//! Where an upgrade or downgrade goes: the words and signs of the command line, and what they mean against a graph and what is applied. Pure.

mod error;
mod range;
mod resolve;

use std::{fmt, str::FromStr};

pub use error::TargetError;
pub use range::Range;

/// Which way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// From base to head.
    Upgrade,
    /// From head to base.
    Downgrade,
}

impl fmt::Display for Direction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Upgrade => "upgrade",
            Self::Downgrade => "downgrade",
        })
    }
}

/// Where to go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// The one revision that none follows.
    Head,
    /// All revisions that none follows.
    Heads,
    /// Before all revisions.
    Base,
    /// Where the database stands.
    Current,
    /// A revision, by its id or the beginning of one, two characters at least; or by a label, which means the revision that states it.
    Revision(String),
    /// So many revisions on (or back, if negative) from a place.
    Steps {
        /// From where.
        from: Anchor,
        /// How many.
        count: i64,
    },
    /// A target as it is seen on one branch: `label@head`. One within one counts on both branches.
    Within {
        /// A label, or a revision by its id or the beginning of one: the branch is what it follows and what follows it.
        branch: String,
        /// What is meant there.
        target: Box<Target>,
    },
}

/// What steps are counted from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// Where the database stands.
    Current,
    /// The one revision that none follows.
    Head,
    /// Before all revisions.
    Base,
    /// A revision, by its id or the beginning of one.
    Revision(String),
}

impl Target {
    /// So many revisions on from where the database stands; back, if negative.
    pub const fn steps(count: i64) -> Self {
        Self::Steps { from: Anchor::Current, count }
    }

    /// Whether it can be told only where the database stands.
    pub fn needs_database(&self) -> bool {
        match self {
            Self::Current | Self::Steps { from: Anchor::Current, .. } => true,
            Self::Within { target, .. } => target.needs_database(),
            Self::Head | Self::Heads | Self::Base | Self::Revision(_) | Self::Steps { .. } => false,
        }
    }
}

impl FromStr for Target {
    type Err = TargetError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let malformed = || TargetError::Malformed { text: text.to_owned() };
        if let Some((branch, target)) = text.split_once('@') {
            if !is_name(branch) || branch.is_empty() || target.contains('@') {
                return Err(malformed());
            }
            let target = target.parse().map_err(|_| malformed())?;
            return Ok(Self::Within { branch: branch.to_owned(), target: Box::new(target) });
        }
        let (name, count) = match text.find(['+', '-']) {
            Some(sign) => (&text[..sign], Some(&text[sign..])),
            None => (text, None),
        };
        if !is_name(name) {
            return Err(malformed());
        }
        let Some(count) = count else {
            return match name {
                "" => Err(malformed()),
                "head" => Ok(Self::Head),
                "heads" => Ok(Self::Heads),
                "base" => Ok(Self::Base),
                "current" => Ok(Self::Current),
                id => Ok(Self::Revision(id.to_owned())),
            };
        };
        let from = match name {
            "" | "current" => Anchor::Current,
            "head" => Anchor::Head,
            "base" => Anchor::Base,
            "heads" => return Err(malformed()),
            id => Anchor::Revision(id.to_owned()),
        };
        // `+` and digits, or `-` and digits: more signs would parse too.
        if !count[1..].starts_with(|c: char| c.is_ascii_digit()) {
            return Err(malformed());
        }
        Ok(Self::Steps { from, count: count.parse().map_err(|_| malformed())? })
    }
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Head => f.write_str("head"),
            Self::Heads => f.write_str("heads"),
            Self::Base => f.write_str("base"),
            Self::Current => f.write_str("current"),
            Self::Revision(id) => f.write_str(id),
            Self::Steps { from: Anchor::Current, count } => write!(f, "{count:+}"),
            Self::Steps { from: Anchor::Head, count } => write!(f, "head{count:+}"),
            Self::Steps { from: Anchor::Base, count } => write!(f, "base{count:+}"),
            Self::Steps { from: Anchor::Revision(id), count } => write!(f, "{id}{count:+}"),
            Self::Within { branch, target } => write!(f, "{branch}@{target}"),
        }
    }
}

/// Whether every character is one that ids and labels have.
fn is_name(text: &str) -> bool {
    text.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '.')
}

#[cfg(test)]
mod tests;

use super::Direction;

/// Why a target leads nowhere.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TargetError {
    /// The text is none of the forms.
    #[error("`{text}` is no target")]
    Malformed {
        /// The text.
        text: String,
    },
    /// `head` stands for one revision, and several are heads.
    #[error("{} heads are present, {}", heads.len(), listed(heads))]
    SeveralHeads {
        /// Their ids.
        heads: Vec<String>,
    },
    /// An id or the beginning of one that no file has, nor the database, if that was asked.
    #[error("there is no revision `{id}`")]
    UnknownArgument {
        /// What was given.
        id: String,
    },
    /// A branch that no revision states.
    #[error("there is no branch `{branch}`{}", known(labels))]
    UnknownBranch {
        /// What was given.
        branch: String,
        /// The labels that there are.
        labels: Vec<String>,
    },
    /// A revision that is not of the branch it was looked for on.
    #[error("revision `{id}` is not on the branch `{branch}`")]
    NotOnBranch {
        /// Its id.
        id: String,
        /// The branch, as it was given.
        branch: String,
    },
    /// A text without a colon where a range has to be.
    #[error("`{text}` is no range")]
    NoRange {
        /// The text.
        text: String,
    },
    /// The end of a range does not follow its beginning.
    #[error("the ends of `{range}` are not on one line: the second does not follow the first")]
    Apart {
        /// As it was given.
        range: String,
    },
    /// Too short to be the beginning of an id.
    #[error("`{id}` is too short for the beginning of an id")]
    TooShort {
        /// What was given.
        id: String,
    },
    /// A revision that is a part of a squashed one: no database can stop behind it that has not begun with it.
    #[error("revision `{id}` is a part of `{by}`, which is applied and undone as a whole")]
    Replaced {
        /// What was given, in full.
        id: String,
        /// The squashed revision.
        by: String,
    },
    /// Several ids begin like this.
    #[error("several revisions begin with `{id}`: {}", listed(candidates))]
    Ambiguous {
        /// What was given.
        id: String,
        /// Whole ids.
        candidates: Vec<String>,
    },
    /// The database has revisions that are in no file, and others are about to run, or they are what was named.
    #[error("the database has {}, which {} in no file", listed(ids), if ids.len() == 1 { "is" } else { "are" })]
    UnknownInDatabase {
        /// Their ids.
        ids: Vec<String>,
    },
    /// A target of the other direction.
    #[error("`{target}` is no target of {direction}")]
    WrongDirection {
        /// As it was given.
        target: String,
        /// What was asked for.
        direction: Direction,
    },
    /// There are not so many revisions.
    #[error("`{target}` goes too far: {}", too_far(*possible))]
    TooFar {
        /// As it was given.
        target: String,
        /// How many steps there are.
        possible: usize,
    },
    /// A step has several ways to go.
    #[error("`{target}` is ambiguous: from {at} it goes on to {}", listed(choices))]
    AmbiguousWalk {
        /// As it was given.
        target: String,
        /// Where: an id in backticks, or a word.
        at: String,
        /// The ids that come next.
        choices: Vec<String>,
    },
    /// Counting from where the database stands, which is at several revisions.
    #[error("`{target}` is ambiguous: the database is at {}", listed(current))]
    AmbiguousCurrent {
        /// As it was given.
        target: String,
        /// Their ids.
        current: Vec<String>,
    },
    /// A downgrade ends at a revision that stays applied; this one is not.
    #[error("revision `{id}` is not applied")]
    NotApplied {
        /// Its id.
        id: String,
    },
}

impl TargetError {
    /// What to do about it.
    pub fn hint(&self) -> String {
        match self {
            Self::Malformed { .. } => "use `head`, `heads`, `base`, `current`, an id or the beginning of one, `+2`, `-1`, `<id>+1`, `<id>-1`, or one of them on a branch: `<label>@head`".to_owned(),
            Self::UnknownBranch { .. } => "`history` shows them; `.branch_labels(..)` in a revision names one; an id may stand for one too".to_owned(),
            Self::NotOnBranch { .. } => "name the revision without the branch".to_owned(),
            Self::NoRange { .. } => "use `<from>:<to>`, `<from>:` or `:<to>`".to_owned(),
            Self::Apart { .. } => "`history` shows what follows what".to_owned(),
            Self::SeveralHeads { .. } => "name one of them, `<label>@head`, or `heads` for all; `merge` joins them".to_owned(),
            Self::UnknownArgument { .. } => "`history` lists the revisions of the files, `current` those of the database".to_owned(),
            Self::Replaced { by, .. } => format!("name `{by}`, or what it follows"),
            Self::TooShort { .. } => "two characters are the least".to_owned(),
            Self::Ambiguous { .. } => "name the revision by its id".to_owned(),
            Self::AmbiguousWalk { .. } | Self::AmbiguousCurrent { .. } => {
                "name the revision by its id, or the branch: `<label>@+1`, `<id>@-1`".to_owned()
            }
            Self::UnknownInDatabase { .. } => {
                "get the files that have it; or undo it with `downgrade`, which works from the operations that the database remembers".to_owned()
            }
            Self::WrongDirection { direction: Direction::Upgrade, .. } => "`downgrade` goes back".to_owned(),
            Self::WrongDirection { direction: Direction::Downgrade, .. } => "`upgrade` goes on".to_owned(),
            Self::TooFar { .. } => "name `head` or `base` to go all the way".to_owned(),
            Self::NotApplied { .. } => "name a revision that `current` or `history` shows as applied, or `base`".to_owned(),
        }
    }
}

/// Ids in backticks: `a`, `b` and `c`; of many, the first ones.
fn listed(ids: &[String]) -> String {
    const SHOWN: usize = 10;
    let quoted: Vec<_> = ids.iter().take(SHOWN).map(|id| format!("`{id}`")).collect();
    match (ids.len() > SHOWN, quoted.split_last()) {
        (true, _) => format!("{} and {} more", quoted.join(", "), ids.len() - SHOWN),
        (false, Some((last, []))) => last.clone(),
        (false, Some((last, others))) => format!("{} and {last}", others.join(", ")),
        (false, None) => "nothing".to_owned(),
    }
}

fn known(labels: &[String]) -> String {
    if labels.is_empty() {
        "; no revision has a label".to_owned()
    } else {
        format!("; the labels are {}", listed(labels))
    }
}

fn too_far(possible: usize) -> String {
    match possible {
        0 => "there is no further revision".to_owned(),
        1 => "there is only 1 revision".to_owned(),
        more => format!("there are only {more} revisions"),
    }
}

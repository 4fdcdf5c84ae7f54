use std::time::Duration;

use limbeck_operations::Step;
use limbeck_schema::Pair;

use super::{HistoryError, InFlight};
use crate::{Direction, Entry, graph::Node};

/// The format of the stored operations that this version writes. It reads all up to it.
pub const FORMAT: i64 = 1;

/// One revision in the history table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The revision's id.
    pub id: String,
    /// The order of application, from 1; gaps mean nothing.
    pub position: i64,
    /// The ids that it follows.
    pub parents: Vec<String>,
    /// What it depends on: ids, or labels of branches.
    pub dependencies: Vec<String>,
    /// What it does, in a few words.
    pub message: String,
    /// When it was applied, in UTC: `2026-11-22T10:14:03Z`.
    pub applied_at: String,
    /// How long it took.
    pub duration: Duration,
    /// Whether it is applied as a whole.
    pub state: State,
    /// What was sent of it last, if that can't be rolled back and is not known to be done.
    pub in_flight: Option<InFlight>,
    /// The version of Limbeck that wrote its operations.
    pub tool_version: String,
    /// The format of the stored operations.
    pub format: i64,
    /// The [`checksum`] of the stored operations.
    pub checksum: String,
    /// The operations of the way up, as JSON.
    pub upgrade: String,
    /// The operations of the way down, as JSON.
    pub downgrade: String,
}

/// Whether a revision is applied as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It is.
    Applied,
    /// A run has begun it and not come to its end: DDL can't be rolled back there, or a part had to be committed before the rest.
    Unfinished {
        /// Which way it was going.
        direction: Direction,
        /// How many of its steps have been done.
        done: usize,
        /// Whether it is certain that nothing of the next step has been done.
        clean: bool,
    },
}

impl State {
    /// The word that is stored for it: `applied`, `upgrading`, `upgrade stopped`, `downgrading`, `downgrade stopped`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Applied => "applied",
            Self::Unfinished { direction: Direction::Upgrade, clean: false, .. } => "upgrading",
            Self::Unfinished { direction: Direction::Upgrade, clean: true, .. } => "upgrade stopped",
            Self::Unfinished { direction: Direction::Downgrade, clean: false, .. } => "downgrading",
            Self::Unfinished { direction: Direction::Downgrade, clean: true, .. } => "downgrade stopped",
        }
    }

    pub(super) fn done(self) -> i64 {
        match self {
            Self::Applied => 0,
            Self::Unfinished { done, .. } => i64::try_from(done).unwrap_or(i64::MAX),
        }
    }

    pub(super) fn parse(name: &str, done: i64) -> Option<Self> {
        let done = usize::try_from(done).ok()?;
        let unfinished = |direction, clean| Some(Self::Unfinished { direction, done, clean });
        match name {
            "applied" => Some(Self::Applied),
            "upgrading" => unfinished(Direction::Upgrade, false),
            "upgrade stopped" => unfinished(Direction::Upgrade, true),
            "downgrading" => unfinished(Direction::Downgrade, false),
            "downgrade stopped" => unfinished(Direction::Downgrade, true),
            _ => None,
        }
    }
}

impl Row {
    /// The row of a compiled revision that is applied now.
    ///
    /// # Errors
    /// Its operations can't be written as JSON.
    pub(crate) fn of(entry: &Entry, position: i64, duration: Duration) -> Result<Self, HistoryError> {
        let steps = Pair { previous: entry.revision.downgrade(), next: entry.revision.upgrade() };
        let row = Self::of_steps(entry.revision.id, entry.message, Pair::new(&steps.previous, &steps.next))?;
        let Node { parents, dependencies, .. } = Node::from(entry);
        Ok(Self { position, parents, dependencies, duration, ..row })
    }

    /// The row of a revision that is said to be applied, in the place of the rows that it, or what it replaces, may have had. Of the steps down that are
    /// marked `unless_done` only those that the rows had undo something here: nothing tells of others that the revision did anything.
    ///
    /// # Errors
    /// Its operations can't be written as JSON.
    pub(crate) fn stamped(entry: &Entry, position: i64, replaced: &[&Self]) -> Result<Self, HistoryError> {
        // A row that is not understood says nothing.
        let stored: Vec<Step> = replaced.iter().filter_map(|row| row.downgrade_steps().ok()).flatten().collect();
        let down = still_undone(entry.revision.downgrade(), &stored);
        Self::of(entry, position, Duration::ZERO)?.with_downgrade(&down)
    }

    /// The row of a root that is applied now, the first of its database, from its steps both ways.
    ///
    /// # Errors
    /// Its operations can't be written as JSON.
    pub(crate) fn of_steps(id: &str, message: &str, steps: Pair<&[Step]>) -> Result<Self, HistoryError> {
        let mut row = Self {
            id: id.to_owned(),
            position: 1,
            parents: Vec::new(),
            dependencies: Vec::new(),
            message: message.to_owned(),
            applied_at: super::clock::now(),
            duration: Duration::ZERO,
            state: State::Applied,
            in_flight: None,
            tool_version: env!("CARGO_PKG_VERSION").to_owned(),
            format: FORMAT,
            checksum: String::new(),
            upgrade: String::new(),
            downgrade: String::new(),
        };
        row.upgrade = row.json(steps.next)?;
        row.with_downgrade(steps.previous)
    }

    /// It is applied as a whole, as of now.
    pub(crate) fn is_applied_now(&mut self, duration: Duration) {
        (self.state, self.duration, self.applied_at) = (State::Applied, duration, super::clock::now());
        self.in_flight = None;
    }

    /// Other operations for the way up than those that were stored.
    ///
    /// # Errors
    /// They can't be written as JSON.
    pub(crate) fn with_upgrade(self, steps: &[Step]) -> Result<Self, HistoryError> {
        let mut row = self.in_this_format()?;
        row.upgrade = row.json(steps)?;
        row.checksum = checksum(&row.upgrade, &row.downgrade);
        Ok(row)
    }

    /// The same in this version's format, if an earlier one wrote it.
    fn in_this_format(mut self) -> Result<Self, HistoryError> {
        if self.format == FORMAT {
            return Ok(self);
        }
        (self.upgrade, self.downgrade) = (self.json(&self.upgrade_steps()?)?, self.json(&self.downgrade_steps()?)?);
        (self.format, self.tool_version) = (FORMAT, env!("CARGO_PKG_VERSION").to_owned());
        self.checksum = checksum(&self.upgrade, &self.downgrade);
        Ok(self)
    }

    /// Other operations for the way down than those that were stored.
    ///
    /// # Errors
    /// They can't be written as JSON.
    pub(crate) fn with_downgrade(self, steps: &[Step]) -> Result<Self, HistoryError> {
        let mut row = self.in_this_format()?;
        row.downgrade = row.json(steps)?;
        row.checksum = checksum(&row.upgrade, &row.downgrade);
        Ok(row)
    }

    fn json(&self, steps: &[Step]) -> Result<String, HistoryError> {
        serde_json::to_string(steps)
            .map_err(|error| HistoryError::Operations { id: self.id.clone(), reason: error.to_string() })
    }

    /// The stored operations of the way up. Bodies of data steps are not stored.
    ///
    /// # Errors
    /// They are in a newer format, or are no operations.
    pub fn upgrade_steps(&self) -> Result<Vec<Step>, HistoryError> {
        self.steps(&self.upgrade)
    }

    /// The stored operations of the way down. Bodies of data steps are not stored.
    ///
    /// # Errors
    /// They are in a newer format, or are no operations.
    pub fn downgrade_steps(&self) -> Result<Vec<Step>, HistoryError> {
        self.steps(&self.downgrade)
    }

    fn steps(&self, json: &str) -> Result<Vec<Step>, HistoryError> {
        if self.format > FORMAT {
            let (id, tool_version) = (self.id.clone(), self.tool_version.clone());
            return Err(HistoryError::NewerFormat { id, format: self.format, tool_version });
        }
        serde_json::from_str(json)
            .map_err(|error| HistoryError::Operations { id: self.id.clone(), reason: error.to_string() })
    }

    /// The revision as a node of a graph, known by the database alone.
    pub fn node(&self) -> Node {
        Node {
            id: self.id.clone(),
            parents: self.parents.clone(),
            dependencies: self.dependencies.clone(),
            labels: Vec::new(),
            replaces: Vec::new(),
            message: self.message.clone(),
            created: String::new(),
            file: String::new(),
        }
    }

    /// Whether the compiled revision says something else than what ran: its file was edited since. Steps of the way down that are marked `unless_done`
    /// may lack in the row: those that undo nothing on this database.
    ///
    /// # Errors
    /// Its operations can't be written as JSON, or the stored ones are not understood.
    pub fn differs_from(&self, entry: &Entry) -> Result<bool, HistoryError> {
        let compiled = Self::of(entry, self.position, self.duration)?;
        if compiled.checksum == self.checksum || self.format > FORMAT {
            return Ok(compiled.checksum != self.checksum);
        }
        // Another version may have said the same in other words.
        Ok(self.upgrade_steps()? != entry.revision.upgrade() || self.downgrade_steps()? != self.way_down(entry)?)
    }

    /// The file's steps down without those marked `unless_done` that undo nothing on this database: what does the same to the same object on the same
    /// dialects is not stored. One that was mended since still undoes what it undid.
    ///
    /// # Errors
    /// The stored steps are not understood.
    pub(crate) fn way_down(&self, entry: &Entry) -> Result<Vec<Step>, HistoryError> {
        Ok(still_undone(entry.revision.downgrade(), &self.downgrade_steps()?))
    }
}

/// The steps of a way down without those marked `unless_done` that are not among the `stored` ones: they were found to undo nothing on this database.
pub(super) fn still_undone(mut down: Vec<Step>, stored: &[Step]) -> Vec<Step> {
    // Of steps in the same words one may count here, and another elsewhere.
    let meant = |step: &Step| (step.only.clone(), step.operation.to_string());
    let stored: Vec<_> = stored.iter().map(meant).collect();
    down.retain(|step| !step.unless_done || stored.contains(&meant(step)));
    down
}

/// A short hash of a revision's operations as JSON, both ways: FNV-1a, 64 bits, as 16 hexadecimal digits. It tells edits, not attacks.
pub fn checksum(upgrade: &str, downgrade: &str) -> String {
    format!("{:016x}", fnv1a([upgrade.as_bytes(), b"\n", downgrade.as_bytes()]))
}

/// FNV-1a, 64 bits: stable over versions of Rust, which the standard library's hasher does not promise.
pub(crate) fn fnv1a<'a>(parts: impl IntoIterator<Item = &'a [u8]>) -> u64 {
    parts
        .into_iter()
        .flatten()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_fnv1a() {
        // Test vectors of the algorithm's authors.
        for (text, expected) in
            [("", 0xcbf2_9ce4_8422_2325), ("a", 0xaf63_dc4c_8601_ec8c), ("foobar", 0x8594_4171_f739_67e8)]
        {
            assert_eq!(fnv1a([text.as_bytes()]), expected, "{text}");
        }
        assert_ne!(checksum("[]", ""), checksum("", "[]"));
        assert_eq!(checksum("", "").len(), 16);
    }

    #[test]
    fn states_are_read_back() {
        for direction in [Direction::Upgrade, Direction::Downgrade] {
            for clean in [true, false] {
                let state = State::Unfinished { direction, done: 3, clean };
                assert_eq!(State::parse(state.name(), state.done()), Some(state));
            }
        }
        assert_eq!(State::parse("applied", 0), Some(State::Applied));
        assert_eq!(State::parse("broken", 0), None);
        assert_eq!(State::parse("upgrading", -1), None);
    }

    #[test]
    fn what_another_version_stored_is_compared_by_what_it_says() {
        use limbeck_operations::{Op, Revision, prelude::*};

        fn up(op: &mut Op) {
            op.create_table("pets", [integer("id")]);
        }
        const REVISION: Revision = Revision::new("aa11").steps(up, |op| _ = op.drop_table("pets"));
        let entry = Entry { revision: &REVISION, file: "aa11", message: "", created: "" };
        let mut row = Row::of(&entry, 1, Duration::ZERO).expect("a row");
        // A default that this version leaves out.
        row.downgrade = row.downgrade.replacen('{', "{\"only\":[],", 1);
        row.checksum = checksum(&row.upgrade, &row.downgrade);
        assert!(!row.differs_from(&entry).expect("operations"), "{}", row.downgrade);
        row.downgrade = row.downgrade.replace("pets", "cats");
        row.checksum = checksum(&row.upgrade, &row.downgrade);
        assert!(row.differs_from(&entry).expect("operations"), "{}", row.downgrade);
        // What is written anew is all in one format.
        let earlier = Row { format: 0, tool_version: "0.0.1".to_owned(), ..row };
        let written = earlier.with_upgrade(&[]).expect("a row");
        assert_eq!((written.format, written.upgrade.as_str()), (FORMAT, "[]"));
        assert_eq!(written.tool_version, env!("CARGO_PKG_VERSION"));
        assert!(!written.downgrade.contains("only"), "{}", written.downgrade);
    }

    #[test]
    fn steps_in_the_same_words_for_other_dialects_are_others() {
        use limbeck_operations::{Op, Revision, prelude::*};

        const REVISION: Revision = Revision::new("aa11").steps(
            |_| {},
            |op| {
                op.drop_table("pets").only(Sqlite).unless_done();
                op.drop_table("pets").only(Postgres).unless_done();
            },
        );
        let entry = Entry { revision: &REVISION, file: "aa11", message: "", created: "" };
        let mut op = Op::default();
        op.drop_table("pets").only(Postgres).unless_done();
        let stored = op.into_steps();
        let row = Row::of_steps("aa11", "", Pair::new(&stored, &[])).expect("a row");
        assert_eq!(row.way_down(&entry).expect("steps"), stored);
        assert!(!row.differs_from(&entry).expect("operations"));
    }

    #[test]
    fn a_way_down_that_was_mended_since_still_undoes_what_it_undid() {
        use limbeck_operations::{Op, Revision, prelude::*};

        fn down(op: &mut Op) {
            op.drop_column("pets", "age");
            op.create_table("pens", [integer("id"), text("what_was_missing")]).unless_done();
            op.create_table("toys", [integer("id")]).unless_done();
        }
        const REVISION: Revision = Revision::new("aa11").steps(|_| {}, down);
        let entry = Entry { revision: &REVISION, file: "aa11", message: "", created: "" };
        let mut op = Op::default();
        op.create_table("pens", [integer("id")]).unless_done();
        let stored = op.into_steps();
        let row = Row::of_steps("aa11", "", Pair::new(&stored, &[])).expect("a row");
        let found: Vec<_> = row.way_down(&entry).expect("steps").iter().map(|step| step.operation.clone()).collect();
        assert_eq!(found, REVISION.downgrade()[..2].iter().map(|step| step.operation.clone()).collect::<Vec<_>>());
        assert!(row.differs_from(&entry).expect("operations that are JSON"), "the file was edited");
    }
}

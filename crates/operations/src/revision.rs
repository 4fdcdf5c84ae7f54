use crate::{Op, Step};

/// A revision, as its file states it: an id, the ids of its parents, and what it does in both directions.
#[derive(Clone, Copy, Debug)]
pub struct Revision {
    /// Its id: 12 hexadecimal digits by default.
    pub id: &'static str,
    /// The ids that it follows; none for a root, several for a merge.
    pub parents: &'static [&'static str],
    /// What has to be applied before it although it follows none of it: ids, or labels of branches.
    pub dependencies: &'static [&'static str],
    /// The names of the branch that begins with it.
    pub labels: &'static [&'static str],
    /// The revisions that it does the same as, in their order; none but for a squashed one.
    pub replaces: &'static [&'static str],
    upgrade: fn(&mut Op),
    downgrade: fn(&mut Op),
}

impl Revision {
    /// A root that does nothing yet.
    pub const fn new(id: &'static str) -> Self {
        Self { id, parents: &[], dependencies: &[], labels: &[], replaces: &[], upgrade: |_| {}, downgrade: |_| {} }
    }

    /// The revisions that it follows.
    pub const fn revises(mut self, parents: &'static [&'static str]) -> Self {
        self.parents = parents;
        self
    }

    /// What has to be applied before it although it follows none of it: ids of revisions of other branches, or labels, each of which means the revision
    /// that states it.
    pub const fn depends_on(mut self, dependencies: &'static [&'static str]) -> Self {
        self.dependencies = dependencies;
        self
    }

    /// Names for the branch that begins here: a target can say `label@head`.
    pub const fn branch_labels(mut self, labels: &'static [&'static str]) -> Self {
        self.labels = labels;
        self
    }

    /// The revisions that it does the same as, in their order: a line without branches. A database that has none of them runs this one; one that has some
    /// runs the rest of them, for which their files have to be there; and of one that has all only the history changes.
    pub const fn replaces(mut self, replaced: &'static [&'static str]) -> Self {
        self.replaces = replaced;
        self
    }

    /// What it does, and what undoes it. Both are pure: they record the same operations at each call.
    pub const fn steps(mut self, upgrade: fn(&mut Op), downgrade: fn(&mut Op)) -> Self {
        self.upgrade = upgrade;
        self.downgrade = downgrade;
        self
    }

    /// The operations of the way up.
    pub fn upgrade(&self) -> Vec<Step> {
        record(self.upgrade)
    }

    /// The operations of the way down.
    pub fn downgrade(&self) -> Vec<Step> {
        record(self.downgrade)
    }
}

fn record(steps: fn(&mut Op)) -> Vec<Step> {
    let mut op = Op::default();
    steps(&mut op);
    op.into_steps()
}

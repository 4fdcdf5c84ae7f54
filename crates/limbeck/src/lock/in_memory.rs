//! The lock of a database in memory: it is the application's own session, which several runs of one process may want at once.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError, Weak},
};

use tokio::sync::OwnedMutexGuard;

/// Held as long as any of its clones is.
pub(crate) type Held = Arc<OwnedMutexGuard<()>>;

/// The databases that have a run now.
static RUNS: Mutex<BTreeMap<PathBuf, Weak<tokio::sync::Mutex<()>>>> = Mutex::new(BTreeMap::new());

/// Takes the lock of the database of this name, which the driver makes unique for each; `None` if another run has it.
pub(super) fn attempt(database: &Path) -> Option<Held> {
    // Nothing can panic while it is locked, so there is nothing broken to see.
    let mut runs = RUNS.lock().unwrap_or_else(PoisonError::into_inner);
    runs.retain(|_, run| run.strong_count() > 0);
    let run = runs.get(database).and_then(Weak::upgrade).unwrap_or_else(|| {
        let run = Arc::default();
        runs.insert(database.to_owned(), Arc::downgrade(&run));
        run
    });
    run.try_lock_owned().ok().map(Arc::new)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_database_has_one_run_at_a_time() {
        let (one, other) = (Path::new("one"), Path::new("other"));
        let held = attempt(one).expect("it is free");
        assert!(attempt(one).is_none());
        assert!(attempt(other).is_some());
        let still_held = Arc::clone(&held);
        drop(held);
        assert!(attempt(one).is_none());
        drop(still_held);
        assert!(attempt(one).is_some());
    }
}

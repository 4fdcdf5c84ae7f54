//! Sees every statement that is done, those of the runner itself and of data steps too, since the drivers tell of them all.
//!
//! `LIMBECK_STATEMENTS=FILE`: each is written there, on a line of its own. `LIMBECK_KILL_AFTER=N`: behind the N-th the process is killed with SIGKILL,
//! before the runner has seen the answer.

use std::{
    fmt,
    fs::File,
    io::Write,
    process::Command,
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
};

use tracing::{
    Event, Metadata, Subscriber,
    field::{Field, Visit},
    span,
};

/// Begins to watch, if the environment asks for it.
pub(crate) fn watch() {
    let list =
        std::env::var_os("LIMBECK_STATEMENTS").map(|file| File::create(file).expect("a file for the statements"));
    let last = std::env::var("LIMBECK_KILL_AFTER").ok().map(|number| number.parse().expect("a number of statements"));
    if list.is_some() || last.is_some() {
        let witness = Witness { list: list.map(Mutex::new), last, seen: AtomicUsize::new(0) };
        tracing::subscriber::set_global_default(witness).expect("no other subscriber");
    }
}

struct Witness {
    list: Option<Mutex<File>>,
    /// The statement that is survived by nobody.
    last: Option<usize>,
    seen: AtomicUsize,
}

impl Witness {
    fn see(&self, statement: &Text) {
        if let Some(list) = &self.list {
            let mut list = list.lock().unwrap_or_else(PoisonError::into_inner);
            writeln!(list, "{}", statement.one_line()).expect("a statement that is written down");
        }
        if Some(self.seen.fetch_add(1, Ordering::SeqCst) + 1) == self.last {
            die();
        }
    }
}

/// Does not return.
fn die() {
    let kill = Command::new("kill").args(["-KILL", &std::process::id().to_string()]).status();
    // The signal comes before the answer, or with it.
    std::thread::sleep(std::time::Duration::from_secs(60));
    panic!("still alive after a kill: {kill:?}");
}

/// The drivers give the first words of a statement, and all of it where that is more.
#[derive(Default)]
struct Text {
    beginning: String,
    whole: String,
}

impl Text {
    fn one_line(&self) -> String {
        let text = if self.whole.is_empty() { &self.beginning } else { &self.whole };
        text.trim().replace('\n', " ")
    }
}

impl Visit for Text {
    fn record_str(&mut self, field: &Field, value: &str) {
        match field.name() {
            "summary" => value.clone_into(&mut self.beginning),
            "db.statement" => value.clone_into(&mut self.whole),
            _ => {}
        }
    }

    fn record_debug(&mut self, _: &Field, _: &dyn fmt::Debug) {}
}

impl Subscriber for Witness {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target() == "sqlx::query"
    }

    fn event(&self, event: &Event<'_>) {
        let mut text = Text::default();
        event.record(&mut text);
        self.see(&text);
    }

    fn new_span(&self, _: &span::Attributes<'_>) -> span::Id {
        span::Id::from_u64(1)
    }

    fn record(&self, _: &span::Id, _: &span::Record<'_>) {}

    fn record_follows_from(&self, _: &span::Id, _: &span::Id) {}

    fn enter(&self, _: &span::Id) {}

    fn exit(&self, _: &span::Id) {}
}

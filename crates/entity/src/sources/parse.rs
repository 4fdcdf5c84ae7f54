use std::{
    borrow::Cow,
    fs, io,
    panic::resume_unwind,
    path::Path,
    sync::atomic::{AtomicUsize, Ordering},
    thread,
};

use super::configure::{configure, has_conditions};
use crate::{
    ReadError,
    attributes::Build,
    items::{FileFacts, Foreign, collect, collect_expanded},
    nesting,
    problems::{At, Fault},
};

/// A file to parse.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Source<'a> {
    /// One to be read from the disk.
    Disk(&'a Path),
    /// One whose text is known.
    Text(&'a str),
}

impl<'a> Source<'a> {
    fn text(self) -> Result<Cow<'a, str>, ReadError> {
        match self {
            Self::Disk(path) => fs::read_to_string(path)
                .map(Cow::Owned)
                .map_err(|source| ReadError::Io { path: path.to_owned(), source }),
            Self::Text(text) => Ok(Cow::Borrowed(text)),
        }
    }
}

/// What is to be done with a file.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Task<'a> {
    pub(crate) source: Source<'a>,
    /// The build of its package.
    pub(crate) build: Build<'a>,
    /// Macros of other files: then only what these make of their calls is asked for.
    pub(crate) macros: Option<&'a Foreign>,
}

/// Room for the parser's recursion, enough for what `nesting` lets through. Only what is used is taken from memory.
const STACK: usize = 64 << 20;

/// Parses all files on all cores, each in the build of its package; the facts are in the order of the files.
///
/// The trees of the parser cannot leave their thread, and its positions count on in memory until they are given up, so each file becomes
/// plain facts in the thread that read it.
pub(crate) fn parse(tasks: &[Task<'_>]) -> Result<Vec<FileFacts>, ReadError> {
    let next = AtomicUsize::new(0);
    let threads = thread::available_parallelism().map_or(1, usize::from).min(tasks.len()).max(1);
    let work = || {
        let mut done = Vec::new();
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(task) = tasks.get(at) else { return done };
            done.push((at, task.source.text().map(|text| facts(&text, *task))));
        }
    };
    let mut parsed = thread::scope(|scope| {
        let mut workers = Vec::new();
        let mut refused: Option<io::Error> = None;
        for _ in 0..threads {
            match thread::Builder::new().stack_size(STACK).spawn_scoped(scope, work) {
                Ok(worker) => workers.push(worker),
                Err(error) => refused = Some(error),
            }
        }
        match refused {
            Some(error) if workers.is_empty() => Err(ReadError::Thread(error)),
            _ => Ok(workers
                .into_iter()
                .flat_map(|worker| worker.join().unwrap_or_else(|panic| resume_unwind(panic)))
                .collect::<Vec<_>>()),
        }
    })?;
    parsed.sort_unstable_by_key(|(at, _)| *at);
    parsed.into_iter().map(|(_, facts)| facts).collect()
}

fn facts(text: &str, task: Task<'_>) -> FileFacts {
    if nesting::is_too_deep(text) {
        let fault = Fault::new("this file is nested too deep to be read").help("leave it out of the entity paths");
        let at = At { line: 1, column: 1, length: 1 };
        return FileFacts { notes: vec![fault.error(at)], ..FileFacts::default() };
    }
    let facts = match file(text, task.build) {
        Ok(file) => task.macros.map_or_else(|| collect(&file), |macros| collect_expanded(&file, macros)),
        Err(error) => {
            let fault =
                Fault::new(format!("this is not Rust: {error}")).help("the file has to compile; try `cargo check`");
            FileFacts { notes: vec![fault.error(error.span())], ..FileFacts::default() }
        }
    };
    proc_macro2::extra::invalidate_current_thread_spans();
    facts
}

/// The file's tree, its conditions decided where there are any.
fn file(text: &str, build: Build<'_>) -> syn::Result<syn::File> {
    if matches!(build, Build::Unknown) || !has_conditions(text) {
        return syn::parse_file(text);
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    // `#![..]` begins a file too, and a line that is cut off would move all others.
    if text.starts_with("#!") && !text.starts_with("#![") {
        return syn::parse_file(text);
    }
    syn::parse2(configure(text.parse()?, build))
}

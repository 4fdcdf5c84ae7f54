//! Lines to the person. A reader that is gone (`| head`) is no reason to stop: what the command does counts, not who listens. What else keeps the standard output
//! from being written is remembered, and told when the command is done: half of a script or of an object may not pass for the whole.

use std::{
    fmt,
    io::{self, Write},
    sync::{Mutex, PoisonError},
};

/// Prints a line on the standard output, in colours where they show.
macro_rules! say {
    ($($text:tt)*) => {
        $crate::say::line(format_args!($($text)*))
    };
}

/// Prints a line on the standard error, in colours where they show.
macro_rules! tell {
    ($($text:tt)*) => {{
        let _ = std::io::Write::write_fmt(&mut anstream::stderr(), format_args!("{}\n", format_args!($($text)*)));
    }};
}

/// The first reason why something could not be written; there is one standard output in a process.
static FAILURE: Mutex<Option<io::Error>> = Mutex::new(None);

/// What [`say!`] does.
pub(crate) fn line(text: fmt::Arguments<'_>) {
    remember(anstream::stdout().write_fmt(format_args!("{text}\n")));
}

/// Writes a text as it is: what looks like a colour in SQL is none.
pub(crate) fn plain(text: &str) {
    remember(io::stdout().lock().write_all(text.as_bytes()));
}

/// Writes what is still held back.
///
/// # Errors
/// Something of the standard output could not be written, now or before.
pub(crate) fn finish() -> io::Result<()> {
    remember(io::stdout().lock().flush());
    FAILURE.lock().unwrap_or_else(PoisonError::into_inner).take().map_or(Ok(()), Err)
}

fn remember(written: io::Result<()>) {
    match written {
        Ok(()) => {}
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {}
        Err(error) => {
            FAILURE.lock().unwrap_or_else(PoisonError::into_inner).get_or_insert(error);
        }
    }
}

//! `measure PROGRAM [ARGUMENT ..]`: runs the program with this process's input and errors, and prints what it took in one line: the time from start to exit in
//! nanoseconds, its processor time in microseconds, its peak memory in KiB, and its exit status.
//!
//! A process of its own, and a small one: the system tells the peak of all children together, and counts what the parent had when it made the child.

use std::{
    process::{Command, ExitCode, Stdio},
    time::Instant,
};

use nix::sys::{
    resource::{UsageWho, getrusage},
    time::TimeValLike,
};

fn main() -> ExitCode {
    let mut words = std::env::args_os().skip(1);
    let Some(program) = words.next() else {
        eprintln!("usage: measure PROGRAM [ARGUMENT ..]");
        return ExitCode::FAILURE;
    };
    let mut command = Command::new(&program);
    command.args(words).stdout(Stdio::null());
    let start = Instant::now();
    let status = command.status();
    let wall = start.elapsed();
    match (status.map(|status| status.code()), getrusage(UsageWho::RUSAGE_CHILDREN)) {
        (Ok(Some(status)), Ok(usage)) => {
            let processor = usage.user_time().num_microseconds() + usage.system_time().num_microseconds();
            println!("{} {processor} {} {status}", wall.as_nanos(), usage.max_rss());
            ExitCode::SUCCESS
        }
        (Ok(None), _) => failed(&program, "it was killed by a signal"),
        (Err(error), _) => failed(&program, error),
        (_, Err(error)) => failed(&program, error),
    }
}

fn failed(program: &std::ffi::OsStr, reason: impl std::fmt::Display) -> ExitCode {
    eprintln!("cannot run {}: {reason}", program.display());
    ExitCode::FAILURE
}

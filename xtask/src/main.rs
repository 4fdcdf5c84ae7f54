//! `cargo xtask ..`: the commands of Limbeck for this repository's own `migrations`, and the chores of the project: `demo`, `test`.

mod demo;
mod steps;
mod test;

use std::process::ExitCode;

fn main() -> ExitCode {
    match std::env::args().nth(1).as_deref() {
        Some("demo") => steps::finish(demo::run()),
        Some("test") => steps::finish(test::run()),
        _ => limbeck_cli::main(&migrations::MIGRATIONS),
    }
}

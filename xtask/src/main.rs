//! `cargo xtask ..`: the commands of Limbeck for this repository's own `migrations`, and the chores of the project: `bench`, `demo`, `soak`, `test`.

mod bench;
mod demo;
mod soak;
mod steps;
mod test;

use std::process::ExitCode;

fn main() -> ExitCode {
    match std::env::args().nth(1).as_deref() {
        Some("bench") => steps::finish(bench::run()),
        Some("demo") => steps::finish(demo::run()),
        Some("soak") => steps::finish(soak::run()),
        Some("test") => steps::finish(test::run()),
        _ => limbeck_cli::main(&migrations::MIGRATIONS),
    }
}

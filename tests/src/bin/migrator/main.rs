//! `migrator COMMAND ..`: what a project's own `xtask` is, with the revisions of [`limbeck_tests::revisions`]. Told so by its environment, it lists the
//! statements that it sends, or is killed by itself behind one of them: see [`witness`].

mod witness;

use std::process::ExitCode;

fn main() -> ExitCode {
    witness::watch();
    limbeck_cli::main(&limbeck_tests::revisions::MIGRATIONS)
}

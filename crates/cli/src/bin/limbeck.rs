//! The `limbeck` binary: what can be done before a project has an `xtask`.

use std::process::ExitCode;

fn main() -> ExitCode {
    limbeck_cli::main_without_revisions()
}

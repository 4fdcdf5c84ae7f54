//! `cargo xtask bench`: how fast Limbeck is on this machine. `--quick` takes a minute once it is built; `--help` lists the rest.

use crate::steps::{Failure, cargo, root, run as step};

/// Runs the program of `tests/bench` with the arguments of this one.
pub(crate) fn run() -> Result<(), Failure> {
    let arguments = std::env::args_os().skip(2);
    step(cargo().current_dir(root()).args(["run", "--quiet", "--package", "limbeck-bench", "--"]).args(arguments), &[0])
}

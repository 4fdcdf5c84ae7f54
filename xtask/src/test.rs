//! `cargo xtask test`: every check and every test, servers included.

use crate::steps::{Failure, cargo, root, run as step, title};

/// Formatting, lints, all tests. The tests start their own PostgreSQL and MariaDB.
pub(crate) fn run() -> Result<(), Failure> {
    title("formatting");
    step(cargo().current_dir(root()).args(["fmt", "--all", "--check"]), &[0])?;
    title("lints");
    step(
        cargo().current_dir(root()).args([
            "clippy",
            "--quiet",
            "--workspace",
            "--all-targets",
            "--",
            "--deny",
            "warnings",
        ]),
        &[0],
    )?;
    title("tests");
    step(cargo().current_dir(root()).args(["test", "--workspace"]), &[0])
}

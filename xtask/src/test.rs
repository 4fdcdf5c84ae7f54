//! `cargo xtask test`: every check and every test, servers included.

use crate::steps::{Failure, cargo, root, run as step, target, title};

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
    step(cargo().current_dir(root()).args(["test", "--workspace"]), &[0])?;
    seaorm_1()
}

/// The crate that holds Limbeck against SeaORM 1 is a workspace of its own, since one lock file cannot hold the SQLite libraries of both.
fn seaorm_1() -> Result<(), Failure> {
    let cargo = |arguments: &[&str]| {
        let mut command = cargo();
        command.current_dir(root().join("tests/seaorm-1")).env("CARGO_TARGET_DIR", target().join("seaorm-1"));
        command.args(arguments);
        command
    };
    title("SeaORM 1");
    step(&mut cargo(&["fmt", "--check"]), &[0])?;
    step(&mut cargo(&["clippy", "--quiet", "--all-targets", "--", "--deny", "warnings"]), &[0])?;
    step(&mut cargo(&["test"]), &[0])
}

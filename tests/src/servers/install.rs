use std::{
    io::Write,
    process::Command,
    sync::{Mutex, PoisonError},
};

use super::{ServerError, account};

/// Installs Debian's `package`, which brings `program`, and says so first; only root can. `is_there` looks for the program, `missing` makes the error of
/// the command that would install it.
///
/// # Errors
/// That of `missing` where this user can't install; `Install` where it failed.
pub(super) fn install(
    program: &str,
    package: &str,
    is_there: impl Fn() -> bool,
    missing: impl FnOnce(String) -> ServerError,
) -> Result<(), ServerError> {
    // Two at once would be in each other's way, and the second may find it done.
    static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());
    let _turn = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
    if is_there() {
        return Ok(());
    }
    let steps = [format!("apt-get install -y {package}"), "apt-get update".to_owned()];
    let [install, update] = &steps;
    let can_install = account::is_root()? && super::programs::find("apt-get", &[]).is_some();
    if !can_install {
        return Err(missing(format!("sudo {update} && sudo {install}")));
    }
    // Not `eprintln!`, which the test runner keeps to itself until a test has failed.
    let _ = writeln!(std::io::stderr(), "{program} is not installed: running `{update} && {install}`");
    for step in [update, install] {
        run(step)?;
    }
    if !is_there() {
        let reason = format!("it brought no `{program}`");
        return Err(ServerError::Install { command: install.clone(), reason });
    }
    Ok(())
}

fn run(command: &str) -> Result<(), ServerError> {
    let failed = |reason: String| ServerError::Install { command: command.to_owned(), reason };
    let mut words = command.split(' ');
    let status = Command::new(words.next().unwrap_or_default())
        .args(words)
        .env("DEBIAN_FRONTEND", "noninteractive")
        .status()
        .map_err(|error| failed(error.to_string()))?;
    if status.success() { Ok(()) } else { Err(failed(status.to_string())) }
}

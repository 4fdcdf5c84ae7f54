use std::{io::Write, process::Command};

use super::{Kind, ServerError, account};

/// Installs Debian's package of a server that is missing, and says so first; only root can.
///
/// # Errors
/// `Missing`, with the command to run, where this user can't install; `Install` where it failed.
pub(super) fn install(kind: &Kind) -> Result<(), ServerError> {
    let steps = [format!("apt-get install -y {}", kind.package), "apt-get update".to_owned()];
    let [install, update] = &steps;
    let can_install = account::is_root()? && super::programs::find("apt-get", &[]).is_some();
    if !can_install {
        return Err(ServerError::Missing {
            program: kind.program,
            command: format!("sudo {update} && sudo {install}"),
            variable: kind.variable,
        });
    }
    // Not `eprintln!`, which the test runner keeps to itself until a test has failed.
    let _ = writeln!(std::io::stderr(), "{} is not installed: running `{update} && {install}`", kind.name);
    for step in [update, install] {
        run(step)?;
    }
    if (kind.find)().is_none() {
        let reason = format!("it brought no `{}`", kind.program);
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

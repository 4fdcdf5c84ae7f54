use std::{os::unix::process::CommandExt, path::Path, process::Command};

use super::ServerError;

/// The user that a server runs as. PostgreSQL and MariaDB refuse to run as root.
pub(super) struct Account {
    /// User and group, if the tests run as root and have to become somebody else.
    other: Option<(u32, u32)>,
}

impl Account {
    /// The tests' own user; as root, the user `name` that the server's package made.
    pub(super) fn for_server(name: &str) -> Result<Self, ServerError> {
        let other = if is_root()? { Some((id("-u", Some(name))?, id("-g", Some(name))?)) } else { None };
        Ok(Self { other })
    }

    /// A new folder that belongs to this user and is empty.
    pub(super) fn folder(&self, server: &str) -> Result<std::path::PathBuf, ServerError> {
        let base = crate::folder();
        let mut number = 0;
        let folder = loop {
            let folder = base.join(format!("limbeck-{server}-{}-{number}", std::process::id()));
            match std::fs::create_dir(&folder) {
                Ok(()) => break folder,
                Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists && number < 100 => number += 1,
                Err(source) => {
                    return Err(ServerError::System { what: format!("making {}", folder.display()), source });
                }
            }
        };
        self.own(&folder)?;
        Ok(folder)
    }

    /// Gives `path` to this user.
    pub(super) fn own(&self, path: &Path) -> Result<(), ServerError> {
        match self.other {
            Some((user, group)) => std::os::unix::fs::chown(path, Some(user), Some(group))
                .map_err(ServerError::system(format!("giving {} to the server's user", path.display()))),
            None => Ok(()),
        }
    }

    /// A command that is run as this user, from the root folder, which everyone may enter.
    pub(super) fn command(&self, program: impl AsRef<std::ffi::OsStr>) -> Command {
        let mut command = Command::new(program);
        command.current_dir("/");
        if let Some((user, group)) = self.other {
            command.uid(user).gid(group).env_remove("HOME");
        }
        command
    }

    /// Runs a command to its end.
    pub(super) fn run(&self, command: &mut Command) -> Result<(), ServerError> {
        let program = command.get_program().to_string_lossy().into_owned();
        let output = command.output().map_err(ServerError::system(format!("running {program}")))?;
        if output.status.success() {
            return Ok(());
        }
        let log = [output.stdout, output.stderr].map(|text| String::from_utf8_lossy(&text).into_owned()).join("\n");
        Err(ServerError::Failed { program, log })
    }
}

/// Whether the tests run as root.
pub(super) fn is_root() -> Result<bool, ServerError> {
    Ok(id("-u", None)? == 0)
}

/// What `id` says: the standard library has no call for it that is safe.
fn id(flag: &str, user: Option<&str>) -> Result<u32, ServerError> {
    let mut command = Command::new("id");
    command.arg(flag).args(user);
    let output = command.output().map_err(ServerError::system("running `id`"))?;
    String::from_utf8_lossy(&output.stdout).trim().parse().map_err(|_| ServerError::Failed {
        program: format!("id {flag} {}", user.unwrap_or_default()),
        log: String::from_utf8_lossy(&output.stderr).into_owned(),
    })
}

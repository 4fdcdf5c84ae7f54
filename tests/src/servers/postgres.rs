use std::{
    path::{Path, PathBuf},
    process::Command,
};

use limbeck_schema::Dialect;

use super::{Durability, Kind, ServerError, account::Account, programs};

pub(super) const KIND: Kind = Kind {
    dialect: Dialect::Postgres,
    name: "PostgreSQL",
    variable: "LIMBECK_TEST_POSTGRES_URL",
    package: "postgresql",
    account: "postgres",
    program: "initdb",
    find: || find("initdb"),
    make,
    command,
    url: |port| format!("postgres://limbeck@127.0.0.1:{port}/postgres"),
    ends_fast: "INT",
};

fn find(program: &str) -> Option<PathBuf> {
    programs::find(program, &programs::postgres_folders())
}

fn program(name: &'static str) -> Result<PathBuf, ServerError> {
    let (command, variable) = (format!("apt-get install -y {}", KIND.package), KIND.variable);
    find(name).ok_or(ServerError::Missing { program: name, command, variable })
}

fn make(account: &Account, folder: &Path) -> Result<(), ServerError> {
    account.run(
        account
            .command(program("initdb")?)
            .args(["--username=limbeck", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync", "--pgdata"])
            .arg(folder.join("data")),
    )
}

fn command(folder: &Path, port: u16, durability: Durability) -> Result<Command, ServerError> {
    let mut server = Command::new(program("postgres")?);
    server.arg("-D").arg(folder.join("data")).arg("-p").arg(port.to_string());
    // Without `fsync`, `local` only hands the log to the operating system (manual, synchronous_commit).
    let commit = match durability {
        Durability::None => "synchronous_commit=off",
        Durability::OfTheServer => "synchronous_commit=local",
    };
    for setting in [
        commit,
        "listen_addresses=127.0.0.1",
        "unix_socket_directories=",
        "fsync=off",
        "full_page_writes=off",
        "autovacuum=off",
        "max_connections=200",
    ] {
        server.args(["-c", setting]);
    }
    Ok(server)
}

use std::{path::PathBuf, process::Command};

use super::{Kind, ServerError, account::Account, lifeline::Lifeline, programs};

pub(super) const KIND: Kind = Kind {
    name: "PostgreSQL",
    variable: "LIMBECK_TEST_POSTGRES_URL",
    package: "postgresql",
    account: "postgres",
    program: "initdb",
    find: || find("initdb"),
    start,
};

fn find(program: &str) -> Option<PathBuf> {
    programs::find(program, &programs::postgres_folders())
}

fn program(name: &'static str) -> Result<PathBuf, ServerError> {
    let (command, variable) = (format!("apt-get install -y {}", KIND.package), KIND.variable);
    find(name).ok_or(ServerError::Missing { program: name, command, variable })
}

fn start(account: &Account, port: u16) -> Result<(String, Lifeline), ServerError> {
    let folder = account.folder("postgres")?;
    let data = folder.join("data");
    account.run(
        account
            .command(program("initdb")?)
            .args(["--username=limbeck", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync", "--pgdata"])
            .arg(&data),
    )?;
    let mut server = Command::new(program("postgres")?);
    server.arg("-D").arg(&data).arg("-p").arg(port.to_string());
    for setting in [
        "listen_addresses=127.0.0.1",
        "unix_socket_directories=",
        "fsync=off",
        "synchronous_commit=off",
        "full_page_writes=off",
        "autovacuum=off",
        "max_connections=200",
    ] {
        server.args(["-c", setting]);
    }
    let lifeline = Lifeline::start(account, folder, "INT", &server)?;
    Ok((format!("postgres://limbeck@127.0.0.1:{port}/postgres"), lifeline))
}

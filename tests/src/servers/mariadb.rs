use std::{path::PathBuf, process::Command};

use super::{Kind, ServerError, account::Account, lifeline::Lifeline, programs};

pub(super) const KIND: Kind = Kind {
    name: "MariaDB",
    variable: "LIMBECK_TEST_MARIADB_URL",
    package: "mariadb-server",
    account: "mysql",
    program: "mariadbd",
    find: || programs::find("mariadbd", &[]),
    start,
};

/// The one account of the server, which may do everything. One statement a line, as --init-file wants it.
const ACCOUNT: &str =
    "CREATE USER 'limbeck'@'%' IDENTIFIED BY 'limbeck';\nGRANT ALL ON *.* TO 'limbeck'@'%' WITH GRANT OPTION;\n";

fn program(name: &'static str) -> Result<PathBuf, ServerError> {
    let (command, variable) = (format!("apt-get install -y {}", KIND.package), KIND.variable);
    programs::find(name, &[]).ok_or(ServerError::Missing { program: name, command, variable })
}

fn start(account: &Account, port: u16) -> Result<(String, Lifeline), ServerError> {
    let folder = account.folder("mariadb")?;
    let data = folder.join("data");
    account.run(
        account
            .command(program("mariadb-install-db")?)
            .args(["--no-defaults", "--auth-root-authentication-method=normal", "--skip-test-db"])
            .arg(format!("--datadir={}", data.display())),
    )?;
    let first = folder.join("account.sql");
    std::fs::write(&first, ACCOUNT).map_err(ServerError::system(format!("writing {}", first.display())))?;
    account.own(&first)?;
    let mut server = Command::new(program("mariadbd")?);
    server
        .arg("--no-defaults")
        .arg(format!("--datadir={}", data.display()))
        .arg(format!("--socket={}", folder.join("socket").display()))
        .arg(format!("--pid-file={}", folder.join("pid").display()))
        .arg(format!("--init-file={}", first.display()))
        .arg(format!("--port={port}"))
        .args([
            "--bind-address=127.0.0.1",
            "--skip-name-resolve",
            "--skip-log-bin",
            "--character-set-server=utf8mb4",
            "--collation-server=utf8mb4_general_ci",
            "--innodb-flush-log-at-trx-commit=0",
            "--innodb-flush-method=nosync",
            "--innodb-doublewrite=0",
            "--innodb-fast-shutdown=3",
            "--max-connections=200",
        ]);
    let lifeline = Lifeline::start(account, folder, "TERM", &server)?;
    Ok((format!("mysql://limbeck:limbeck@127.0.0.1:{port}/mysql"), lifeline))
}

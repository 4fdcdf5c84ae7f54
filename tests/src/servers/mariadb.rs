use std::{
    path::{Path, PathBuf},
    process::Command,
};

use limbeck_schema::Dialect;

use super::{Durability, Kind, ServerError, account::Account, programs};

pub(super) const KIND: Kind = Kind {
    dialect: Dialect::MariaDb,
    name: "MariaDB",
    variable: "LIMBECK_TEST_MARIADB_URL",
    package: "mariadb-server",
    account: "mysql",
    program: "mariadbd",
    find: || programs::find("mariadbd", &[]),
    make,
    command,
    url: |port| format!("mysql://limbeck:limbeck@127.0.0.1:{port}/mysql"),
    ends_fast: "TERM",
};

/// The one account of the server, which may do everything. One statement a line, as --init-file wants it.
const ACCOUNT: &str = "CREATE USER IF NOT EXISTS 'limbeck'@'%' IDENTIFIED BY 'limbeck';\nGRANT ALL ON *.* TO 'limbeck'@'%' WITH GRANT OPTION;\n";

fn program(name: &'static str) -> Result<PathBuf, ServerError> {
    let (command, variable) = (format!("apt-get install -y {}", KIND.package), KIND.variable);
    programs::find(name, &[]).ok_or(ServerError::Missing { program: name, command, variable })
}

fn make(account: &Account, folder: &Path) -> Result<(), ServerError> {
    account.run(
        account
            .command(program("mariadb-install-db")?)
            .args(["--no-defaults", "--auth-root-authentication-method=normal", "--skip-test-db"])
            .args(own_files(folder)),
    )?;
    let first = folder.join("account.sql");
    std::fs::write(&first, ACCOUNT).map_err(ServerError::system(format!("writing {}", first.display())))?;
    account.own(&first)
}

/// Its data, and its temporary tables: a server that starts removes those of all others from the folder that it has for them.
fn own_files(folder: &Path) -> [String; 2] {
    [format!("--datadir={}", folder.join("data").display()), format!("--tmpdir={}", folder.display())]
}

fn command(folder: &Path, port: u16, durability: Durability) -> Result<Command, ServerError> {
    // With 0 what was committed reaches the operating system once a second (manual, innodb_flush_log_at_trx_commit).
    let flush = match durability {
        Durability::None => "0",
        Durability::OfTheServer => "2",
    };
    let mut server = Command::new(program("mariadbd")?);
    server
        // Most servers' clocks are not at UTC, which the drivers' sessions are.
        .env("TZ", "UTC-5")
        .arg("--no-defaults")
        .args(own_files(folder))
        .arg(format!("--socket={}", folder.join("socket").display()))
        .arg(format!("--pid-file={}", folder.join("pid").display()))
        .arg(format!("--init-file={}", folder.join("account.sql").display()))
        .arg(format!("--port={port}"))
        .arg(format!("--innodb-flush-log-at-trx-commit={flush}"))
        .args([
            "--bind-address=127.0.0.1",
            "--skip-name-resolve",
            "--skip-log-bin",
            "--character-set-server=utf8mb4",
            "--collation-server=utf8mb4_general_ci",
            "--innodb-flush-method=nosync",
            "--innodb-doublewrite=0",
            "--innodb-fast-shutdown=3",
            "--max-connections=200",
        ]);
    Ok(server)
}

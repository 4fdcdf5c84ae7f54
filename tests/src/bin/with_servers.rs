//! `with-servers COMMAND ..`: starts the test servers, runs the command with the variables that point at them, and stops them; so several test
//! binaries share one pair of servers. Exits with the command's own status.

use std::process::{Command, ExitCode};

use limbeck_schema::Dialect;
use limbeck_tests::servers;

fn main() -> ExitCode {
    let mut words = std::env::args_os().skip(1);
    let Some(program) = words.next() else {
        eprintln!("usage: with-servers COMMAND [ARGUMENT ..]");
        return ExitCode::from(2);
    };
    let mut command = Command::new(program);
    command.args(words);
    for (dialect, variable) in
        [(Dialect::Postgres, "LIMBECK_TEST_POSTGRES_URL"), (Dialect::MariaDb, "LIMBECK_TEST_MARIADB_URL")]
    {
        match limbeck_tests::run(servers::server(dialect)) {
            Ok(Some(server)) => command.env(variable, &server.url),
            Ok(None) => continue,
            Err(error) => {
                eprintln!("error: {error}");
                return ExitCode::from(2);
            }
        };
    }
    match command.status() {
        Ok(status) => u8::try_from(status.code().unwrap_or(2)).map_or(ExitCode::from(2), ExitCode::from),
        Err(error) => {
            eprintln!("error: cannot run {}: {error}", command.get_program().to_string_lossy());
            ExitCode::from(2)
        }
    }
}

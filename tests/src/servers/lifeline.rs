use std::{
    os::unix::process::CommandExt,
    path::PathBuf,
    process::{Child, Command, Stdio},
    sync::Mutex,
};

use super::{ServerError, account::Account};

/// Starts the server, then waits for the end of its input, which comes when the test process is gone, however it went. Then it stops the
/// server by its process id and removes the data.
const WATCH: &str = r#"
folder=$1 signal=$2
shift 2
exec 3<&0 </dev/null
"$@" >>"$folder/log" 2>&1 3<&- &
server=$!
echo "$server" >"$folder/server"
{ cat <&3 >/dev/null; kill -0 $$ 2>/dev/null && : >"$folder/stop" && kill -"$signal" "$server"; } &
exec 3<&-
wait "$server"
if [ -e "$folder/stop" ]; then rm -rf "$folder"; fi
"#;

/// A running server and the pipe that keeps it alive.
pub(super) struct Lifeline {
    watch: Child,
    folder: PathBuf,
}

impl Lifeline {
    /// Starts `server` as `account`; `signal` is what stops it fast, its data are not wanted any more.
    pub(super) fn start(
        account: &Account,
        folder: PathBuf,
        signal: &str,
        server: &Command,
    ) -> Result<Self, ServerError> {
        let mut command = account.command("sh");
        command.args(["-c", WATCH, "watch"]).arg(&folder).arg(signal);
        command.arg(server.get_program()).args(server.get_args());
        command.envs(server.get_envs().filter_map(|(name, value)| Some((name, value?))));
        // A process group of its own, so that an interrupt at the terminal reaches the tests and not the server.
        command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null()).process_group(0);
        let watch = command.spawn().map_err(ServerError::system("starting a server"))?;
        Ok(Self { watch, folder })
    }

    /// Sends the server `signal`, waits for its end, and keeps its data.
    pub(super) fn end(mut self, account: &Account, signal: &str) -> Result<(), ServerError> {
        let file = self.folder.join("server");
        let number =
            std::fs::read_to_string(&file).map_err(ServerError::system(format!("reading {}", file.display())))?;
        // Waiting closes the pipe, whose end would be that of the data.
        let pipe = self.watch.stdin.take();
        account.run(account.command("kill").args([format!("-{signal}"), number.trim().to_owned()]))?;
        self.watch.wait().map_err(ServerError::system("waiting for a server's end"))?;
        drop(pipe);
        Ok(())
    }

    /// Whether the server ended by itself.
    pub(super) fn has_ended(&mut self) -> bool {
        !matches!(self.watch.try_wait(), Ok(None))
    }

    /// Ends the server, and removes its data.
    pub(super) fn give_up(&mut self) {
        drop(self.watch.stdin.take());
        let _ = self.watch.wait();
        let _ = std::fs::remove_dir_all(&self.folder);
    }

    /// The end of what the server said. Called for a server that is given up, whose folder goes.
    pub(super) fn log(mut self) -> String {
        let text = std::fs::read(self.folder.join("log")).unwrap_or_default();
        let text = String::from_utf8_lossy(&text).into_owned();
        self.give_up();
        let lines: Vec<_> = text.lines().collect();
        lines[lines.len().saturating_sub(30)..].join("\n")
    }

    /// Holds the pipe until the process ends.
    pub(super) fn keep(self) {
        static KEPT: Mutex<Vec<Lifeline>> = Mutex::new(Vec::new());
        KEPT.lock().unwrap_or_else(std::sync::PoisonError::into_inner).push(self);
    }
}

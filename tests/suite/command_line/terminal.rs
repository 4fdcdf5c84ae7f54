//! A program at a pseudo-terminal, with somebody who reads its screen and types. util-linux's `script` makes the terminal.

use std::{
    io::{Read, Write},
    process::{Child, Command, Stdio},
    sync::mpsc::{Receiver, RecvTimeoutError, channel},
    thread,
    time::{Duration, Instant},
};

use super::program::Project;

/// How long somebody waits for what is to come; the program is killed then.
const PATIENCE: Duration = Duration::from_secs(60);

/// A program that runs at a terminal.
pub struct Seat {
    child: Child,
    screen: Receiver<Vec<u8>>,
    shown: String,
    /// How much of it was looked for already.
    seen: usize,
}

impl Project {
    /// Starts the program at a terminal.
    pub fn sit(&self, arguments: &[&str]) -> Seat {
        let quoted = |word: &str| format!("'{}'", word.replace('\'', r"'\''"));
        let program = self.program().to_str().expect("a path that is text");
        let line: Vec<String> = [program].iter().chain(arguments).map(|word| quoted(word)).collect();
        let mut command = Command::new("script");
        // Whoever runs the tests in the background has Ctrl-C ignored, by them and by all that they start.
        let exec = format!("stty rows 24 cols 80; exec env --default-signal=INT {}", line.join(" "));
        command.args(["-qefc", &exec, "/dev/null"]);
        command.env("SHELL", "/bin/sh").env("TERM", "xterm").stdin(Stdio::piped());
        self.prepare(&mut command);
        let mut child = command.spawn().unwrap_or_else(|error| panic!("`script`, of util-linux: {error}"));
        let mut output = child.stdout.take().expect("its screen");
        let (sender, screen) = channel();
        thread::spawn(move || {
            let mut part = [0; 4096];
            while let Ok(length) = output.read(&mut part) {
                if length == 0 || sender.send(part[..length].to_vec()).is_err() {
                    break;
                }
            }
        });
        Seat { child, screen, shown: String::new(), seen: 0 }
    }
}

impl Seat {
    /// Waits until this comes on the screen, behind what was waited for before.
    pub fn sees(&mut self, part: &str) -> &mut Self {
        let until = Instant::now() + PATIENCE;
        loop {
            if let Some(at) = self.shown[self.seen..].find(part) {
                self.seen += at + part.len();
                return self;
            }
            match self.screen.recv_timeout(until.saturating_duration_since(Instant::now())) {
                Ok(bytes) => self.shown.push_str(&String::from_utf8_lossy(&bytes).replace('\r', "")),
                Err(reason) => self.leave(&format!("no `{part}` ({reason})")),
            }
        }
    }

    /// Types.
    pub fn types(&mut self, keys: &str) -> &mut Self {
        let input = self.child.stdin.as_mut().expect("its keys");
        input.write_all(keys.as_bytes()).and_then(|()| input.flush()).expect("a program that still listens");
        self
    }

    /// Waits for the end, which has this status, and gives the whole screen. The cursor can be seen.
    pub fn ends(mut self, status: i32) -> String {
        let until = Instant::now() + PATIENCE;
        loop {
            match self.screen.recv_timeout(until.saturating_duration_since(Instant::now())) {
                Ok(bytes) => self.shown.push_str(&String::from_utf8_lossy(&bytes).replace('\r', "")),
                Err(RecvTimeoutError::Disconnected) => break,
                Err(RecvTimeoutError::Timeout) => self.leave("it does not end"),
            }
        }
        let found = self.child.wait().expect("the program's end").code();
        assert_eq!(found, Some(status), "another exit status:\n{}", self.shown);
        assert!(!self.shown.contains("panicked at"), "it panics:\n{}", self.shown);
        let (hidden, visible) = (self.shown.rfind("\u{1b}[?25l"), self.shown.rfind("\u{1b}[?25h"));
        assert!(hidden <= visible, "the cursor stays hidden:\n{:?}", self.shown);
        std::mem::take(&mut self.shown)
    }

    fn leave(&mut self, problem: &str) -> ! {
        let _ = self.child.kill();
        panic!("{problem}:\n{}", self.shown);
    }
}

impl Drop for Seat {
    /// Nobody is left waiting for an answer.
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

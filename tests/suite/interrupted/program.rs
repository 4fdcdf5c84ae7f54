use std::{
    fmt, fs,
    os::unix::process::ExitStatusExt,
    process::{Child, Command, Output, Stdio},
};

use tempfile::TempDir;

/// The program in a folder that is empty: all that it knows is its revisions and `DATABASE_URL`.
pub struct Migrator {
    folder: TempDir,
    url: String,
}

impl Migrator {
    pub fn at(url: &str) -> Self {
        Self { folder: TempDir::new_in(limbeck_tests::folder()).expect("an empty folder"), url: url.to_owned() }
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_migrator"));
        command.args(arguments).current_dir(self.folder.path());
        command.env("DATABASE_URL", &self.url).env("NO_COLOR", "1").env_remove("RUST_BACKTRACE");
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    /// Starts it.
    pub fn start(&self, arguments: &[&str]) -> Child {
        self.command(arguments).spawn().expect("the program")
    }

    /// Runs it to its end.
    pub fn run(&self, arguments: &[&str]) -> Ended {
        Ended::from(self.command(arguments).output().expect("the program"))
    }

    /// Runs it to its end, which has to be good; the statements that it sent.
    pub fn listed(&self, arguments: &[&str]) -> Vec<String> {
        let file = tempfile::NamedTempFile::new_in(limbeck_tests::folder()).expect("a file");
        let output = self.command(arguments).env("LIMBECK_STATEMENTS", file.path()).output();
        Ended::from(output.expect("the program")).well();
        let text = fs::read_to_string(file.path()).expect("the statements");
        text.lines().map(str::to_owned).collect()
    }

    /// Runs it until it is killed, behind the statement of this number.
    ///
    /// # Panics
    /// It ends before.
    pub fn killed_after(&self, number: usize, arguments: &[&str]) {
        let output = self.command(arguments).env("LIMBECK_KILL_AFTER", number.to_string()).output();
        let output = output.expect("the program");
        let signal = output.status.signal();
        assert_eq!(signal, Some(9), "it should be killed behind statement {number}:\n{}", Ended::from(output));
    }
}

/// How a run ended, and what it said.
pub struct Ended {
    status: Option<i32>,
    text: String,
}

impl From<Output> for Ended {
    fn from(output: Output) -> Self {
        let text = [output.stdout, output.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).concat();
        Self { status: output.status.code(), text }
    }
}

impl Ended {
    /// It is done.
    ///
    /// # Panics
    /// It is not.
    pub fn well(self) {
        assert!(self.is_well(), "{self}");
    }

    pub fn is_well(&self) -> bool {
        self.status == Some(0)
    }

    /// Whether it has said these words.
    pub fn says(&self, words: &str) -> bool {
        self.text.contains(words)
    }
}

impl fmt::Display for Ended {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}\nexit status {:?}", self.text, self.status)
    }
}

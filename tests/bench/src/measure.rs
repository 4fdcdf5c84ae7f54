//! Running whole processes in turns.

use std::{
    ffi::{OsStr, OsString},
    fs::File,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use crate::Error;

/// A program with its arguments, to be run from start to exit.
#[derive(Clone, Debug)]
pub(crate) struct Program {
    path: PathBuf,
    arguments: Vec<OsString>,
    folder: PathBuf,
    /// Those that it gets, and those that it is kept from.
    variables: Vec<(OsString, Option<OsString>)>,
    input: Option<PathBuf>,
}

impl Program {
    /// A program that is run in `folder` and has to end with 0.
    pub(crate) fn new(path: impl Into<PathBuf>, folder: impl Into<PathBuf>) -> Self {
        let (path, folder) = (path.into(), folder.into());
        Self { path, folder, arguments: Vec::new(), variables: Vec::new(), input: None }
    }

    /// The program and the arguments of a command, run in `folder`.
    pub(crate) fn of(command: &Command, folder: impl Into<PathBuf>) -> Self {
        Self::new(command.get_program(), folder).arguments(command.get_args())
    }

    /// With more arguments.
    pub(crate) fn arguments<S: AsRef<OsStr>>(mut self, arguments: impl IntoIterator<Item = S>) -> Self {
        self.arguments.extend(arguments.into_iter().map(|argument| argument.as_ref().to_owned()));
        self
    }

    /// With a variable of the environment.
    pub(crate) fn variable(mut self, name: impl Into<OsString>, value: impl Into<OsString>) -> Self {
        self.variables.push((name.into(), Some(value.into())));
        self
    }

    /// Without a variable of this process's environment.
    pub(crate) fn without(mut self, name: impl Into<OsString>) -> Self {
        self.variables.push((name.into(), None));
        self
    }

    /// With a file for its standard input.
    pub(crate) fn input(mut self, file: impl Into<PathBuf>) -> Self {
        self.input = Some(file.into());
        self
    }

    /// Runs it without measuring, and returns what it said.
    pub(crate) fn output(&self) -> Result<String, Error> {
        let mut command = Command::new(&self.path);
        let said = self.run(&mut command)?;
        if !said.status.success() {
            return Err(self.failed(&said.status, &said.stderr));
        }
        Ok(String::from_utf8_lossy(&said.stdout).into_owned())
    }

    /// Runs it once under `measure`.
    pub(crate) fn measure(&self, measure: &Path) -> Result<Run, Error> {
        let mut command = Command::new(measure);
        command.arg(&self.path);
        let said = self.run(&mut command)?;
        if !said.status.success() {
            return Err(self.failed(&said.status, &said.stderr));
        }
        let line = String::from_utf8_lossy(&said.stdout).into_owned();
        let numbers: Vec<f64> = line.split_whitespace().filter_map(|word| word.parse().ok()).collect();
        let [wall, processor, memory, status] = numbers[..] else { return Err(Error::Unreadable(line)) };
        if status != 0.0 {
            return Err(self.failed(&status, &said.stderr));
        }
        Ok(Run { seconds: wall / 1e9, processor_seconds: processor / 1e6, mebibytes: memory / 1024.0 })
    }

    fn run(&self, command: &mut Command) -> Result<std::process::Output, Error> {
        let input = match &self.input {
            Some(path) => File::open(path).map_err(Error::system(format!("opening {}", path.display())))?.into(),
            None => Stdio::null(),
        };
        command.env("NO_COLOR", "1").env_remove("DATABASE_URL");
        for (name, value) in &self.variables {
            match value {
                Some(value) => command.env(name, value),
                None => command.env_remove(name),
            };
        }
        command
            .args(&self.arguments)
            .current_dir(&self.folder)
            .stdin(input)
            .output()
            .map_err(Error::system(format!("running {}", self.path.display())))
    }

    fn failed(&self, status: &impl ToString, stderr: &[u8]) -> Error {
        let words = [self.path.as_os_str()].into_iter().chain(self.arguments.iter().map(OsString::as_os_str));
        let line = words.map(OsStr::to_string_lossy).collect::<Vec<_>>().join(" ");
        Error::Failed { line, status: status.to_string(), stderr: String::from_utf8_lossy(stderr).into_owned() }
    }
}

/// What one run took.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Run {
    /// From start to exit.
    pub(crate) seconds: f64,
    /// On all processors together.
    pub(crate) processor_seconds: f64,
    /// At its peak.
    pub(crate) mebibytes: f64,
}

/// What the runs of one program took.
#[derive(Clone, Debug)]
pub(crate) struct Runs(pub(crate) Vec<Run>);

impl Runs {
    /// The time of each run.
    pub(crate) fn seconds(&self) -> Vec<f64> {
        self.0.iter().map(|run| run.seconds).collect()
    }

    /// The peak memory of each run.
    pub(crate) fn mebibytes(&self) -> Vec<f64> {
        self.0.iter().map(|run| run.mebibytes).collect()
    }
}

/// Something to be measured: makes ready for a run, which does not count, and says what to run.
pub(crate) type Prepare<'a> = Box<dyn FnMut() -> Result<Program, Error> + 'a>;

/// A program that needs nothing made ready.
pub(crate) fn ready<'a>(program: Program) -> Prepare<'a> {
    Box::new(move || Ok(program.clone()))
}

/// Runs the programs in turns, `runs` times each, after one round that does not count.
pub(crate) fn in_turns<const N: usize>(
    measure: &Path,
    runs: usize,
    mut programs: [Prepare<'_>; N],
) -> Result<[Runs; N], Error> {
    let mut all = [const { Vec::new() }; N];
    for round in 0..=runs {
        for (prepare, runs) in programs.iter_mut().zip(&mut all) {
            let run = prepare()?.measure(measure)?;
            if round > 0 {
                runs.push(run);
            }
        }
    }
    Ok(all.map(Runs))
}

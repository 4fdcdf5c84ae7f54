use std::{fmt, fs};

use limbeck_schema::Dialect;
use limbeck_tests::servers;
use serde::Serialize;

use crate::Error;

/// What it is measured on.
#[derive(Serialize)]
pub(super) struct Machine {
    processors: usize,
    model: String,
    memory_gibibytes: u64,
    /// How many processes wanted a processor in the minute before.
    load: f64,
    /// The databases with their versions.
    databases: Vec<String>,
}

impl Machine {
    /// This one, with the servers of these databases.
    pub(super) fn this(dialects: &[Dialect]) -> Result<Self, Error> {
        let value = |file: &str, key: &str| {
            let text = fs::read_to_string(file).unwrap_or_default();
            let line = text.lines().find(|line| line.starts_with(key)).map(str::to_owned);
            line.and_then(|line| Some(line.split_once(':')?.1.trim().to_owned())).unwrap_or_default()
        };
        let kibibytes: u64 = value("/proc/meminfo", "MemTotal").trim_end_matches(" kB").parse().unwrap_or_default();
        Ok(Self {
            processors: std::thread::available_parallelism().map_or(1, usize::from),
            model: value("/proc/cpuinfo", "model name"),
            memory_gibibytes: kibibytes >> 20,
            load: load(),
            databases: dialects.iter().map(|dialect| database(*dialect)).collect::<Result<_, _>>()?,
        })
    }
}

fn load() -> f64 {
    let text = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    text.split(' ').next().and_then(|load| load.parse().ok()).unwrap_or_default()
}

/// A database with its version.
fn database(dialect: Dialect) -> Result<String, Error> {
    let version = limbeck_tests::run(async {
        let Some(server) = servers::server(dialect).await? else { return Ok::<_, Error>(String::new()) };
        server.version().await.map_err(|error| Error::Database(error.into()))
    })?;
    Ok(format!("{dialect} {version}").trim().to_owned())
}

impl fmt::Display for Machine {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { processors, model, memory_gibibytes, load, databases } = self;
        write!(formatter, "{processors} processors ({model}), {memory_gibibytes} GiB; {}", databases.join(", "))?;
        // One of them is what was built before.
        let is_busy = *load > 1.0 + *processors as f64;
        if is_busy { write!(formatter, "; BUSY with others, a load of {load:.0}") } else { Ok(()) }
    }
}

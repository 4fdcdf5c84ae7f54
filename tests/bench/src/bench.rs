//! What all rows stand on: the folders, the programs, the schemas, the filled databases.

use std::{
    cell::RefCell,
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use limbeck_bench::schema::{self, Table};
use limbeck_schema::Dialect;
use limbeck_tests::{
    Database,
    clients::{OnError, command},
};

use crate::{
    Error,
    arguments::Arguments,
    cargo::{self, Cargo},
    measure::{Prepare, Program, Runs, in_turns},
    project::Project,
};

const ANALYSE: &str = "VACUUM ANALYZE;\n";

/// What all rows stand on.
pub(crate) struct Bench {
    /// What was asked for.
    pub(crate) arguments: Arguments,
    /// Builds.
    pub(crate) cargo: Cargo,
    databases: RefCell<BTreeMap<(String, usize), Database>>,
}

/// Which of the two schemas.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Variant {
    /// That which the databases have.
    Base,
    /// That with a hundredth of the tables changed.
    Changed,
    /// That with a column more in one table, to which no other refers.
    OneTable,
}

impl Bench {
    /// Builds the programs that the rows run.
    pub(crate) fn new(arguments: Arguments) -> Result<Self, Error> {
        let cargo = Cargo::new();
        cargo.build_programs()?;
        Ok(Self { arguments, cargo, databases: RefCell::default() })
    }

    /// The real command, of a project without any revision, in release; or the program that was asked for.
    pub(crate) fn limbeck(&self) -> Result<PathBuf, Error> {
        if let Some(program) = &self.arguments.limbeck {
            return fs::canonicalize(program).map_err(Error::system(format!("looking for {}", program.display())));
        }
        Project::lay_out(&self.cargo, "bare")?.build(&self.cargo)
    }

    /// One of the bench's own programs.
    pub(crate) fn program(&self, name: &str) -> PathBuf {
        self.cargo.programs().join(name)
    }

    /// Runs programs in turns, as often as was asked for.
    pub(crate) fn in_turns<const N: usize>(&self, programs: [Prepare<'_>; N]) -> Result<[Runs; N], Error> {
        in_turns(&self.program("measure"), self.arguments.runs(), programs)
    }

    /// The folder of a package with the entities of so many tables, and its `limbeck.toml`.
    pub(crate) fn entities(&self, count: usize, variant: Variant) -> Result<PathBuf, Error> {
        let (name, tables) = match variant {
            Variant::Base => ("base", schema::tables(count)),
            Variant::Changed => ("changed", schema::changed(count)),
            Variant::OneTable => ("one-table", schema::with_column(count)),
        };
        let folder = self.cargo.home().join("schemas").join(count.to_string()).join(name);
        write_package(&folder, &tables)?;
        Ok(folder)
    }

    /// The URL of a database that has so many tables, filled at the first call.
    pub(crate) fn filled(&self, dialect: Dialect, count: usize) -> Result<String, Error> {
        let key = (dialect.to_string(), count);
        if let Some(database) = self.databases.borrow().get(&key) {
            return Ok(database.url.clone());
        }
        let database = self.empty(dialect)?;
        let script = self.script(dialect, count)?;
        self.client(&database)?.input(script).output()?;
        self.analyse(&database)?;
        let url = database.url.clone();
        self.databases.borrow_mut().insert(key, database);
        Ok(url)
    }

    /// A database without any table.
    pub(crate) fn empty(&self, dialect: Dialect) -> Result<Database, Error> {
        limbeck_tests::run(Database::create(dialect, "bench")).map_err(Error::Database)
    }

    /// The database's own shell, as a person gives it a script.
    pub(crate) fn client(&self, database: &Database) -> Result<Program, Error> {
        let (command, _) = command(database, OnError::Stop)?;
        let program = Program::of(&command, self.cargo.home());
        Ok(program.variable("PGOPTIONS", "-c client_min_messages=warning"))
    }

    /// Does what autovacuum does in time, which is off on the private server; on others nothing has to be done.
    pub(crate) fn analyse(&self, database: &Database) -> Result<(), Error> {
        match database.dialect {
            Dialect::Postgres => {
                let script = self.cargo.home().join("analyse.sql");
                write(&script, ANALYSE)?;
                self.client(database)?.input(script).output().map(drop)
            }
            Dialect::Sqlite | Dialect::MySql | Dialect::MariaDb => Ok(()),
        }
    }

    /// The file of a script that makes so many tables.
    fn script(&self, dialect: Dialect, count: usize) -> Result<PathBuf, Error> {
        let statements = schema::sql::script(&schema::tables(count), dialect);
        let text = match dialect {
            Dialect::Sqlite => format!("BEGIN;\n{statements}COMMIT;\n"),
            // In one transaction five thousand would be more locks than a server has by default.
            Dialect::Postgres | Dialect::MySql | Dialect::MariaDb => statements,
        };
        let path = self.cargo.home().join("schemas").join(count.to_string()).join(format!("{dialect}.sql"));
        write(&path, &text)?;
        Ok(path)
    }

    /// Drops what was filled.
    pub(crate) fn finish(self) -> Result<(), Error> {
        for (_, database) in self.databases.into_inner() {
            limbeck_tests::run(database.remove()).map_err(Error::Database)?;
        }
        Ok(())
    }
}

/// A package as an application has one.
fn write_package(folder: &Path, tables: &[Table]) -> Result<(), Error> {
    let manifest = format!(
        "[package]\nname = \"application\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n[dependencies]\nsea-orm = \"{}\"\n\n[workspace]\n",
        cargo::SEA_ORM
    );
    write(&folder.join("Cargo.toml"), &manifest)?;
    write(&folder.join("limbeck.toml"), "entities = [\"src/entities\"]\n")?;
    write(&folder.join("src/lib.rs"), "pub mod entities;\n")?;
    let entities = folder.join("src/entities");
    let files = schema::entities::files(tables);
    // Another number of tables may have left some.
    let known = fs::read_dir(&entities).into_iter().flatten().filter_map(Result::ok);
    for entry in known.filter(|entry| !files.iter().any(|(name, _)| entry.file_name() == name.as_str())) {
        fs::remove_file(entry.path()).map_err(Error::system(format!("removing {}", entry.path().display())))?;
    }
    files.iter().try_for_each(|(name, text)| write(&entities.join(name), text))
}

/// Writes a file if it has another text, so that what is built of it stays fresh.
pub(crate) fn write(path: &Path, text: &str) -> Result<(), Error> {
    if fs::read_to_string(path).is_ok_and(|known| known == text) {
        return Ok(());
    }
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(Error::system(format!("making {}", folder.display())))?;
    }
    fs::write(path, text).map_err(Error::system(format!("writing {}", path.display())))
}

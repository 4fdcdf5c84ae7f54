//! What the project says: its configuration, its entity folders, its database.

mod entities;
mod kept;
mod revisions;
mod url;

use std::path::{Path, PathBuf};

use limbeck::{Migrations, Settings};
use limbeck_prove::leads_to;
use limbeck_schema::Dialect;

pub(crate) use kept::{place as place_of_kept, push as push_to_list, remember as remember_kept};
pub(crate) use revisions::Revisions;
pub(crate) use url::DatabaseUrl;

use crate::{CliError, arguments::Global};

/// The configuration's file name, looked for upwards from the working folder.
const FILE: &str = "limbeck.toml";

/// A project: flags over environment over file.
#[derive(Debug)]
pub(crate) struct Project {
    /// The folder of the configuration; the working folder where there is none.
    pub root: PathBuf,
    /// The configuration's file, where there is one.
    pub file: Option<PathBuf>,
    /// What the configuration says, or what was compiled in where there is none.
    pub settings: Settings,
    /// Whether the entity folders came from flags.
    pub entities_stated: bool,
    /// The folders and files of entities, without those that are left out.
    pub entities: Vec<PathBuf>,
    url: Option<DatabaseUrl>,
}

impl Project {
    /// The project of the working folder.
    ///
    /// # Errors
    /// A configuration or `.env` that can't be read or understood, with its path.
    pub(crate) fn find(global: &Global, migrations: &Migrations) -> Result<Self, CliError> {
        Self::find_with(global, migrations.settings())
    }

    /// The same for a program without compiled revisions.
    ///
    /// # Errors
    /// A configuration or `.env` that can't be read or understood, with its path.
    pub(crate) fn find_with(global: &Global, compiled: &str) -> Result<Self, CliError> {
        let working = std::env::current_dir().map_err(|source| CliError::Read { path: ".".into(), source })?;
        let file = match &global.config {
            Some(file) => Some(working.join(file)),
            None => working.ancestors().map(|folder| folder.join(FILE)).find(|file| file.is_file()),
        };
        let (root, settings) = match &file {
            Some(file) => (file.parent().unwrap_or(&working).to_owned(), read_settings(file)?),
            None => {
                (working.clone(), Settings::parse(compiled).map_err(|problem| CliError::Compiled(problem.to_string()))?)
            }
        };
        let entities = if global.entities.is_empty() {
            entities::expand(&root, file.as_deref(), &settings.entities)?
        } else {
            global.entities.iter().map(|folder| working.join(folder)).collect()
        };
        let url = url::find(
            global.url.as_deref(),
            &working,
            file.as_ref().map(|_| (root.as_path(), settings.url.as_deref())),
        )?;
        Ok(Self { root, file, settings, entities_stated: !global.entities.is_empty(), entities, url })
    }

    /// The database to work on.
    ///
    /// # Errors
    /// Nothing names one.
    pub(crate) fn url(&self) -> Result<&DatabaseUrl, CliError> {
        self.url.as_ref().ok_or(CliError::NoUrl)
    }

    /// The server for scratch databases of a dialect: the flag's, else the configuration's. That may be for another of the project's dialects; a flag is for
    /// this one.
    pub(crate) fn scratch_url<'a>(&'a self, dialect: Dialect, flag: Option<&'a str>) -> Option<&'a str> {
        flag.or(self.settings.scratch_url.as_deref().filter(|configured| leads_to(configured, dialect)))
    }

    /// The declared dialects; where none is declared that of the URL.
    ///
    /// # Errors
    /// None is declared, and there is no URL.
    pub(crate) fn dialects(&self) -> Result<Vec<Dialect>, CliError> {
        match (self.settings.dialects.as_slice(), self.dialect_of_url()) {
            ([], Some(dialect)) => Ok(vec![dialect]),
            ([], None) => Err(CliError::NoDialect),
            (declared, _) => Ok(declared.to_vec()),
        }
    }

    /// The dialect of the URL, without asking the server.
    pub(crate) fn dialect_of_url(&self) -> Option<Dialect> {
        self.url.as_ref().and_then(|url| limbeck::dialect_of_url(&url.text))
    }

    /// The dialect of the database that is worked on, without asking the server. `mysql:` may lead to MariaDB; the declared dialects tell.
    pub(crate) fn meant_dialect(&self) -> Option<Dialect> {
        let of_url = self.dialect_of_url()?;
        let declared = &self.settings.dialects;
        let alike = || declared.iter().copied().find(|it| of_url.is_mysql_like() && it.is_mysql_like());
        Some(if declared.contains(&of_url) { of_url } else { alike().unwrap_or(of_url) })
    }

    /// The dialect that a script is for: the stated one, else that of the database, else the only declared one.
    ///
    /// # Errors
    /// None is stated or declared, or several are declared.
    pub(crate) fn script_dialect(&self, stated: Option<Dialect>) -> Result<Dialect, CliError> {
        match (stated.or_else(|| self.meant_dialect()), &self.settings.dialects[..]) {
            (Some(dialect), _) | (None, &[dialect]) => Ok(dialect),
            (None, []) => Err(CliError::NoDialect),
            (None, several) => Err(CliError::SeveralDialects(several.to_vec())),
        }
    }

    /// Where the entities are looked for, in few words: the folders, or the patterns where some of it is left out.
    pub(crate) fn entity_places(&self) -> Vec<String> {
        if !self.entities_stated && entities::leaves_out(&self.settings.entities) {
            return self.settings.entities.clone();
        }
        self.entities.iter().map(|path| Self::display(path)).collect()
    }

    /// The folder that revision files are written to.
    pub(crate) fn versions(&self) -> PathBuf {
        self.root.join(&self.settings.migrations).join("src").join("versions")
    }

    /// `path` as it reads best: relative to the working folder where it is below it.
    pub(crate) fn display(path: &Path) -> String {
        let working = std::env::current_dir().unwrap_or_default();
        path.strip_prefix(&working).unwrap_or(path).display().to_string()
    }
}

fn read_settings(file: &Path) -> Result<Settings, CliError> {
    let text = std::fs::read_to_string(file).map_err(|source| CliError::Read { path: file.to_owned(), source })?;
    Settings::parse(&text).map_err(|problem| CliError::Settings { path: file.to_owned(), problem })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_configured_scratch_server_is_for_its_own_kind_alone() {
        let settings = Settings::parse("scratch_url = \"mysql://h/d\"").expect("a configuration");
        let project = Project {
            root: PathBuf::new(),
            file: None,
            settings,
            entities_stated: false,
            entities: Vec::new(),
            url: None,
        };
        for (dialect, flag, expected) in [
            (Dialect::MariaDb, None, Some("mysql://h/d")),
            (Dialect::Postgres, None, None),
            (Dialect::Postgres, Some("postgres://h/d"), Some("postgres://h/d")),
            (Dialect::Postgres, Some("mysql://other/d"), Some("mysql://other/d")),
        ] {
            assert_eq!(project.scratch_url(dialect, flag), expected, "{dialect} {flag:?}");
        }
    }
}

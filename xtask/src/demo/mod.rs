//! `cargo xtask demo`: the main job, for real, in a throw-away project on an embedded SQLite database.
//!
//! The project compiles the revision files that were written into it: without them an upgrade has nothing to run.

mod project;
mod rows;

use std::fs;

use limbeck_cli::scaffold::{Source, lay_out};
use project::Project;

use crate::steps::{Failure, root, title};

/// The whole story.
pub(crate) fn run() -> Result<(), Failure> {
    let folder = tempfile::tempdir()?;
    let project = Project::new(folder.path());
    title(
        "A project in a temporary folder, with the sample application's entities before `chip` was added to the animals",
    );
    project.take_older_entities()?;
    lay_out(folder.path(), &Source::Checkout(root())).map_err(|error| Failure(error.to_string()))?;
    println!("{}", folder.path().display());

    title("The first revision: everything that the entities say");
    project.xtask(&["migrate", "-m", "users, shelters, animals"])?;
    project.xtask(&["upgrade", "head"])?;
    rows::fill(&project.database())?;
    let before = rows::show(&project.database())?;

    title("A model is edited: animals get a `chip`, which no two of them share");
    project.edit_entities()?;
    project.xtask_that_differs(&["check", "--verbose"])?;

    title("The second revision");
    project.xtask(&["migrate", "-m", "animals get a chip"])?;
    let file = project.newest_revision()?;
    title(&file.file_name().unwrap_or_default().to_string_lossy());
    println!("{}", fs::read_to_string(&file)?);
    title("What it runs, on each database of the application");
    project.xtask(&["show", "head", "--sql"])?;

    title("Up, down, and up again, on a table that holds rows");
    project.xtask(&["upgrade", "head"])?;
    project.xtask(&["check"])?;
    project.xtask(&["downgrade", "-1"])?;
    project.xtask(&["upgrade", "head"])?;
    project.xtask(&["check"])?;
    project.xtask(&["history", "--indicate-current"])?;
    let after = rows::show(&project.database())?;
    if before != after {
        return Err(Failure("the rows are not what they were".to_owned()));
    }
    title("The rows are still there.");
    Ok(())
}

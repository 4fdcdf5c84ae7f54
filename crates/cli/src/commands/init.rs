use crate::{
    CliError, Status,
    arguments::Init,
    output::{GREEN, YELLOW, note, paint},
    scaffold::{Source, Written, lay_out},
};

/// Lays a project out and says what became of each file.
pub(super) fn run(init: &Init) -> Result<Status, CliError> {
    let source = init.source.clone().map_or(Source::Registry, Source::Checkout);
    let laid_out = lay_out(&init.folder, &source)?;
    for (path, written) in &laid_out.files {
        match written {
            Written::New => say!("{} {}", paint(GREEN, "new    "), path.display()),
            Written::Joined => say!("{} {}", paint(YELLOW, "joined "), path.display()),
            Written::Kept => say!("kept    {}", path.display()),
        }
    }
    if laid_out.joined_xtask {
        note("the xtask that stood has a second program now: `cargo limbeck migrate`, `cargo limbeck upgrade`, ..");
        note(
            "to have it as `cargo xtask ..` too, let its `main` end with `limbeck_cli::main(&migrations::MIGRATIONS)`",
        );
    }
    Ok(Status::Done)
}

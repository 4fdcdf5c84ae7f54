use crate::{
    CliError, Status,
    arguments::Init,
    output::{GREEN, note, paint},
    scaffold::{Source, Written, lay_out},
};

/// Lays a project out and says which files are new.
pub(super) fn run(init: &Init) -> Result<Status, CliError> {
    let source = init.source.clone().map_or(Source::Registry, Source::Checkout);
    let mut kept = false;
    for (path, written) in lay_out(&init.folder, &source)? {
        match written {
            Written::New => say!("{} {}", paint(GREEN, "new "), path.display()),
            Written::Kept => {
                kept = true;
                say!("kept {}", path.display());
            }
        }
    }
    if kept {
        note("a workspace that stood before needs `migrations` and `xtask` among its members");
    }
    Ok(Status::Done)
}

use limbeck_operations::{Denied, HazardCode, HazardGroup};
use limbeck_schema::Dialect;

use crate::{
    CliError, Status, arguments,
    output::{BOLD, YELLOW, paint},
};

/// Prints what a hazard is, what it locks and its safe form; of a group, or of all, a line each. Needs no database and no project.
pub(super) fn run(explain: &arguments::Explain) -> Result<Status, CliError> {
    let Some(text) = &explain.hazard else {
        HazardGroup::ALL.into_iter().for_each(print_group);
        return Ok(Status::Done);
    };
    match text.parse().map_err(CliError::Hazard)? {
        Denied::Group(group) => print_group(group),
        Denied::Code(code) => print_code(code),
    }
    Ok(Status::Done)
}

fn print_group(group: HazardGroup) {
    say!("{}", paint(BOLD, format!("{}: {}", group.letter(), group.words())));
    for code in HazardCode::ALL.iter().filter(|code| code.group() == group) {
        say!("  {} {}", paint(YELLOW, code), code.explanation().title);
    }
}

fn print_code(code: HazardCode) {
    let explanation = code.explanation();
    say!("{} {} ({})", paint(YELLOW, code), paint(BOLD, explanation.title), code.group().words());
    say!("\n{}\n\n{}", explanation.danger, paint(BOLD, "Locks"));
    for dialect in Dialect::ALL {
        say!("  {:<8} {}", dialect.name(), explanation.locks.of(dialect));
    }
    say!("\n{}\n  {}", paint(BOLD, "Safe form"), explanation.safe);
}

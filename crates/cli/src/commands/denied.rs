//! Hazards that are not to be: `--deny`, and `deny` of limbeck.toml.

use limbeck_autogenerate::Comparison;
use limbeck_operations::Denied;

use crate::{CliError, arguments::Denying, project::Project};

/// Makes sure that no change has a denied hazard.
///
/// # Errors
/// Every denied hazard, with its operation.
pub(super) fn refuse(comparison: &Comparison, denying: &Denying, project: &Project) -> Result<(), CliError> {
    // The settings were verified when they were read.
    let stated = project.settings.deny.iter().filter_map(|text| text.parse().ok());
    let denied: Vec<Denied> = denying.deny.iter().cloned().chain(stated).collect();
    let mut hazards = Vec::new();
    for change in &comparison.changes {
        for hazard in &change.hazards {
            if denied.iter().any(|denied| denied.holds(hazard.code)) {
                hazards.push(format!("{} {}: {hazard}", hazard.code, change.step.operation));
            }
        }
    }
    if hazards.is_empty() { Ok(()) } else { Err(CliError::Denied { hazards }) }
}

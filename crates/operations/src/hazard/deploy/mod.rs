//! B: code that runs while the revision is applied, or has not been deployed yet, breaks.

pub(super) mod allow_null;
pub(super) mod default;
pub(super) mod json;
pub(super) mod key_type;
pub(super) mod label;
pub(super) mod not_null;
pub(super) mod rename_column;
pub(super) mod rename_label;
pub(super) mod rename_table;
pub(super) mod required_column;
pub(super) mod unique;

//! Long chains of revision files, as `migrate` writes them.

use std::fmt::Write;

/// The files of so many revisions, each with so many operations: their names and texts. Every fourth operation creates a small table, and those behind it
/// add to it.
pub fn chain(count: usize, operations: usize) -> Vec<(String, String)> {
    (0..count).map(|number| revision(number, operations)).collect()
}

/// The file of the revision of this number.
pub fn revision(number: usize, operations: usize) -> (String, String) {
    let revises = match number.checked_sub(1) {
        Some(previous) => format!(".revises(&[\"{}\"])", id(previous)),
        None => String::new(),
    };
    let (mut upgrade, mut downgrade) = (String::new(), Vec::new());
    for step in number * operations..(number + 1) * operations {
        let (forth, back) = operation(step);
        let _ = writeln!(upgrade, "    {forth}");
        downgrade.push(format!("    {back}\n"));
    }
    let downgrade: String = downgrade.into_iter().rev().collect();
    let text = format!(
        "//! step {number}\n//!\n//! Created 2026-11-22 10:14:03 UTC\n\nuse limbeck::prelude::*;\n\n\
         pub const REVISION: Revision = Revision::new(\"{id}\"){revises}.steps(upgrade, downgrade);\n\n\
         fn upgrade(op: &mut Op) {{\n{upgrade}}}\n\nfn downgrade(op: &mut Op) {{\n{downgrade}}}\n",
        id = id(number)
    );
    (format!("m20261122_{number:06}_step.rs"), text)
}

fn id(number: usize) -> String {
    format!("{number:012x}")
}

/// An operation, and what undoes it.
fn operation(step: usize) -> (String, String) {
    let table = format!("link_{:05}", step / 4);
    match step % 4 {
        0 => (
            format!("op.create_table(\"{table}\", [big_pk_auto(\"id\"), string_len(\"name\", 60)]);"),
            format!("op.drop_table(\"{table}\");"),
        ),
        1 => (
            format!("op.add_column(\"{table}\", integer(\"quantity\").null());"),
            format!("op.drop_column(\"{table}\", \"quantity\");"),
        ),
        2 => (
            format!("op.create_index(\"idx-{table}-name\", \"{table}\", [\"name\"]);"),
            format!("op.drop_index(\"idx-{table}-name\", \"{table}\", [\"name\"]);"),
        ),
        _ => (
            format!("op.add_column(\"{table}\", text(\"notes\").null());"),
            format!("op.drop_column(\"{table}\", \"notes\");"),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_files_are_rust_and_sort_as_they_follow() {
        let files = chain(12, 4);
        assert!(files.is_sorted());
        for (name, text) in files {
            syn::parse_file(&text).unwrap_or_else(|error| panic!("{name}: {error}\n{text}"));
        }
    }
}

//! Revisions as lines: `51d0b4c2aa9e -> 7d3e9a41c0b2 (head), animals get registered_at`.

use std::collections::BTreeSet;

use limbeck::{Graph, Node};

use super::{BOLD, DIM, GREEN, YELLOW, paint};

/// A revision's line with what it follows, as Alembic prints it.
pub(crate) fn line_with_parents(graph: &Graph, node: &Node, applied: Option<&BTreeSet<String>>) -> String {
    let parents = if node.parents.is_empty() { "<base>".to_owned() } else { node.parents.join(", ") };
    let mark = match applied {
        Some(applied) if applied.contains(&node.id) => paint(GREEN, " (applied)"),
        Some(_) | None => String::new(),
    };
    format!("{} -> {}{mark}, {}", paint(DIM, parents), line(graph, node), node.message)
}

/// A revision's id with its marks: head, branch point, merge point.
pub(crate) fn line(graph: &Graph, node: &Node) -> String {
    let children = graph.children(&node.id).len();
    let mut marks = Vec::new();
    if children == 0 {
        marks.push("head");
    }
    if children > 1 {
        marks.push("branchpoint");
    }
    if node.parents.len() > 1 {
        marks.push("mergepoint");
    }
    let marks: String = marks.into_iter().map(|mark| paint(YELLOW, format!(" ({mark})"))).collect();
    format!("{}{marks}", paint(BOLD, &node.id))
}

/// All that is known of a revision, over several lines.
pub(crate) fn print_entry(graph: &Graph, node: &Node) {
    say!("Rev:      {}", line(graph, node));
    let (label, parents) =
        if node.parents.len() > 1 { ("Merges:  ", &node.parents) } else { ("Parent:  ", &node.parents) };
    say!("{label} {}", if parents.is_empty() { "<base>".to_owned() } else { parents.join(", ") });
    say!("Created:  {}", node.created);
    say!("File:     {}.rs", node.file);
    say!("\n    {}", node.message);
}

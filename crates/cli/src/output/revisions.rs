//! Revisions as lines: `51d0b4c2aa9e -> 7d3e9a41c0b2 (shop) (head), animals get registered_at`.

use std::collections::{BTreeMap, BTreeSet};

use limbeck::{Graph, Node};

use super::{BOLD, DIM, GREEN, YELLOW, paint};

/// What lines about revisions need to know.
pub(crate) struct Lines<'a> {
    graph: &'a Graph,
    /// The labels that each revision bears.
    labels: BTreeMap<&'a str, BTreeSet<&'a str>>,
    /// The revisions that are marked as applied, if any are.
    applied: Option<&'a BTreeSet<String>>,
}

impl<'a> Lines<'a> {
    /// Lines about revisions of this graph.
    pub(crate) fn new(graph: &'a Graph) -> Self {
        Self { graph, labels: graph.spread_labels(), applied: None }
    }

    /// The same with a mark at those that are applied.
    pub(crate) fn marking(self, applied: Option<&'a BTreeSet<String>>) -> Self {
        Self { applied, ..self }
    }

    /// A revision's line with what it follows, and in parentheses what it depends on, as Alembic prints it.
    pub(crate) fn line_with_parents(&self, node: &Node) -> String {
        let parents = if node.parents.is_empty() { "<base>".to_owned() } else { node.parents.join(", ") };
        let depends = match node.dependencies.is_empty() {
            true => String::new(),
            false => format!(" ({})", node.dependencies.join(", ")),
        };
        format!("{} -> {}, {}", paint(DIM, format!("{parents}{depends}")), self.line(node), node.message)
    }

    /// A revision's id with its labels and marks: applied, head, branch point, merge point.
    pub(crate) fn line(&self, node: &Node) -> String {
        let id = node.id.as_str();
        let is_last = self.graph.after(id).is_empty();
        let children = self.graph.children(id).len();
        let mut marks = Vec::new();
        match (children, is_last) {
            (0, true) => marks.push("head"),
            // Nothing follows it, but something depends on it.
            (0, false) => marks.push("effective head"),
            (1, _) => {}
            _ => marks.push("branchpoint"),
        }
        if node.parents.len() > 1 {
            marks.push("mergepoint");
        }
        let labels: Vec<&str> = self.labels.get(id).into_iter().flatten().copied().collect();
        let labels = if labels.is_empty() { String::new() } else { format!(" ({})", labels.join(", ")) };
        let applied = match self.applied {
            Some(applied) if applied.contains(id) => paint(GREEN, " (applied)"),
            Some(_) | None => String::new(),
        };
        let marks: String = marks.into_iter().map(|mark| paint(YELLOW, format!(" ({mark})"))).collect();
        format!("{}{labels}{applied}{marks}", paint(BOLD, id))
    }

    /// A revision in one line, or at length.
    pub(crate) fn print(&self, node: &Node, at_length: bool) {
        if at_length {
            self.print_entry(node);
        } else {
            say!("{}, {}", self.line(node), node.message);
        }
    }

    /// All that is known of a revision, over several lines.
    pub(crate) fn print_entry(&self, node: &Node) {
        say!("Rev:      {}", self.line(node));
        let word = if node.parents.len() > 1 { "Merges:  " } else { "Parent:  " };
        say!("{word} {}", if node.parents.is_empty() { "<base>".to_owned() } else { node.parents.join(", ") });
        if !node.dependencies.is_empty() {
            say!("Depends:  {}", node.dependencies.join(", "));
        }
        let children = self.graph.children(&node.id);
        if children.len() > 1 {
            let children: Vec<&str> = children.iter().map(|child| child.id.as_str()).collect();
            say!("Branches: {}", children.join(", "));
        }
        if !node.replaces.is_empty() {
            say!("Replaces: {}", node.replaces.join(", "));
        }
        if !node.labels.is_empty() {
            say!("Labels:   {}", node.labels.join(", "));
        }
        say!("Created:  {}", node.created);
        // Of a revision that only the database knows there is no file.
        say!("File:     {}", if node.file.is_empty() { "none here".to_owned() } else { format!("{}.rs", node.file) });
        say!("\n    {}\n", node.message);
    }
}

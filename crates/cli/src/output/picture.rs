//! The graph as a picture of lines, newest first, as `git log --graph` draws it: a column for each branch that is open, a row for each revision.

use std::collections::BTreeSet;

use limbeck::{Graph, Node};

/// What stands before a revision, and the lines above and below it on which columns begin, move and end.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Row {
    /// Above it: branches that part at this revision come together.
    pub(crate) above: Vec<String>,
    /// A star in its column, lines in the others.
    pub(crate) mark: String,
    /// Below it: the branches that it joins go apart, or its column ends.
    pub(crate) below: Vec<String>,
}

/// The rows of `shown`, which come children before parents.
pub(crate) fn picture<'a>(graph: &'a Graph, shown: &[&'a Node]) -> Vec<Row> {
    let known: BTreeSet<&str> = shown.iter().map(|node| node.id.as_str()).collect();
    // Each with the revision that it leads to.
    let mut columns: Vec<&str> = Vec::new();
    shown.iter().map(|node| row(graph, node, &known, &mut columns)).collect()
}

fn row<'a>(graph: &'a Graph, node: &'a Node, known: &BTreeSet<&str>, columns: &mut Vec<&'a str>) -> Row {
    let id = node.id.as_str();
    let at = columns.iter().position(|to| *to == id).unwrap_or_else(|| {
        columns.push(id);
        columns.len() - 1
    });
    let mut row = Row::default();
    while let Some(other) = columns.iter().rposition(|to| *to == id).filter(|other| *other > at) {
        let line = Line::new(columns.len()).straight(0..other).leftwards(other..columns.len());
        row.above.push(line.along(at..other.saturating_sub(1)).drawn());
        columns.remove(other);
    }
    row.mark = (0..columns.len()).map(|column| if column == at { "* " } else { "| " }).collect();
    let parents =
        graph.parents(id).into_iter().map(|parent| parent.id.as_str()).filter(|parent| known.contains(parent));
    let parents: Vec<&str> = parents.collect();
    let Some((first, others)) = parents.split_first() else {
        if at + 1 < columns.len() {
            row.below.push(Line::new(columns.len()).straight(0..at).leftwards(at + 1..columns.len()).drawn());
        }
        columns.remove(at);
        return row;
    };
    columns[at] = first;
    for (new, other) in (at + 1..).zip(others) {
        columns.insert(new, other);
        row.below.push(Line::new(columns.len()).straight(0..new).rightwards(new..columns.len()).drawn());
    }
    row
}

/// A line of signs; the column `n` stands at the place `2n`.
struct Line(Vec<char>);

impl Line {
    fn new(columns: usize) -> Self {
        Self(vec![' '; 2 * columns + 1])
    }

    fn put(mut self, places: impl Iterator<Item = usize>, sign: char) -> Self {
        for place in places {
            if let Some(cell) = self.0.get_mut(place) {
                *cell = sign;
            }
        }
        self
    }

    /// Columns that go on as they are.
    fn straight(self, columns: std::ops::Range<usize>) -> Self {
        self.put(columns.map(|column| 2 * column), '|')
    }

    /// Columns that move one to the left.
    fn leftwards(self, columns: std::ops::Range<usize>) -> Self {
        self.put(columns.map(|column| (2 * column).saturating_sub(1)), '/')
    }

    /// Columns that have come from one further left.
    fn rightwards(self, columns: std::ops::Range<usize>) -> Self {
        self.put(columns.map(|column| (2 * column).saturating_sub(1)), '\\')
    }

    /// The way to a column that is further off.
    fn along(self, columns: std::ops::Range<usize>) -> Self {
        self.put(columns.map(|column| 2 * column + 1), '_')
    }

    fn drawn(self) -> String {
        self.0.into_iter().collect::<String>().trim_end().to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn_of(edges: &[(&str, &[&str])]) -> String {
        let graph = Graph::new(edges.iter().map(|(id, parents)| Node {
            id: (*id).to_owned(),
            parents: parents.iter().map(|parent| (*parent).to_owned()).collect(),
            ..Node::default()
        }))
        .expect("a graph");
        let shown: Vec<&Node> = graph.nodes().rev().collect();
        let mut lines = Vec::new();
        for (node, row) in shown.iter().zip(picture(&graph, &shown)) {
            lines.extend(row.above);
            lines.push(format!("{}{}", row.mark, node.id));
            lines.extend(row.below);
        }
        lines.join("\n")
    }

    #[test]
    fn branches_are_columns() {
        for (name, edges, expected) in [
            ("nothing", &[][..], ""),
            ("a line", &[("a", &[][..]), ("b", &["a"])], "* b\n* a"),
            ("a fork", &[("a", &[][..]), ("b", &["a"]), ("c", &["a"])], "* c\n| * b\n|/\n* a"),
            (
                "a merge",
                &[("a", &[][..]), ("b", &["a"]), ("c", &["a"]), ("d", &["b", "c"])],
                "* d\n|\\\n| * c\n* | b\n|/\n* a",
            ),
            (
                "three that meet",
                &[("a", &[][..]), ("b", &["a"]), ("c", &["a"]), ("d", &["a"]), ("m", &["b", "c", "d"])],
                "* m\n|\\\n| |\\\n| | * d\n| * | c\n* | | b\n|_|/\n|/\n* a",
            ),
            ("roots", &[("a", &[][..]), ("z", &[]), ("b", &["a"]), ("y", &["z"])], "* y\n| * b\n* | z\n /\n* a"),
        ] {
            assert_eq!(drawn_of(edges), expected, "{name}");
        }
    }
}

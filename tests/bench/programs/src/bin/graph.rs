//! `graph COUNT`: a history of so many revisions, with a branch and its merge at each hundredth: loads it, finds its heads, and the path from the base to them.

use std::{collections::BTreeSet, error::Error, hint::black_box};

use limbeck::{Entry, Graph, Migrations, Revision};

fn main() -> Result<(), Box<dyn Error>> {
    let count: usize = std::env::args().nth(1).ok_or("usage: graph COUNT")?.parse()?;
    let migrations = Migrations::new(entries(count).leak(), "");
    let graph = Graph::of(&migrations)?;
    let heads: Vec<&str> = graph.heads().into_iter().map(|node| node.id.as_str()).collect();
    let path = black_box(graph.path_up(&BTreeSet::new(), heads.iter().copied()));
    println!("{} revisions, {} heads, a path of {}", graph.len(), heads.len(), path.len());
    Ok(())
}

/// What a migrations crate has as constants.
fn entries(count: usize) -> Vec<Entry> {
    let ids: Vec<&'static str> = (0..count).map(|number| &*format!("{number:012x}").leak()).collect();
    let id = |number: usize| ids.get(number).copied();
    let parents = |number: usize| -> Vec<&'static str> {
        let before: &[usize] = match number % 100 {
            // Two follow the first of a hundred, and the fourth joins them.
            2 => &[2],
            3 => &[1, 2],
            _ => &[1],
        };
        before.iter().filter_map(|back| id(number.checked_sub(*back)?)).collect()
    };
    let entry = |(number, id): (usize, &&'static str)| Entry {
        revision: Box::leak(Box::new(Revision::new(id).revises(parents(number).leak()))),
        file: id,
        message: "a revision",
        created: "2026-11-22 10:14:03 UTC",
    };
    ids.iter().enumerate().map(entry).collect()
}

//! Random graphs against walks that are slow and plainly right.

use std::collections::{BTreeMap, BTreeSet};

use super::{Graph, Node, Target};

/// A small generator of numbers, the same for the same seed (xorshift64, Marsaglia 2003).
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(bound.max(1)).expect("small")).expect("small")
    }
}

type Edges = BTreeMap<String, Vec<String>>;

/// Up to 14 revisions; each follows up to two earlier ones, and may depend on another.
fn nodes(dice: &mut Dice) -> Vec<Node> {
    let count = 1 + dice.below(14);
    let id = |at: usize| format!("r{at:02}");
    let mut nodes: Vec<Node> = Vec::new();
    for at in 0..count {
        let mut pick = |most: usize| -> Vec<String> {
            let many = if at == 0 { 0 } else { dice.below(most + 1) };
            let chosen: BTreeSet<usize> = (0..many).map(|_| at - 1 - dice.below(at.min(4))).collect();
            chosen.into_iter().map(id).collect()
        };
        let parents = pick(2);
        let dependencies = if at % 4 == 3 { pick(1) } else { Vec::new() };
        let labels = if at % 5 == 1 { vec![format!("l{at:02}")] } else { Vec::new() };
        nodes.push(Node { id: id(at), parents, dependencies, labels, ..Node::default() });
    }
    // Files need not stand in order.
    for at in (1..nodes.len()).rev() {
        let other = dice.below(at + 1);
        nodes.swap(at, other);
    }
    nodes
}

/// All that is reached from `start`, by looking at every edge until nothing is new.
fn closure(start: &BTreeSet<String>, edges: &Edges) -> BTreeSet<String> {
    let mut reached = start.clone();
    loop {
        let more: BTreeSet<String> = reached
            .iter()
            .flat_map(|id| edges.get(id).cloned().unwrap_or_default())
            .filter(|id| !reached.contains(id))
            .collect();
        if more.is_empty() {
            return reached;
        }
        reached.extend(more);
    }
}

struct Reference {
    before: Edges,
    after: Edges,
    children: Edges,
}

impl Reference {
    fn of(nodes: &[Node]) -> Self {
        let (mut before, mut after, mut children) = (Edges::new(), Edges::new(), Edges::new());
        for node in nodes {
            for parent in &node.parents {
                children.entry(parent.clone()).or_default().push(node.id.clone());
            }
            for previous in node.parents.iter().chain(&node.dependencies) {
                before.entry(node.id.clone()).or_default().push(previous.clone());
                after.entry(previous.clone()).or_default().push(node.id.clone());
            }
        }
        Self { before, after, children }
    }

    fn is_ordered(&self, path: &[&Node], forward: bool) -> bool {
        let ids: Vec<&str> = path.iter().map(|node| node.id.as_str()).collect();
        let edges = if forward { &self.before } else { &self.after };
        ids.iter().enumerate().all(|(at, id)| {
            let needed = edges.get(*id).into_iter().flatten();
            needed.into_iter().all(|other| ids.iter().position(|it| it == other).is_none_or(|place| place < at))
        })
    }
}

fn ids(path: &[&Node]) -> BTreeSet<String> {
    path.iter().map(|node| node.id.clone()).collect()
}

#[test]
fn random_graphs_are_walked_as_a_slow_reference_walks_them() {
    for seed in 1..=400_u64 {
        let dice = &mut Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
        let nodes = nodes(dice);
        let reference = Reference::of(&nodes);
        let graph = Graph::new(nodes.clone()).unwrap_or_else(|error| panic!("seed {seed}: {error}"));
        let all: BTreeSet<String> = nodes.iter().map(|node| node.id.clone()).collect();
        // A database that stands at some place: a closed set.
        let some: BTreeSet<String> = (0..dice.below(3)).map(|_| nodes[dice.below(nodes.len())].id.clone()).collect();
        let applied = closure(&some, &reference.before);
        let node = &nodes[dice.below(nodes.len())];

        let heads: BTreeSet<String> = all.iter().filter(|id| !reference.children.contains_key(*id)).cloned().collect();
        assert_eq!(ids(&graph.heads()), heads, "seed {seed}: heads");

        let up = Target::Revision(node.id.clone()).upgrade_path(&graph, &applied).expect("a path");
        let wanted = closure(&BTreeSet::from([node.id.clone()]), &reference.before);
        assert_eq!(ids(&up), wanted.difference(&applied).cloned().collect(), "seed {seed}: up to {}", node.id);
        assert!(reference.is_ordered(&up, true), "seed {seed}: the order up to {}", node.id);
        let up = Target::Heads.upgrade_path(&graph, &applied).expect("a path");
        assert_eq!(ids(&up), all.difference(&applied).cloned().collect(), "seed {seed}: up to the heads");

        let down = Target::Base.downgrade_path(&graph, &applied).expect("a path");
        assert_eq!(ids(&down), applied, "seed {seed}: down to the base");
        assert!(reference.is_ordered(&down, false), "seed {seed}: the order down");
        if applied.contains(&node.id) {
            let down = Target::Revision(node.id.clone()).downgrade_path(&graph, &applied).expect("a path");
            let children = reference.children.get(&node.id).cloned().unwrap_or_default().into_iter().collect();
            let undone = closure(&children, &reference.after);
            assert_eq!(
                ids(&down),
                undone.intersection(&applied).cloned().collect(),
                "seed {seed}: down to {}",
                node.id
            );
        }

        let current = graph.current(&applied);
        let has_child =
            |id: &String| reference.children.get(id).is_some_and(|them| them.iter().any(|it| applied.contains(it)));
        assert_eq!(
            ids(&current),
            applied.iter().filter(|id| !has_child(id)).cloned().collect(),
            "seed {seed}: current"
        );
    }
}

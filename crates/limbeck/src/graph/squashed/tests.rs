use super::*;

fn words(text: &str) -> Vec<String> {
    text.split_whitespace().map(str::to_owned).collect()
}

fn node(id: &str, parents: &str) -> Node {
    Node { id: id.to_owned(), parents: words(parents), file: format!("{id}.rs"), ..Node::default() }
}

fn squashed(id: &str, parents: &str, replaces: &str) -> Node {
    Node { replaces: words(replaces), ..node(id, parents) }
}

fn set(ids: &str) -> BTreeSet<String> {
    words(ids).into_iter().collect()
}

fn ids(nodes: impl IntoIterator<Item = impl std::borrow::Borrow<Node>>) -> String {
    nodes.into_iter().map(|node| node.borrow().id.clone()).collect::<Vec<_>>().join(" ")
}

fn order(graph: &Graph) -> String {
    ids(graph.nodes().cloned())
}

/// r - a - b - c - d, of which s replaces a to c.
fn line() -> Vec<Node> {
    vec![node("r", ""), node("a", "r"), node("b", "a"), node("c", "b"), node("d", "c"), squashed("s", "r", "a b c")]
}

/// The same without these files.
fn without(files: &str) -> Vec<Node> {
    line().into_iter().filter(|node| !words(files).contains(&node.id)).collect()
}

#[test]
fn what_is_replaced_does_not_count_whether_its_files_are_there_or_not() {
    for (name, files) in [("all there", ""), ("all gone", "a b c"), ("some gone", "a c"), ("one gone", "b")] {
        let graph = Graph::new(without(files)).expect(name);
        assert_eq!(order(&graph), "r s d", "{name}");
        assert_eq!((graph.len(), ids(graph.heads().into_iter().cloned())), (3, "d".to_owned()), "{name}");
        assert_eq!(ids(graph.parents("d").into_iter().cloned()), "s", "{name}");
        assert_eq!(ids(graph.children("r").into_iter().cloned()), "s", "{name}");
        assert!(graph.is_taken("b") && !graph.contains("b") && graph.node("b").is_none(), "{name}");
        assert_eq!(graph.stand_in("b").map(|node| node.id.as_str()), Some("s"), "{name}");
        assert_eq!(graph.with_ancestors(["b"]), BTreeSet::from(["r", "s"]), "{name}");
    }
}

#[test]
fn a_database_sees_the_originals_only_while_it_is_amid_them() {
    for (name, applied, begun, graph, seen, left) in [
        ("nothing", "", None, "r s d", "", "r s d"),
        ("before", "r", None, "r s d", "r", "s d"),
        ("amid", "r a", None, "r a b c d", "r a", "b c d"),
        ("nearly through", "r a b", None, "r a b c d", "r a b", "c d"),
        ("the first begun", "r", Some("a"), "r a b c d", "r", "a b c d"),
        ("the last begun", "r a b", Some("c"), "r a b c d", "r a b", "c d"),
        ("the last half undone", "r a b c", Some("c"), "r a b c d", "r a b c", "d"),
        ("through", "r a b c", None, "r s d", "r s", "d"),
        ("behind", "r a b c d", None, "r s d", "r s d", ""),
        ("squashed", "r s", None, "r s d", "r s", "d"),
        ("the squashed one begun", "r", Some("s"), "r s d", "r", "s d"),
        ("rows of both", "r s a b", None, "r s d", "r s", "d"),
    ] {
        let all = Graph::new(line()).expect(name);
        let found = all.seen_from(&set(applied), begun).expect(name);
        assert_eq!((order(&found.graph).as_str(), found.applied.clone()), (graph, set(seen)), "{name}");
        assert_eq!(ids(found.graph.path_up(&found.applied, ["d"]).into_iter().cloned()), left, "{name}");
        // Whoever knows the squashed id alone means the same place.
        assert!(found.graph.with_ancestors(["s"]).contains("r"), "{name}");
        let again = found.graph.seen_from(&set(applied), begun).expect(name);
        assert_eq!((order(&again.graph).as_str(), again.applied), (graph, set(seen)), "again {name}");
        let both = found.graph.with_stored([node("a", "r"), node("s", "r"), node("x", "c")]).expect(name);
        assert_eq!(order(&both), format!("{graph} x"), "{name}: what the database alone knows");
    }
}

#[test]
fn who_is_amid_needs_the_files() {
    for (name, files, applied, begun, expected) in [
        ("one", "c", "r a", None, Some("`c` is")),
        ("two", "b c", "r a", None, Some("`b`, `c` are")),
        ("all", "a b c", "r a b", None, Some("`a`, `b`, `c` are")),
        ("begun", "a b c", "r", Some("a"), Some("`a`, `b`, `c` are")),
        ("before", "a b c", "r", None, None),
        ("behind", "a b c", "r a b c", None, None),
        ("squashed", "a b c", "r s d", None, None),
    ] {
        let graph = Graph::new(without(files)).expect(name);
        let found = graph.seen_from(&set(applied), begun).map(|seen| order(&seen.graph));
        let expected = expected.map_or_else(
            || Ok("r s d".to_owned()),
            |missing| {
                Err(format!("the database is amid the revisions that `s` of `s.rs` replaces, and {missing} in no file"))
            },
        );
        assert_eq!(found.map_err(|error| error.to_string()), expected, "{name}");
    }
}

#[test]
fn what_can_not_be_replaced_is_said() {
    for (name, nodes, expected) in [
        (
            "out of order",
            vec![node("a", ""), node("b", "a"), squashed("s", "", "b a")],
            "`s.rs`: revision `s` replaces `b`, which does not follow the base",
        ),
        (
            "a gap",
            vec![node("a", ""), node("b", "a"), node("c", "b"), squashed("s", "", "a c")],
            "`s.rs`: revision `s` replaces `c`, which does not follow `a` alone",
        ),
        (
            "a merge",
            vec![node("a", ""), node("x", ""), node("b", "a x"), squashed("s", "", "a b")],
            "`s.rs`: revision `s` replaces `b`, which does not follow `a` alone",
        ),
        (
            "another beginning",
            vec![node("r", ""), node("a", "r"), node("b", "a"), squashed("s", "", "a b")],
            "`s.rs`: revision `s` replaces `a`, which does not follow the base",
        ),
        ("itself", vec![squashed("s", "", "s")], "`s.rs`: revision `s` replaces `s`, which replaces others itself"),
        (
            "another squashed one",
            vec![squashed("s", "", "a b"), squashed("t", "", "s c")],
            "`t.rs`: revision `t` replaces `s`, which replaces others itself",
        ),
        (
            "by two",
            vec![squashed("s", "", "a b"), squashed("t", "", "b c")],
            "revision `b` is replaced twice: by `s.rs` and `t.rs`",
        ),
        ("twice", vec![squashed("s", "", "a a")], "revision `a` is replaced twice: by `s.rs` and `s.rs`"),
        (
            "a parent that is nowhere",
            vec![squashed("s", "r", "a b")],
            "`s.rs`: revision `s` revises `r`, which is in no file",
        ),
        (
            "the id of one that is there",
            vec![node("a", ""), squashed("a", "", "b")],
            "revision `a` is in two files: `a.rs` and `a.rs`",
        ),
    ] {
        let error = Graph::new(nodes).expect_err(name);
        assert_eq!(error.to_string(), expected, "{name}");
        assert!(!error.hint().is_empty(), "{name}");
    }
}

#[test]
fn one_squashed_revision_may_follow_another() {
    let nodes = || {
        let mut nodes = line();
        nodes.extend([node("e", "d"), squashed("t", "c", "d e"), node("f", "e")]);
        nodes
    };
    let graph = Graph::new(nodes()).expect("a graph");
    assert_eq!(order(&graph), "r s t f");
    for (applied, expected) in [("r a", "r a b c t f"), ("r a b c d", "r s d e f"), ("r s d", "r s d e f")] {
        assert_eq!(order(&graph.seen_from(&set(applied), None).expect(applied).graph), expected, "{applied}");
    }
    // A branch that begins amid a line goes on behind the whole.
    let mut parted = nodes();
    parted.push(node("x", "b"));
    let graph = Graph::new(parted).expect("a graph");
    assert_eq!(ids(graph.parents("x").into_iter().cloned()), "s");
    let amid = graph.seen_from(&set("r a b"), None).expect("a graph").graph;
    assert_eq!(ids(amid.parents("x").into_iter().cloned()), "b");
}

#[test]
fn labels_and_dependencies_lead_to_what_counts() {
    let nodes = || {
        let mut nodes = line();
        nodes[2].labels = words("shop");
        nodes[5].labels = words("shop store");
        nodes.extend([
            Node { dependencies: words("b"), ..node("x", "") },
            Node { dependencies: words("shop"), ..node("y", "") },
            Node { dependencies: words("store"), ..node("z", "") },
        ]);
        nodes
    };
    let graph = Graph::new(nodes()).expect("a graph");
    let amid = graph.seen_from(&set("r a"), None).expect("a graph").graph;
    for (id, squashed, original) in [("x", "s", "b"), ("y", "s", "b"), ("z", "s", "c")] {
        assert_eq!(ids(graph.before(id).into_iter().cloned()), squashed, "{id}");
        assert_eq!(ids(amid.before(id).into_iter().cloned()), original, "{id}, amid");
    }
}

/// Numbers by chance, the same each time: a linear congruential generator, as Knuth's MMIX has it.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("31 bits") % limit.max(1)
    }
}

#[test]
fn random_graphs_are_seen_as_if_they_had_been_written_so() {
    for seed in 0..500 {
        let mut chance = Chance(seed);
        let count = 3 + chance.below(12);
        let name = |at: usize| format!("n{at:02}");
        let mut nodes: Vec<Node> = Vec::new();
        for at in 0..count {
            let parents = match (at, chance.below(5)) {
                (0, _) | (_, 0) => String::new(),
                (_, 1) => format!("{} {}", name(chance.below(at)), name(chance.below(at))),
                (_, 2) => name(chance.below(at)),
                _ => name(at - 1),
            };
            nodes.push(node(&name(at), &parents));
        }
        // As long a line as there is from a place by chance.
        let start = chance.below(count);
        let mut end = start;
        while end + 1 < count && nodes[end + 1].parents == [name(end)] && chance.below(6) > 0 {
            end += 1;
        }
        let replaced: Vec<String> = (start..=end).map(name).collect();
        let squashed = Node { replaces: replaced.clone(), ..node("s", &nodes[start].parents.join(" ")) };
        let with: Vec<Node> = nodes.iter().cloned().chain([squashed.clone()]).collect();
        let graph = Graph::new(with).unwrap_or_else(|error| panic!("seed {seed}: {error}"));

        // What a person would have written in place of the line.
        let mut contracted: Vec<Node> = nodes.iter().filter(|node| !replaced.contains(&node.id)).cloned().collect();
        contracted.push(Node { replaces: Vec::new(), ..squashed });
        for parent in contracted.iter_mut().flat_map(|node| &mut node.parents) {
            if replaced.contains(parent) {
                *parent = "s".to_owned();
            }
        }
        let (contracted, plain) = (Graph::new(contracted).expect("a graph"), Graph::new(nodes).expect("a graph"));
        same(&graph, &contracted, seed);

        let mut applied = BTreeSet::new();
        for node in plain.nodes() {
            if plain.parents(&node.id).iter().all(|parent| applied.contains(&parent.id)) && chance.below(3) > 0 {
                applied.insert(node.id.clone());
            }
        }
        let there = replaced.iter().filter(|id| applied.contains(*id)).count();
        let seen = graph.seen_from(&applied, None).expect("a graph");
        if there > 0 && there < replaced.len() {
            same(&seen.graph, &plain, seed);
            assert_eq!(seen.applied, applied, "seed {seed}");
        } else {
            same(&seen.graph, &contracted, seed);
            let expected: BTreeSet<String> =
                applied.iter().map(|id| if replaced.contains(id) { "s".to_owned() } else { id.clone() }).collect();
            assert_eq!(seen.applied, expected, "seed {seed}");
        }
    }
}

/// The same revisions with the same edges, heads and bases.
fn same(graph: &Graph, expected: &Graph, seed: u64) {
    let all = |graph: &Graph| -> BTreeSet<(String, BTreeSet<String>)> {
        let parents = |id: &str| graph.parents(id).into_iter().map(|node| node.id.clone()).collect();
        graph.nodes().map(|node| (node.id.clone(), parents(&node.id))).collect()
    };
    assert_eq!(all(graph), all(expected), "seed {seed}");
    let ends = |graph: &Graph| [graph.heads(), graph.last(), graph.bases()].map(|nodes| sorted(&nodes));
    assert_eq!(ends(graph), ends(expected), "seed {seed}");
    let up = |graph: &Graph| {
        let path = graph.path_up(&BTreeSet::new(), graph.heads().iter().map(|node| node.id.as_str()));
        sorted(&path)
    };
    assert_eq!(up(graph), up(expected), "seed {seed}");
}

fn sorted(nodes: &[&Node]) -> BTreeSet<String> {
    nodes.iter().map(|node| node.id.clone()).collect()
}

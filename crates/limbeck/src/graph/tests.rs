use super::*;

fn node(id: &str, parents: &[&str]) -> Node {
    Node {
        id: id.to_owned(),
        parents: parents.iter().map(|parent| (*parent).to_owned()).collect(),
        file: format!("{id}.rs"),
        ..Node::default()
    }
}

fn graph(edges: &[(&str, &[&str])]) -> Graph {
    Graph::new(edges.iter().map(|(id, parents)| node(id, parents))).expect("a graph")
}

fn ids(nodes: &[&Node]) -> Vec<String> {
    nodes.iter().map(|node| node.id.clone()).collect()
}

fn set(ids: &[&str]) -> BTreeSet<String> {
    ids.iter().map(|id| (*id).to_owned()).collect()
}

/// a - b - d - e, with c beside b, joined in d; z stands alone.
fn diamond() -> Graph {
    graph(&[("a", &[]), ("b", &["a"]), ("c", &["a"]), ("d", &["b", "c"]), ("e", &["d"]), ("z", &[])])
}

#[test]
fn the_parts_of_a_graph_are_found() {
    let graph = diamond();
    assert_eq!(ids(&graph.heads()), ["e", "z"]);
    assert_eq!(ids(&graph.bases()), ["a", "z"]);
    assert_eq!(ids(&graph.branch_points()), ["a"]);
    assert_eq!(ids(&graph.children("a")), ["b", "c"]);
    assert_eq!(ids(&graph.parents("d")), ["b", "c"]);
    assert_eq!(graph.with_ancestors(["d"]), BTreeSet::from(["a", "b", "c", "d"]));
    assert_eq!(graph.with_descendants(["b"]), BTreeSet::from(["b", "d", "e"]));
    assert_eq!(graph.len(), 6);
    assert!(graph.children("x").is_empty() && graph.node("x").is_none());
}

#[test]
fn the_order_is_that_of_the_files_as_far_as_parents_allow() {
    for (name, edges, expected) in [
        ("files in order", vec![("a", vec![]), ("b", vec!["a"]), ("c", vec!["a"])], "a b c"),
        ("child before parent", vec![("c", vec!["b"]), ("b", vec!["a"]), ("a", vec![]), ("z", vec![])], "a b c z"),
        ("merge", vec![("m", vec!["y", "x"]), ("x", vec!["a"]), ("y", vec!["a"]), ("a", vec![])], "a y x m"),
        ("apart", vec![("z", vec![]), ("a", vec![])], "z a"),
        ("a parent said twice", vec![("a", vec![]), ("b", vec!["a", "a"])], "a b"),
    ] {
        let graph = Graph::new(edges.iter().map(|(id, parents)| node(id, parents))).expect(name);
        let order: Vec<_> = graph.nodes().map(|node| node.id.as_str()).collect();
        assert_eq!(order.join(" "), expected, "{name}");
    }
}

#[test]
fn paths_go_up_and_down() {
    let graph = diamond();
    for (name, applied, goals, expected) in [
        ("from nothing", vec![], vec!["d"], "a b c d"),
        ("from half", vec!["a", "b"], vec!["e"], "c d e"),
        ("one side", vec!["a"], vec!["c"], "c"),
        ("there already", vec!["a", "b", "c", "d", "e"], vec!["d"], ""),
        ("all heads", vec![], vec!["e", "z"], "a b c d e z"),
    ] {
        assert_eq!(ids(&graph.path_up(&set(&applied), goals)).join(" "), expected, "up {name}");
    }
    for (name, applied, undone, expected) in [
        ("the head", vec!["a", "b", "c", "d", "e"], vec!["e"], "e"),
        ("one side takes the merge along", vec!["a", "b", "c", "d", "e"], vec!["c"], "e d c"),
        ("all", vec!["a", "b", "c", "z"], vec!["a", "z"], "z c b a"),
        ("not applied", vec!["a"], vec!["c"], ""),
    ] {
        assert_eq!(ids(&graph.path_down(&set(&applied), undone)).join(" "), expected, "down {name}");
    }
    for (name, applied, expected) in [
        ("nothing", vec![], ""),
        ("one", vec!["a"], "a"),
        ("two sides", vec!["a", "b", "c"], "b c"),
        ("merged", vec!["a", "b", "c", "d"], "d"),
        ("unknown", vec!["a", "x"], "a"),
    ] {
        assert_eq!(ids(&graph.current(&set(&applied))).join(" "), expected, "current {name}");
    }
}

#[test]
fn what_is_no_graph_is_said() {
    for (name, nodes, expected) in [
        (
            "the same id",
            vec![node("a", &[]), Node { file: "other.rs".to_owned(), ..node("a", &[]) }],
            "revision `a` is in two files: `a.rs` and `other.rs`",
        ),
        ("a missing parent", vec![node("b", &["a"])], "`b.rs`: revision `b` revises `a`, which is in no file"),
        (
            "a circle",
            vec![node("r", &[]), node("a", &["r", "c"]), node("b", &["a"]), node("c", &["b"])],
            "revisions follow or depend on each other in a circle: a -> b -> c -> a",
        ),
        ("itself", vec![node("a", &["a"])], "revisions follow or depend on each other in a circle: a -> a"),
        (
            "a word",
            vec![node("head", &[])],
            "`head.rs`: `head` can't be a revision's id: the word has a meaning of its own",
        ),
        ("no id", vec![node("", &[])], "`.rs`: `` can't be a revision's id: it is empty"),
        (
            "a sign",
            vec![node("a-1", &[])],
            "`a-1.rs`: `a-1` can't be a revision's id: it has a character that targets use, or that is no letter or digit",
        ),
    ] {
        let error = Graph::new(nodes).expect_err(name);
        assert_eq!(error.to_string(), expected, "{name}");
        assert!(!error.hint().is_empty(), "{name}");
    }
}

#[test]
fn what_only_the_database_knows_is_added() {
    let graph = graph(&[("a", &[]), ("b", &["a"])]);
    let stored = [node("a", &["nowhere"]), node("c", &["b"]), node("x", &["nowhere"])];
    let both = graph.with_stored(stored).expect("a graph");
    assert_eq!(ids(&both.heads()), ["c", "x"]);
    assert_eq!(ids(&both.parents("c")), ["b"]);
    assert!(both.parents("a").is_empty(), "the file's parents count");
}

#[test]
fn ten_thousand_revisions_in_a_row_are_walked_in_no_time() {
    const MANY: usize = 10_000;
    let id = |at: usize| format!("r{at:05}");
    // Backwards, so that the walk has to open them all at once.
    let nodes = (0..MANY).rev().map(|at| Node {
        id: id(at),
        parents: if at == 0 { Vec::new() } else { vec![id(at - 1)] },
        ..Node::default()
    });
    let started = std::time::Instant::now();
    let graph = Graph::new(nodes).expect("a graph");
    assert_eq!(ids(&graph.heads()), [id(MANY - 1)]);
    assert_eq!(graph.path_up(&BTreeSet::new(), [id(MANY - 1).as_str()]).len(), MANY);
    let all = graph.nodes().map(|node| node.id.clone()).collect();
    assert_eq!(graph.path_down(&all, [id(0).as_str()]).len(), MANY);
    assert_eq!(ids(&graph.current(&all)), [id(MANY - 1)]);
    assert!(started.elapsed().as_secs() < 5, "{:?}", started.elapsed());
}

#[test]
fn what_is_depended_on_comes_first_and_stays_a_head() {
    let depends = |id: &str, parents: &[&str], on: &[&str]| Node {
        dependencies: on.iter().map(|id| (*id).to_owned()).collect(),
        ..node(id, parents)
    };
    let graph = Graph::new([depends("a", &[], &["m"]), node("b", &["a"]), node("m", &[])]).expect("a graph");
    assert_eq!(graph.nodes().map(|node| node.id.as_str()).collect::<Vec<_>>(), ["m", "a", "b"]);
    assert_eq!((ids(&graph.heads()), ids(&graph.last())), (vec!["m".into(), "b".into()], vec!["b".to_owned()]));
    assert_eq!(ids(&graph.path_up(&BTreeSet::new(), ["b"])), ["m", "a", "b"]);
    assert_eq!(ids(&graph.path_down(&set(&["m", "a", "b"]), ["m"])), ["b", "a", "m"]);
    assert_eq!(ids(&graph.current(&set(&["m", "a"]))), ["m", "a"]);
    assert_eq!(ids(&graph.undoable(&set(&["m", "a"]))), ["a"]);
    for (name, nodes, expected) in [
        (
            "nowhere",
            vec![depends("a", &[], &["x"])],
            "`a.rs`: revision `a` depends on `x`, which is neither a revision in a file nor a label",
        ),
        ("itself", vec![depends("a", &[], &["a"])], "revisions follow or depend on each other in a circle: a -> a"),
        (
            "what follows it",
            vec![depends("a", &[], &["b"]), node("b", &["a"])],
            "revisions follow or depend on each other in a circle: a -> b -> a",
        ),
    ] {
        let error = Graph::new(nodes).expect_err(name);
        assert_eq!(error.to_string(), expected, "{name}");
        assert!(!error.hint().is_empty(), "{name}");
    }
}

#[test]
fn labels_spread_along_their_branch() {
    let labelled =
        |id: &str, parents: &[&str], label: &str| Node { labels: vec![label.to_owned()], ..node(id, parents) };
    let graph = Graph::new([
        node("a", &[]),
        node("b", &["a"]),
        node("c", &["a"]),
        labelled("d", &["c"], "shop"),
        node("e", &["d"]),
        node("m", &["b", "e"]),
        Node { dependencies: vec!["shop".to_owned()], ..node("z", &[]) },
    ])
    .expect("a graph");
    let spread = graph.spread_labels();
    let bearers: Vec<&str> = spread.iter().filter(|(_, labels)| labels.contains("shop")).map(|(id, _)| *id).collect();
    assert_eq!(bearers, ["c", "d", "e", "m"]);
    assert_eq!(graph.labelled("shop").map(|node| node.id.as_str()), Some("d"));
    assert_eq!(ids(&graph.before("z")), ["d"]);
    for (name, nodes, expected) in [
        ("twice", vec![labelled("a", &[], "x"), labelled("b", &[], "x")], "the label `x` of `b.rs` is taken by `a.rs`"),
        ("an id", vec![node("a", &[]), labelled("b", &[], "a")], "the label `a` of `b.rs` is taken by `a.rs`"),
        (
            "a sign",
            vec![labelled("a", &[], "x@y")],
            "`a.rs`: `x@y` can't be a label: it has a character that targets use, or that is no letter or digit",
        ),
        (
            "a word",
            vec![labelled("a", &[], "head")],
            "`a.rs`: `head` can't be a label: the word has a meaning of its own",
        ),
    ] {
        let error = Graph::new(nodes).expect_err(name);
        assert_eq!(error.to_string(), expected, "{name}");
        assert!(!error.hint().is_empty(), "{name}");
    }
}

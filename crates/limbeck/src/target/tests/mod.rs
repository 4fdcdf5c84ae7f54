mod branches;
mod random;
mod range;

use std::collections::BTreeSet;

use super::*;
use crate::graph::{Graph, Node};

fn graph(edges: &[(&str, &[&str])]) -> Graph {
    Graph::new(edges.iter().map(|(id, parents)| Node {
        id: (*id).to_owned(),
        parents: parents.iter().map(|parent| (*parent).to_owned()).collect(),
        ..Node::default()
    }))
    .expect("a graph")
}

/// aa1 - ab2 - ac3
fn line() -> Graph {
    graph(&[("aa1", &[]), ("ab2", &["aa1"]), ("ac3", &["ab2"])])
}

/// aa1 - (ab2, ac3) - ad4, with bz9 beside it.
fn branched() -> Graph {
    graph(&[("aa1", &[]), ("ab2", &["aa1"]), ("ac3", &["aa1"]), ("ad4", &["ab2", "ac3"]), ("bz9", &[])])
}

fn set(ids: &str) -> BTreeSet<String> {
    ids.split_whitespace().map(str::to_owned).collect()
}

fn outcome(path: Result<Vec<&Node>, TargetError>) -> String {
    match path {
        Ok(path) => path.iter().map(|node| node.id.as_str()).collect::<Vec<_>>().join(" "),
        Err(error) => {
            assert!(!error.hint().is_empty());
            format!("! {error}")
        }
    }
}

#[test]
fn targets_are_parsed_and_printed() {
    for (text, expected) in [
        ("head", Target::Head),
        ("heads", Target::Heads),
        ("base", Target::Base),
        ("7d3e", Target::Revision("7d3e".to_owned())),
        ("123456", Target::Revision("123456".to_owned())),
        ("+2", Target::steps(2)),
        ("-1", Target::steps(-1)),
        ("ab-1", Target::Steps { from: Anchor::Revision("ab".to_owned()), count: -1 }),
        ("base+2", Target::Steps { from: Anchor::Base, count: 2 }),
        ("head-1", Target::Steps { from: Anchor::Head, count: -1 }),
        ("current", Target::Current),
        ("shop@head", Target::Within { branch: "shop".to_owned(), target: Box::new(Target::Head) }),
        ("7d@-2", Target::Within { branch: "7d".to_owned(), target: Box::new(Target::steps(-2)) }),
    ] {
        assert_eq!(text.parse(), Ok(expected.clone()), "{text}");
        assert_eq!(expected.to_string(), text);
    }
    for text in [
        "",
        "+",
        "-",
        "ab+",
        "ab+x",
        "++1",
        "+-1",
        "heads+1",
        "a b",
        "x@",
        "@head",
        "x@y@head",
        "a-1@head",
        "a:b",
        "+99999999999999999999",
    ] {
        assert_eq!(text.parse::<Target>(), Err(TargetError::Malformed { text: text.to_owned() }), "{text}");
    }
}

#[test]
fn upgrades_lead_where_the_target_says() {
    for (name, graph, target, applied, expected) in [
        ("all", line(), "head", "", "aa1 ab2 ac3"),
        ("the rest", line(), "head", "aa1", "ab2 ac3"),
        ("there already", line(), "head", "aa1 ab2 ac3", ""),
        ("an empty graph", graph(&[]), "head", "", ""),
        ("whole id", line(), "ab2", "", "aa1 ab2"),
        ("beginning of an id", line(), "ab", "", "aa1 ab2"),
        ("behind", line(), "aa1", "aa1 ab2", ""),
        ("one on", line(), "+1", "aa1", "ab2"),
        ("two on from nothing", line(), "+2", "", "aa1 ab2"),
        ("none on", line(), "+0", "aa1", ""),
        ("too far", line(), "+3", "aa1", "! `+3` goes too far: there are only 2 revisions"),
        ("at the end", line(), "+1", "aa1 ab2 ac3", "! `+1` goes too far: there is no further revision"),
        ("from a revision", line(), "ac3-1", "", "aa1 ab2"),
        ("from the beginning of an id", line(), "aa+1", "", "aa1 ab2"),
        ("from the base", line(), "base+1", "", "aa1"),
        ("from the head", line(), "head-2", "", "aa1"),
        ("to the base", line(), "head-3", "", ""),
        ("beyond the base", line(), "head-4", "", "! `head-4` goes too far: there are only 3 revisions"),
        ("back", line(), "-1", "aa1", "! `-1` is no target of upgrade"),
        ("base", line(), "base", "aa1", "! `base` is no target of upgrade"),
        ("unknown", line(), "zz", "", "! there is no revision `zz`"),
        ("too short", line(), "a", "", "! `a` is too short for the beginning of an id"),
        (
            "ambiguous",
            graph(&[("aa1", &[]), ("aa2", &["aa1"])]),
            "aa",
            "",
            "! several revisions begin with `aa`: `aa1` and `aa2`",
        ),
        ("a whole id that begins another", graph(&[("aa", &[]), ("aa2", &["aa"])]), "aa", "", "aa"),
        ("several heads", branched(), "head", "", "! 2 heads are present, `ad4` and `bz9`"),
        ("all heads", branched(), "heads", "aa1 ab2", "ac3 ad4 bz9"),
        ("one of several heads", branched(), "bz", "aa1", "bz9"),
        ("a fork", branched(), "aa1+1", "", "! `aa1+1` is ambiguous: from `aa1` it goes on to `ab2` and `ac3`"),
        ("several roots", branched(), "+1", "", "! `+1` is ambiguous: from the base it goes on to `aa1` and `bz9`"),
        ("at two places", branched(), "+1", "aa1 ab2 ac3", "! `+1` is ambiguous: the database is at `ab2` and `ac3`"),
        ("over a merge", branched(), "+1", "aa1 ab2", "ac3 ad4"),
        (
            "a merge backwards",
            branched(),
            "ad4-1",
            "",
            "! `ad4-1` is ambiguous: from `ad4` it goes on to `ab2` and `ac3`",
        ),
        ("unknown in the database", line(), "head", "aa1 x9", "! the database has `x9`, which is in no file"),
        ("named, and in the database only", line(), "x9", "aa1 x99", "! the database has `x99`, which is in no file"),
        ("unknown in the database, nothing to do", line(), "ab2", "aa1 ab2 x9", ""),
    ] {
        let target: Target = target.parse().expect(name);
        assert_eq!(outcome(target.upgrade_path(&graph, &set(applied))), expected, "{name}");
    }
}

#[test]
fn downgrades_lead_where_the_target_says() {
    for (name, graph, target, applied, expected) in [
        ("all", line(), "base", "aa1 ab2 ac3", "ac3 ab2 aa1"),
        ("all of nothing", line(), "base", "", ""),
        ("to a revision", line(), "aa1", "aa1 ab2 ac3", "ac3 ab2"),
        ("to where it is", line(), "ac3", "aa1 ab2 ac3", ""),
        ("to what is not applied", line(), "ac3", "aa1", "! revision `ac3` is not applied"),
        ("one", line(), "-1", "aa1 ab2 ac3", "ac3"),
        ("all, counted", line(), "-3", "aa1 ab2 ac3", "ac3 ab2 aa1"),
        ("too many", line(), "-4", "aa1 ab2 ac3", "! `-4` goes too far: there are only 3 revisions"),
        ("one of none", line(), "-1", "", "! `-1` goes too far: there is no further revision"),
        ("from a revision", line(), "ac3-2", "aa1 ab2 ac3", "ac3 ab2"),
        ("to the base, counted", line(), "ac3-3", "aa1 ab2 ac3", "ac3 ab2 aa1"),
        ("from the base", line(), "base+1", "aa1 ab2", "ab2"),
        ("on", line(), "+1", "aa1", "! `+1` is no target of downgrade"),
        ("head", line(), "head", "aa1", "! `head` is no target of downgrade"),
        ("unknown", line(), "zz", "aa1", "! there is no revision `zz`"),
        ("a merge alone", branched(), "-1", "aa1 ab2 ac3 ad4", "ad4"),
        (
            "behind a merge",
            branched(),
            "-2",
            "aa1 ab2 ac3 ad4",
            "! `-2` is ambiguous: the database is at `ab2` and `ac3`",
        ),
        ("one side of a merge", branched(), "ab2", "aa1 ab2 ac3 ad4", "ad4"),
        ("under a fork", branched(), "aa1", "aa1 ab2 ac3 ad4 bz9", "ad4 ac3 ab2"),
        ("all branches", branched(), "base", "aa1 ab2 bz9", "bz9 ab2 aa1"),
    ] {
        let target: Target = target.parse().expect(name);
        assert_eq!(outcome(target.downgrade_path(&graph, &set(applied))), expected, "{name}");
    }
}

#[test]
fn ten_thousand_revisions_are_counted_back() {
    const MANY: usize = 10_000;
    let id = |at: usize| format!("r{at:05}");
    let graph = Graph::new((0..MANY).map(|at| Node {
        id: id(at),
        parents: if at == 0 { Vec::new() } else { vec![id(at - 1)] },
        ..Node::default()
    }))
    .expect("a graph");
    let applied = graph.nodes().map(|node| node.id.clone()).collect();
    let started = std::time::Instant::now();
    let down = Target::steps(-9_999).downgrade_path(&graph, &applied).expect("a path");
    assert_eq!((down.len(), down[0].id.as_str()), (9_999, "r09999"));
    let up = Target::Head.upgrade_path(&graph, &BTreeSet::new()).expect("a path");
    assert_eq!((up.len(), up[0].id.as_str()), (MANY, "r00000"));
    assert!(started.elapsed().as_secs() < 5, "{:?}", started.elapsed());
}

#[test]
fn the_ids_of_what_is_replaced_lead_to_what_counts() {
    let nodes = [("r1", "", ""), ("ab2", "r1", ""), ("ac3", "ab2", ""), ("d4", "ac3", ""), ("s5", "r1", "ab2 ac3")];
    let words = |text: &str| text.split_whitespace().map(str::to_owned).collect();
    let nodes = nodes.map(|(id, parents, replaces)| Node {
        id: id.to_owned(),
        parents: words(parents),
        replaces: words(replaces),
        ..Node::default()
    });
    let graph = Graph::new(nodes).expect("a graph");
    for (target, applied, up, down) in [
        ("s5", "r1", "s5", "! revision `s5` is not applied"),
        ("ac3", "r1", "s5", "! revision `s5` is not applied"),
        ("ac", "r1 ab2 ac3 d4", "", "d4"),
        ("s5", "r1 ab2 ac3 d4", "", "d4"),
        ("s5-1", "r1 ab2 ac3", "", "s5"),
        ("ac3", "r1 ab2", "ac3", "! revision `ac3` is not applied"),
        ("s5", "r1 ab2", "ac3", "! revision `ac3` is not applied"),
        ("ab2", "r1 ab2", "", ""),
        (
            "ab2",
            "r1",
            "! revision `ab2` is a part of `s5`, which is applied and undone as a whole",
            "! revision `ab2` is a part of `s5`, which is applied and undone as a whole",
        ),
        (
            "ab",
            "r1 s5 d4",
            "! revision `ab2` is a part of `s5`, which is applied and undone as a whole",
            "! revision `ab2` is a part of `s5`, which is applied and undone as a whole",
        ),
        ("zz", "r1", "! there is no revision `zz`", "! there is no revision `zz`"),
        ("r1", "r1 s5 d4", "", "d4 s5"),
    ] {
        let seen = graph.seen_from(&set(applied), None).expect("a graph");
        let parsed: Target = target.parse().expect(target);
        let name = format!("{target} from {applied}");
        assert_eq!(outcome(parsed.upgrade_path(&seen.graph, &seen.applied)), up, "up to {name}");
        assert_eq!(outcome(parsed.downgrade_path(&seen.graph, &seen.applied)), down, "down to {name}");
    }
    let error = Target::Revision("a".to_owned()).places(&graph, &set("")).expect_err("it is short");
    assert_eq!(error.to_string(), "`a` is too short for the beginning of an id");
}

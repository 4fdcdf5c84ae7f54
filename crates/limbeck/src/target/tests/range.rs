use super::{Graph, TargetError, branched, graph, line, outcome, set};
use crate::target::Range;

fn inclusive(range: &str, graph: &Graph, applied: &str) -> String {
    match range.parse::<Range>() {
        Ok(range) => outcome(range.inclusive(graph, &set(applied))),
        Err(error) => outcome(Err(error)),
    }
}

#[test]
fn a_range_has_both_of_its_ends() {
    for (name, graph, range, applied, expected) in [
        ("all", line(), ":", "", "aa1 ab2 ac3"),
        ("from a revision", line(), "ab2:", "", "ab2 ac3"),
        ("up to one", line(), ":ab", "", "aa1 ab2"),
        ("between", line(), "aa1:ab2", "", "aa1 ab2"),
        ("one", line(), "ab2:ab2", "", "ab2"),
        ("the last two", line(), "-2:", "", "aa1 ab2 ac3"),
        ("the last one before another", line(), "-1:ab2", "", "aa1 ab2"),
        ("beyond the base", line(), "-9:", "", "aa1 ab2 ac3"),
        ("on from the first", line(), "aa1:+1", "", "aa1 ab2"),
        ("on from the base", line(), "base:+2", "", "aa1 ab2"),
        ("what is applied", line(), ":current", "aa1 ab2", "aa1 ab2"),
        ("what is left", line(), "current:", "aa1 ab2", "ab2 ac3"),
        ("what was last", line(), "-1:current", "aa1 ab2", "aa1 ab2"),
        (
            "backwards",
            line(),
            "ac3:aa1",
            "",
            "! the ends of `ac3:aa1` are not on one line: the second does not follow the first",
        ),
        ("over a merge", branched(), "ab2:", "", "ab2 ad4"),
        ("into a fork", branched(), "aa1:ac3", "", "aa1 ac3"),
        (
            "on other lines",
            branched(),
            "ab2:bz9",
            "",
            "! the ends of `ab2:bz9` are not on one line: the second does not follow the first",
        ),
        ("unknown", line(), "zz:", "", "! there is no revision `zz`"),
        ("none", line(), "ab2", "", "! `ab2` is no range"),
        ("an empty graph", graph(&[]), ":", "", ""),
    ] {
        assert_eq!(inclusive(range, &graph, applied), expected, "{name}");
    }
}

#[test]
fn a_way_is_what_is_missing_between_the_ends() {
    for (name, graph, range, applied, expected) in [
        ("all", line(), ":", "", "aa1 ab2 ac3"),
        ("from a revision", line(), "ab2:", "", "ac3"),
        ("between", line(), "aa1:ab2", "", "ab2"),
        ("nothing", line(), "ab2:ab2", "", ""),
        ("the other side of a fork", branched(), "ab2:ad4", "", "ac3 ad4"),
        ("what a database lacks", line(), "current:", "aa1", "ab2 ac3"),
        ("what it has", line(), ":current", "aa1 ab2", "aa1 ab2"),
        ("one more", line(), "current:+1", "aa1", "ab2"),
    ] {
        let parsed: Range = range.parse().expect(name);
        assert_eq!(parsed.to_string(), range);
        assert_eq!(outcome(parsed.path_up(&graph, &set(applied))), expected, "{name}");
    }
}

#[test]
fn an_end_that_is_no_target_is_named() {
    assert_eq!("a b:".parse::<Range>(), Err(TargetError::Malformed { text: "a b".to_owned() }));
}

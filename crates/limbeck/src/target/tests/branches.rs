use super::{Graph, Node, Target, outcome, set};

fn node(id: &str, parents: &str, dependencies: &str, labels: &str) -> Node {
    let words = |text: &str| text.split_whitespace().map(str::to_owned).collect();
    let (parents, dependencies, labels) = (words(parents), words(dependencies), words(labels));
    Node { id: id.to_owned(), parents, dependencies, labels, ..Node::default() }
}

/// aa1 - ab2 - ac3, with the branch `shop` (as2 - as3) off aa1, and the root `mail` (mm1 - mm2), of which mm2 depends on as2.
fn shop() -> Graph {
    Graph::new([
        node("aa1", "", "", ""),
        node("ab2", "aa1", "", ""),
        node("ac3", "ab2", "", ""),
        node("as2", "aa1", "", "shop"),
        node("as3", "as2", "", ""),
        node("mm1", "", "", "mail"),
        node("mm2", "mm1", "as2", ""),
    ])
    .expect("a graph")
}

#[test]
fn upgrades_keep_to_a_branch_and_what_it_depends_on() {
    for (target, applied, expected) in [
        ("shop@head", "", "aa1 as2 as3"),
        ("as3@head", "", "aa1 as2 as3"),
        ("mail@head", "", "aa1 as2 mm1 mm2"),
        ("mail@head", "aa1 as2", "mm1 mm2"),
        ("shop", "", "aa1 as2"),
        ("shop+1", "", "aa1 as2 as3"),
        ("shop@+1", "aa1 ab2", "as2"),
        ("shop@+2", "aa1 ab2", "as2 as3"),
        ("shop@+1", "", "aa1"),
        ("shop@base+2", "", "aa1 as2"),
        ("shop@head-1", "", "aa1 as2"),
        ("shop@as", "", "! several revisions begin with `as`: `as2` and `as3`"),
        ("shop@as3", "", "aa1 as2 as3"),
        ("shop@ac3", "", "! revision `ac3` is not on the branch `shop`"),
        ("shop@mm1", "", "! revision `mm1` is not on the branch `shop`"),
        ("aa1@heads", "", "aa1 ab2 ac3 as2 as3"),
        ("aa1@head", "", "! 2 heads are present, `ac3` and `as3`"),
        ("shp@head", "", "! there is no branch `shp`; the labels are `mail` and `shop`"),
        ("a@head", "", "! there is no branch `a`; the labels are `mail` and `shop`"),
        ("heads", "", "aa1 ab2 ac3 as2 as3 mm1 mm2"),
        ("head", "", "! 3 heads are present, `ac3`, `as3` and `mm2`"),
        ("current", "aa1 ab2", ""),
        ("shop@base", "aa1", "! `shop@base` is no target of upgrade"),
        ("shop@-1", "aa1", "! `shop@-1` is no target of upgrade"),
        ("shop@+9", "aa1", "! `shop@+9` goes too far: there are only 2 revisions"),
    ] {
        let parsed: Target = target.parse().expect(target);
        assert_eq!(outcome(parsed.upgrade_path(&shop(), &set(applied))), expected, "{target} from {applied}");
    }
}

#[test]
fn downgrades_keep_to_a_branch_and_take_along_what_depends_on_it() {
    const ALL: &str = "aa1 ab2 ac3 as2 as3 mm1 mm2";
    for (target, applied, expected) in [
        ("shop@-1", ALL, "as3"),
        ("shop@-2", ALL, "mm2 as3 as2"),
        ("mail@-1", ALL, "mm2"),
        ("mail@base", ALL, "mm2 mm1"),
        ("shop@aa1", ALL, "mm2 as3 as2"),
        ("aa1", ALL, "mm2 as3 as2 ac3 ab2"),
        ("shop@base", ALL, "mm2 as3 as2 ac3 ab2 aa1"),
        ("base", ALL, "mm2 mm1 as3 as2 ac3 ab2 aa1"),
        ("as2", ALL, "as3"),
        ("mm1", ALL, "mm2"),
        ("current", ALL, ""),
        ("-1", ALL, "! `-1` is ambiguous: the database is at `ac3`, `as3` and `mm2`"),
        ("-1", "aa1 as2 mm1 mm2", "mm2"),
        ("-3", "aa1 as2 mm1 mm2", "! `-3` is ambiguous: the database is at `mm1` and `as2`"),
        ("shop@-1", "aa1 ab2", "! `shop@-1` goes too far: there is no further revision"),
        ("shop@-3", ALL, "! `shop@-3` goes too far: there are only 2 revisions"),
        ("shop@head", ALL, "! `shop@head` is no target of downgrade"),
        ("shop@+1", ALL, "! `shop@+1` is no target of downgrade"),
        ("mail@mm2-2", ALL, "mm2 mm1"),
    ] {
        let parsed: Target = target.parse().expect(target);
        assert_eq!(outcome(parsed.downgrade_path(&shop(), &set(applied))), expected, "{target} from {applied}");
    }
}

#[test]
fn places_are_those_that_alembic_names() {
    for (target, applied, expected) in [
        ("heads", "", "ac3 as3 mm2"),
        ("mail@heads", "", "mm2"),
        ("current", "aa1 as2 mm1 mm2", "as2 mm2"),
        ("current-1", "aa1 as2", "aa1"),
        ("shop@current", "aa1 as2 mm1 mm2", "as2"),
        ("shop@current", "aa1 ab2", "aa1"),
        ("base", "", ""),
        ("aa1+1", "", "! `aa1+1` is ambiguous: from `aa1` it goes on to `ab2` and `as2`"),
        ("shop@aa1+1", "", "as2"),
    ] {
        let parsed: Target = target.parse().expect(target);
        assert_eq!(outcome(parsed.places(&shop(), &set(applied))), expected, "{target} from {applied}");
    }
}

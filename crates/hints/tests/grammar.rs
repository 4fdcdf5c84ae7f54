//! Every hint, and every mistake at the token that it is about.

use limbeck_hints::{ColumnHint, Mistake, RelationHint, TableHint, column, enumeration, relation, table};
use proc_macro2::{Span, TokenStream};

/// A reader of one kind of hints that only says what it made of them.
type Read = fn(TokenStream) -> Result<String, Vec<Mistake>>;

fn shown(read: Read, source: &str) -> Result<String, Vec<Mistake>> {
    read(source.parse().expect(source))
}

const TABLE: Read = |tokens| table(tokens).map(|hints| hints.iter().map(table_hint).collect::<Vec<_>>().join("; "));
const COLUMN: Read = |tokens| column(tokens).map(|hints| hints.iter().map(column_hint).collect::<Vec<_>>().join("; "));
const RELATION: Read = |tokens| {
    let shown = |hint: &RelationHint| match hint {
        RelationHint::Name(name) => format!("name {}", name.value),
        RelationHint::Deferral(deferral) => format!("{deferral:?}"),
        RelationHint::Ignore(_) => "ignore".to_owned(),
    };
    relation(tokens).map(|hints| hints.iter().map(shown).collect::<Vec<_>>().join("; "))
};
const ENUMERATION: Read = |tokens| {
    let shown = |limbeck_hints::EnumerationHint::Schema(name): &limbeck_hints::EnumerationHint| name.value.clone();
    enumeration(tokens).map(|hints| hints.iter().map(shown).collect::<Vec<_>>().join("; "))
};

fn index(index: &limbeck_hints::IndexHint) -> String {
    let mut line = "index".to_owned();
    if let Some(name) = &index.name {
        line += &format!(" {}", name.value);
    }
    for part in &index.parts {
        line += &format!(" [{:?}", part.target);
        for (word, is_said) in [
            ("desc".to_owned(), part.descending),
            (format!("{:?}", part.nulls), part.nulls.is_some()),
            (format!("{:?}", part.operator_class), part.operator_class.is_some()),
            (format!("collate {:?}", part.collation), part.collation.is_some()),
            (format!("prefix {:?}", part.prefix), part.prefix.is_some()),
        ] {
            if is_said {
                line += &format!(" {word}");
            }
        }
        line.push(']');
    }
    for (word, text) in [("where", &index.filter), ("using", &index.method)] {
        if let Some(text) = text {
            line += &format!(" {word} {}", text.value);
        }
    }
    for column in &index.include {
        line += &format!(" include {}", column.value);
    }
    for (word, is_said) in [("unique", index.unique), ("nulls_not_distinct", index.nulls_not_distinct)] {
        if is_said {
            line += &format!(" {word}");
        }
    }
    line
}

fn unique(unique: &limbeck_hints::UniqueHint) -> String {
    let columns: Vec<_> = unique.columns.iter().map(|column| column.value.as_str()).collect();
    let name = unique.name.as_ref().map_or("-", |name| name.value.as_str());
    format!("unique {name} ({}) {} {:?}", columns.join(", "), unique.nulls_not_distinct, unique.deferral)
}

fn check(check: &limbeck_hints::CheckHint) -> String {
    format!("check {} {}", check.name.as_ref().map_or("-", |name| name.value.as_str()), check.expression.value)
}

fn table_hint(hint: &TableHint) -> String {
    match hint {
        TableHint::Index(hint) => index(hint),
        TableHint::Unique(hint) => unique(hint),
        TableHint::Check(hint) => check(hint),
        TableHint::RenamedFrom(text) => format!("from {}", text.value),
        TableHint::Comment(text) => format!("comment {}", text.value),
        TableHint::Ignore(_) => "ignore".to_owned(),
    }
}

fn column_hint(hint: &ColumnHint) -> String {
    match hint {
        ColumnHint::Index(hint) => index(hint),
        ColumnHint::Unique(hint) => unique(hint),
        ColumnHint::Check(hint) => check(hint),
        ColumnHint::Generated(hint) => format!("generated {} {}", hint.expression.value, hint.stored),
        ColumnHint::Collation(text) => format!("collation {}", text.value),
        ColumnHint::Comment(text) => format!("comment {}", text.value),
        ColumnHint::RenamedFrom(text) => format!("from {}", text.value),
        ColumnHint::ColumnType(text) => format!("type {}", text.value),
        ColumnHint::Ignore(_) => "ignore".to_owned(),
    }
}

#[test]
fn every_hint_is_read() {
    for (read, source, expected) in [
        (TABLE, "", ""),
        (TABLE, "index(columns(\"a\"))", "index [Column(\"a\")]"),
        (
            TABLE,
            "index(name = \"ix\", columns(\"a\", \"b desc nulls last\", \"(lower(c)) text_pattern_ops\"), where = \"x > 0\", using = \"gin\", include(\"d\", \"e\",), unique, nulls_not_distinct),",
            "index ix [Column(\"a\")] [Column(\"b\") desc Some(Last)] [Expression(\"lower(c)\") Some(\"text_pattern_ops\")] where x > 0 using gin include d include e unique nulls_not_distinct",
        ),
        (TABLE, "index(columns(\"a\")), index(columns(\"b\"))", "index [Column(\"a\")]; index [Column(\"b\")]"),
        (TABLE, "unique(columns(\"a\", \"b\"))", "unique - (a, b) false None"),
        (
            TABLE,
            "unique(columns(\"a\"), name = \"u\", nulls_not_distinct, deferrable)",
            "unique u (a) true Some(InitiallyImmediate)",
        ),
        (TABLE, "unique(columns(\"a\"), deferrable, initially_deferred)", "unique - (a) false Some(InitiallyDeferred)"),
        (TABLE, "unique(columns(\"a\"), initially_deferred, deferrable)", "unique - (a) false Some(InitiallyDeferred)"),
        (
            TABLE,
            "check = \"a > 0\", check(expr = r#\"b <> \"c\"\"#, name = \"ck\")",
            "check - a > 0; check ck b <> \"c\"",
        ),
        (
            TABLE,
            "renamed_from = \"old\", comment = \"sa\\\"y \\u{e9}\\n\", ignore",
            "from old; comment sa\"y é\n; ignore",
        ),
        (COLUMN, "index", "index [Own]"),
        (
            COLUMN,
            "index(name = \"i\", desc, nulls = \"first\", opclass = \"ops\", collate = \"C\", prefix = 10, where = \"a\", using = \"hash\", unique)",
            "index i [Own desc Some(First) Some(\"ops\") collate Some(\"C\") prefix Some(10)] where a using hash unique",
        ),
        (COLUMN, "index(expr = \"lower(a)\")", "index [Expression(\"lower(a)\")]"),
        (COLUMN, "unique, unique(name = \"u\")", "unique - () false None; unique u () false None"),
        (
            COLUMN,
            "index(nulls = \"last\", include(\"b\"), nulls_not_distinct, r#where = \"a\")",
            "index [Own Some(Last)] where a include b nulls_not_distinct",
        ),
        (
            COLUMN,
            "unique(nulls_not_distinct, deferrable), unique(initially_deferred)",
            "unique - () true Some(InitiallyImmediate); unique - () false Some(InitiallyDeferred)",
        ),
        (COLUMN, "check(name = \"ck\", expr = \"a > 0\"), check(expr = \"a\",)", "check ck a > 0; check - a"),
        (COLUMN, "generated = \"a + b\"", "generated a + b false"),
        (COLUMN, "generated(expr = \"a + b\", stored)", "generated a + b true"),
        (
            COLUMN,
            "collation = \"C\", comment = \"c\", renamed_from = \"x\", column_type = \"Text\", ignore, check = \"a\"",
            "collation C; comment c; from x; type Text; ignore; check - a",
        ),
        (RELATION, "name = \"fk\", deferrable", "name fk; InitiallyImmediate"),
        (RELATION, "initially_deferred, ignore", "InitiallyDeferred; ignore"),
        (ENUMERATION, "schema = \"audit\"", "audit"),
    ] {
        assert_eq!(
            shown(read, source).map_err(|mistakes| mistakes[0].message.clone()),
            Ok(expected.to_owned()),
            "{source}"
        );
    }
}

#[test]
fn strings_are_what_the_compiler_makes_of_them() {
    for (source, expected) in [
        (r#""a\\b\"c\'\0\r\t\x41\u{1_F600}""#, "a\\b\"c'\0\r\tA\u{1f600}"),
        ("r\"\"", ""),
        ("r##\"a\"#b\"##", "a\"#b"),
        ("\"a\r\nb\"", "a\nb"),
        ("r\"a\r\nb\"", "a\nb"),
        ("\"a\\\r\n  b\"", "ab"),
        ("\"a\\\n\n\tb\"", "ab"),
        // Only blanks of ASCII are passed over there.
        ("\"a\\\n\u{a0}b\"", "a\u{a0}b"),
    ] {
        let read = shown(ENUMERATION, &format!("schema = {source}"));
        assert_eq!(read.map_err(|mistakes| mistakes[0].message.clone()), Ok(expected.to_owned()), "{source}");
    }
    for source in ["b\"a\"", "c\"a\"", "br\"a\"", "\"a\"x", "r\"a\"x", "r#\"a\"#x", "'a'", "1.5"] {
        let mistakes = shown(ENUMERATION, &format!("schema = {source}")).expect_err(source);
        assert_eq!(mistakes[0].message, "`schema` takes a string in quotes", "{source}");
    }
}

/// The text that a span covers; each source here is one line.
fn covered(source: &str, span: Span) -> String {
    let characters: Vec<char> = source.chars().collect();
    characters[span.start().column..span.end().column].iter().collect()
}

#[test]
fn every_mistake_is_told_at_its_token() {
    for (read, source, at, message, help) in [
        (TABLE, "indx(columns(\"a\"))", "indx", "unknown key `indx`", "did you mean `index`?"),
        (TABLE, "zzzzzz", "zzzzzz", "unknown key `zzzzzz`", "known here are `index`, `unique`"),
        (TABLE, "index", "index", "an index of a table names its columns", "columns(\"a\", \"b desc\")"),
        (TABLE, "index = \"a\"", "index", "`index` takes no value behind `=`", "index(..)"),
        (TABLE, "index(columns = \"a\")", "columns", "`columns` takes strings in parentheses", "columns(\"a\", \"b\")"),
        (TABLE, "index(columns())", "columns", "`columns` takes strings in parentheses", ""),
        (TABLE, "index(columns(a))", "a", "`columns` takes strings in parentheses", ""),
        (TABLE, "index(columns(\"lower(x)\"))", "\"lower(x)\"", "`lower(x)` is no member of an index", "expression"),
        (TABLE, "index(columns(\"a\"), wher = \"b\")", "wher", "unknown key `wher`", "did you mean `where`?"),
        (TABLE, "index(columns(\"a\"), where = 3)", "3", "`where` takes a string in quotes", "where = \"..\""),
        (TABLE, "index(columns(\"a\"), unique = true)", "unique", "`unique` stands alone, without a value", ""),
        (TABLE, "unique", "unique", "a unique constraint of a table names its columns", "unique(columns"),
        (TABLE, "unique(columns(\"a\"), where = \"b\")", "where", "unknown key `where`", ""),
        (TABLE, "check(name = \"a\")", "check", "a check says what has to hold", "expr"),
        (TABLE, "check", "check", "`check` takes a string in quotes", ""),
        (TABLE, "comment = \"a\", comment = \"b\"", "comment", "`comment` stands here a second time", ""),
        (TABLE, "comment", "comment", "`comment` takes a string in quotes", ""),
        (TABLE, "comment = ", "comment", "a value is missing behind this key", ""),
        (TABLE, "comment = , ignore", ",", "a value is missing before this comma", ""),
        (TABLE, "comment = x", "x", "`comment` takes a string in quotes", ""),
        (TABLE, "ignore renamed_from = \"x\"", "renamed_from", "a comma is missing before this", ""),
        (TABLE, "\"a\"", "\"a\"", "a key is expected before this string", ""),
        (TABLE, "3", "3", "a string in quotes is expected here", ""),
        (TABLE, "= 3", "=", "`=` is not expected here", ""),
        (TABLE, "ignore(x)", "ignore", "`ignore` stands alone, without a value", ""),
        (COLUMN, "index(columns(\"a\"))", "columns", "unknown key `columns`", ""),
        (COLUMN, "index(nulls = \"middle\")", "\"middle\"", "`nulls` is `\"first\"` or `\"last\"`", ""),
        (COLUMN, "index(prefix = \"x\")", "\"x\"", "`prefix` takes a number", "prefix = 10"),
        (COLUMN, "index(prefix)", "prefix", "`prefix` takes a number", "prefix = 10"),
        (COLUMN, "index(prefix = 10u32)", "10u32", "`prefix` takes a number", "prefix = 10"),
        (COLUMN, "index(prefix = -1)", "-", "`prefix` takes a number", "prefix = 10"),
        (COLUMN, "index(nulls = last)", "last", "`nulls` takes a string in quotes", "nulls = \"..\""),
        (COLUMN, "index(unique, unique)", "unique", "`unique` stands here a second time", ""),
        (COLUMN, "index(desc = \"yes\")", "desc", "`desc` stands alone, without a value", ""),
        (COLUMN, "index(expr(x))", "expr", "`expr` takes a string in quotes", "expr = \"..\""),
        (COLUMN, "unique(columns(\"a\"))", "columns", "unknown key `columns`", "known here are `name`"),
        (COLUMN, "unique = \"u\"", "unique", "`unique` takes no value behind `=`", "unique(..)"),
        (COLUMN, "check(exp = \"a\")", "exp", "unknown key `exp`", "did you mean `expr`?"),
        (COLUMN, "comment = concat!(\"a\", \"b\")", "concat", "`comment` takes a string in quotes", ""),
        (COLUMN, "generated", "generated", "`generated` takes a string in quotes", "generated = \"..\""),
        (COLUMN, "generated(expr = \"a\", virtual)", "virtual", "unknown key `virtual`", "`stored`"),
        (COLUMN, "generated(stored)", "generated", "a computed column says by what", "expr"),
        (COLUMN, "defalt = \"x\"", "defalt", "unknown key `defalt`", ""),
        (RELATION, "nam = \"x\"", "nam", "unknown key `nam`", "did you mean `name`?"),
        (RELATION, "deferrable = true", "deferrable", "`deferrable` stands alone, without a value", ""),
        (RELATION, "name = \"a\", name = \"b\"", "name", "`name` stands here a second time", ""),
        (ENUMERATION, "ignore", "ignore", "unknown key `ignore`", "known here are `schema`"),
        (ENUMERATION, "schema", "schema", "`schema` takes a string in quotes", "schema = \"..\""),
        (ENUMERATION, "shema = \"x\"", "shema", "unknown key `shema`", "did you mean `schema`?"),
    ] {
        let mistakes = shown(read, source).expect_err(source);
        let mistake = &mistakes[0];
        assert_eq!(mistake.message, message, "{source}");
        assert!(mistake.help.as_deref().unwrap_or_default().contains(help), "{source}: {:?}", mistake.help);
        let covered = covered(source, mistake.span);
        assert_eq!(covered, at, "{source}");
    }
}

#[test]
fn no_input_is_too_much() {
    let deep = format!("index{}{}", "(a".repeat(100_000), ")".repeat(100_000));
    for source in [deep, "a".repeat(1_000_000), format!("comment{}", " = \"".repeat(999) + "\"")] {
        let mistakes = shown(TABLE, &source).expect_err("nothing of it is a hint");
        assert!(!mistakes.is_empty());
    }
}

#[test]
fn all_mistakes_are_told_at_once() {
    // What is wrong once is told once.
    for source in ["index(prefix = -1, desc)", "comment = concat!(\"a\"), ignore", "comment = a::B, ignore"] {
        assert_eq!(shown(COLUMN, source).expect_err(source).len(), 1, "{source}");
    }
    let mistakes = shown(TABLE, "indx, index(columns(\"a b c\"), wher = \"x\"), check(nam = \"x\")").expect_err("four");
    let messages: Vec<_> = mistakes.iter().map(|mistake| mistake.message.as_str()).collect();
    assert_eq!(
        messages,
        [
            "unknown key `indx`",
            "unknown key `wher`",
            "`c` is not understood here",
            "unknown key `nam`",
            "a check says what has to hold"
        ]
    );
}

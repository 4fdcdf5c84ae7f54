use super::canonical;
use crate::Dialect::{self, MariaDb, Postgres, Sqlite};

/// What was written, and what PostgreSQL 15 and MariaDB 10.11 made of it in a check (measured).
const MEASURED: [(&str, &str, &str); 33] = [
    ("n > -1", "n > '-1'::integer", "`n` > -1"),
    ("n > -2 AND n <> 13", "(n > '-2'::integer) AND (n <> 13)", "`n` > -2 and `n` <> 13"),
    (
        "status IN ('new','old') OR status LIKE 'x%'",
        "((status)::text = ANY ((ARRAY['new'::character varying, 'old'::character varying])::text[])) OR ((status)::text ~~ 'x%'::text)",
        "`status` in ('new','old') or `status` like 'x%'",
    ),
    (
        "status NOT IN ('new','old')",
        "(status)::text <> ALL ((ARRAY['new'::character varying, 'old'::character varying])::text[])",
        "`status` not in ('new','old')",
    ),
    ("status IN ('new')", "(status)::text = 'new'::text", "`status` = 'new'"),
    (
        "status NOT LIKE 'x%' AND n != 3",
        "((status)::text !~~ 'x%'::text) AND (n <> 3)",
        "`status`  not like 'x%' and `n` <> 3",
    ),
    ("n BETWEEN -5 AND 100", "(n >= '-5'::integer) AND (n <= 100)", "`n` between -5 and 100"),
    ("n NOT BETWEEN 1 AND 3", "(n < 1) OR (n > 3)", "`n` not between 1 and 3"),
    (
        "m IS NULL OR (m >= n AND NOT m = 13)",
        "(m IS NULL) OR ((m >= n) AND (NOT (m = 13)))",
        "`m` is null or `m` >= `n` and `m` <> 13",
    ),
    ("NOT (n > 1 AND m < 3)", "NOT ((n > 1) AND (m < 3))", "`n` <= 1 or `m` >= 3"),
    ("NOT (n IN (1,2))", "NOT (n = ANY (ARRAY[1, 2]))", "`n` not in (1,2)"),
    ("NOT (m IS NULL)", "NOT (m IS NULL)", "`m` is not null"),
    ("active = true", "active = true", "`active` = 1"),
    ("active", "active", "`active`"),
    ("NOT active", "NOT active", "`active` = 0"),
    ("active IS TRUE", "active IS TRUE", "`active` is true"),
    ("price > 0", "price > (0)::numeric", "`price` > 0"),
    (
        "price >= 1.50 AND price < 1e3",
        "(price >= 1.50) AND (price < '1000'::numeric)",
        "`price` >= 1.50 and `price` < 1e3",
    ),
    ("length(status) > 3", "length((status)::text) > 3", "octet_length(`status`) > 3"),
    ("char_length(status) > 3", "char_length((status)::text) > 3", "char_length(`status`) > 3"),
    ("lower(status) = status", "lower((status)::text) = (status)::text", "lcase(`status`) = `status`"),
    ("upper(status) = 'A'", "upper((status)::text) = 'A'::text", "ucase(`status`) = 'A'"),
    ("coalesce(m, 0) > 0", "COALESCE(m, 0) > 0", "coalesce(`m`,0) > 0"),
    ("n * 2 + 1 > m - 3", "((n * 2) + 1) > (m - 3)", "`n` * 2 + 1 > `m` - 3"),
    ("(n + 1) * 2 > m", "((n + 1) * 2) > m", "(`n` + 1) * 2 > `m`"),
    ("n % 2 = 0", "(n % 2) = 0", "`n` MOD 2 = 0"),
    ("-n < 3", "(- n) < 3", "-`n` < 3"),
    ("status <> ''", "(status)::text <> ''::text", "`status` <> ''"),
    (
        "CASE WHEN n > 0 THEN 1 ELSE 2 END = 1",
        "\nCASE\n    WHEN (n > 0) THEN 1\n    ELSE 2\nEND = 1",
        "case when `n` > 0 then 1 else 2 end = 1",
    ),
    ("d > '2020-01-01'", "d > '2020-01-01'::date", "`d` > '2020-01-01'"),
    (
        "substring(status, 1, 2) = 'ab'",
        "\"substring\"((status)::text, 1, 2) = 'ab'::text",
        "substr(`status`,1,2) = 'ab'",
    ),
    ("n = 1 OR n = 2 AND m = 3", "(n = 1) OR ((n = 2) AND (m = 3))", "`n` = 1 or `n` = 2 and `m` = 3"),
    ("(n = 1 OR n = 2) AND m = 3", "((n = 1) OR (n = 2)) AND (m = 3)", "(`n` = 1 or `n` = 2) and `m` = 3"),
];

#[test]
fn servers_words_are_those_that_were_written() {
    for (written, postgres, mariadb) in MEASURED {
        for (dialect, kept) in [(Postgres, postgres), (MariaDb, mariadb), (Sqlite, written)] {
            let form = canonical(written, dialect);
            assert!(form.is_some(), "{written} on {dialect}");
            assert_eq!(form, canonical(kept, dialect), "{written} on {dialect}");
        }
    }
}

/// A form that makes everything equal would pass the test above.
#[test]
fn other_expressions_have_other_forms() {
    for dialect in [Sqlite, Postgres, MariaDb] {
        for (at, (one, ..)) in MEASURED.iter().enumerate() {
            for (other, ..) in &MEASURED[at + 1..] {
                assert_ne!(canonical(one, dialect), canonical(other, dialect), "{one}, {other} on {dialect}");
            }
        }
    }
    let pairs = [
        ("a - (b - c)", "a - b - c"),
        ("a OR b AND c", "(a OR b) AND c"),
        ("NOT a AND b", "NOT (a AND b)"),
        ("a = 'X'", "a = 'x'"),
        ("\"A\" = 1", "a = 1"),
        ("a < 1", "a <= 1"),
        ("a IS NULL", "a IS NOT NULL"),
        ("f(a, b)", "f(b, a)"),
        ("a = '1'", "a = 1"),
        ("a -> 'b' = c", "a ->> 'b' = c"),
    ];
    for (one, other) in pairs {
        assert_ne!(canonical(one, Postgres), canonical(other, Postgres), "{one}, {other}");
    }
}

#[test]
fn what_the_grammar_does_not_know_has_no_form() {
    for sql in [
        "",
        "a +",
        "(a",
        "a b",
        "extract(year FROM d) > 2000",
        "a IN (SELECT b FROM c)",
        "position('a' IN b) > 0",
        "a LIKE 'x' ESCAPE '!'",
        "'open",
        "a = ANY (b)",
        "a NOT",
        "::",
        "\"",
        "INTERVAL '1 day' > d",
    ] {
        for dialect in Dialect::ALL {
            assert_eq!(canonical(sql, dialect), None, "{sql} on {dialect}");
        }
    }
    let deep = format!("{}a{}", "(".repeat(10_000), ")".repeat(10_000));
    assert_eq!(canonical(&deep, Postgres), None);
    assert_eq!(canonical(&format!("{} a", "-".repeat(10_000)), Postgres), None);
}

use super::{Casts, canonical as form, is_one_expression};
use crate::Dialect::{self, MariaDb, Postgres, Sqlite};

/// The form that compares.
fn canonical(sql: &str, dialect: Dialect) -> Option<String> {
    form(sql, dialect, Casts::Written)
}

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
        "a IN (SELECT b FROM c)",
        "a LIKE 'x' ESCAPE '!'",
        "'open",
        "a = ANY (SELECT b FROM c)",
        "extract(year)",
        "a > 0 -- b",
        "a /* b */ > 0",
        "trim(both 'x')",
        "a NOT",
        "::",
        "\"",
    ] {
        for dialect in Dialect::ALL {
            assert_eq!(canonical(sql, dialect), None, "{sql} on {dialect}");
        }
    }
    let deep = format!("{}a{}", "(".repeat(10_000), ")".repeat(10_000));
    assert_eq!(canonical(&deep, Postgres), None);
    assert_eq!(canonical(&format!("{} a", "-".repeat(10_000)), Postgres), None);
}

/// What was written, and what a server kept of it in a check (measured by hand on PostgreSQL 15 and MariaDB 10.11).
#[test]
fn kept_forms_are_equal_to_the_written_ones() {
    let pairs = [
        (Postgres, "p > 0 AND p < 10", "((p > (0)::numeric) AND (p < (10)::numeric))"),
        (Postgres, "label IN ('a','b')", "(label = ANY (ARRAY['a'::text, 'b'::text]))"),
        (Postgres, "high >= low", "(high >= low)"),
        (Postgres, "net <= gross * 2", "(net <= (gross * (2)::numeric))"),
        (Postgres, "n <> '' OR c IS NULL", "(((n)::text <> ''::text) OR (c IS NULL))"),
        (Postgres, "p > -1.50", "(p > '-1.50'::numeric)"),
        (
            Postgres,
            "h * l ^ 2 > 3",
            "(((h)::double precision * ((l)::double precision ^ (2)::double precision)) > (3)::double precision)",
        ),
        (Postgres, "l | h & 4 > 0", "(((l | h) & 4) > 0)"),
        (
            Postgres,
            "p::int4 > 0 AND CAST(d AS timestamp(3)) > e",
            "(((p)::integer > 0) AND ((d)::timestamp(3) without time zone > e))",
        ),
        (Postgres, "(l > 0) = (h > 0)", "((l > 0) = (h > 0))"),
        (Postgres, "p < 'Infinity'", "(p < 'Infinity'::numeric)"),
        (Postgres, "label = ANY (tags)", "(label = ANY (tags))"),
        (Postgres, "l = ANY ('{a,b}') AND l <> 'c'", "((l = ANY ('{a,b}'::text[])) AND (l <> 'c'::text))"),
        (Postgres, "span > INTERVAL '1 day'", "(span > '1 day'::interval)"),
        (Postgres, "a IS NOT DISTINCT FROM c", "(NOT (a IS DISTINCT FROM (c)::text))"),
        (Postgres, "CAST(low AS bigint) > 1", "((low)::bigint > 1)"),
        (Postgres, "a COLLATE \"C\" > 'a'", "((a COLLATE \"C\") > 'a'::text)"),
        (Postgres, "\"order\" > 0 AND \"Camel\" > 0", "((\"order\" > 0) AND (\"Camel\" > 0))"),
        (Postgres, "a = E'a\\nb\\'c\\\\'", "(a = 'a\nb''c\\'::text)"),
        (Postgres, "substring(n from 1 for 2) = 'ab'", "(SUBSTRING(n FROM 1 FOR 2) = 'ab'::text)"),
        (Postgres, "trim(n) <> ''", "(TRIM(BOTH FROM n) <> ''::text)"),
        (Postgres, "extract(year from d) > 2000", "(EXTRACT(year FROM d) > (2000)::numeric)"),
        (Postgres, "position('a' in n) > 0", "(POSITION(('a'::text) IN (n)) > 0)"),
        (Postgres, "p / 2.0 > 1 AND p > -1", "(((p / 2.0) > (1)::numeric) AND (p > ('-1'::integer)::numeric))"),
        (Postgres, "n ~ '^a' AND n !~* 'b'", "(((n)::text ~ '^a'::text) AND ((n)::text !~* 'b'::text))"),
        (MariaDb, "name = 'it''s'", "`name` = 'it\\'s'"),
        (MariaDb, "name = \"it's\"", "`name` = 'it\\'s'"),
        (MariaDb, "name || code <> 'x'", "`name` <> 0 or `code` <> 'x'"),
        (MariaDb, "l && h || s", "`l` <> 0 and `h` <> 0 or `s` <> 0"),
        (MariaDb, "power(l, 2) > 3 AND ceil(p) > 1", "pow(`l`,2) > 3 and ceiling(`p`) > 1"),
        (MariaDb, "mid(name, 1, 2) = 'a'", "substr(`name`,1,2) = 'a'"),
        (MariaDb, "substring(name from 1 for 2) = 'a'", "substr(`name`,1,2) = 'a'"),
        (MariaDb, "date(seen) = seen", "cast(`seen` as date) = `seen`"),
        (MariaDb, "Camel > 0 AND `order` > 0", "`Camel` > 0 and `order` > 0"),
        (MariaDb, "l DIV 2 = 1 XOR h = 1", "`l` DIV 2 = 1 xor `h` = 1"),
        (MariaDb, "name NOT REGEXP '^a'", "!(`name` regexp '^a')"),
        (MariaDb, "(l > 0) = (h > 0)", "`l` > 0 = (`h` > 0)"),
        (MariaDb, "NOT NOT l", "`l` <> 0"),
        (
            MariaDb,
            "trim(both 'x' from n) = 'a' OR position('a' in n) > 1",
            "trim(both 'x' from `n`) = 'a' or locate('a',`n`) > 1",
        ),
        (MariaDb, "NOT json_valid(a) OR json_valid(b) AND c", "!json_valid(`a`) or json_valid(`b`) and `c` <> 0"),
        (MariaDb, "a & 4 | b << 2", "`a` & 4 | `b` << 2"),
        (MariaDb, "l <=> h", "`l` <=> `h`"),
        (Sqlite, "\"a\" == 1", "a = 1"),
        (Sqlite, "a || b > c", "(a || b) > c"),
    ];
    for (dialect, written, kept) in pairs {
        let form = canonical(written, dialect);
        assert!(form.is_some(), "{written} on {dialect}");
        assert_eq!(form, canonical(kept, dialect), "{written} on {dialect}");
    }
}

/// What the catalog adds by itself may have been written as well, with another meaning; where casts count, it is told apart.
#[test]
fn casts_that_may_be_the_servers_count_only_when_they_are_asked_for() {
    for (one, other) in [
        ("n / 2 > 1", "((n)::numeric / (2)::numeric) > (1)::numeric"),
        ("code = name", "(code)::text = name"),
        ("s IN ('a', 'b')", "(s)::text = ANY ((ARRAY['a'::character varying, 'b'::character varying])::text[])"),
    ] {
        let forms = |casts| (form(one, Postgres, casts), form(other, Postgres, casts));
        let (written, other_written) = forms(Casts::Written);
        assert_eq!(written, other_written, "{one}");
        let (all, other_all) = forms(Casts::All);
        assert!(all.is_some() && other_all.is_some(), "{one}");
        assert_ne!(all, other_all, "{one}");
    }
    assert_eq!(form("n::int8 > 0", Postgres, Casts::All), form("((n)::bigint > 0)", Postgres, Casts::All));
}

/// For each rule a pair that it must not make equal.
#[test]
fn what_differs_in_meaning_stays_different() {
    let pairs = [
        (Postgres, "a * b ^ c > 0", "(a * b) ^ c > 0"),
        (Postgres, "price::integer > 0", "price > 0"),
        (Postgres, "CAST(price AS int) > 0", "price > 0"),
        (Postgres, "d::date = e", "d = e"),
        (Postgres, "f(ARRAY[a, b]::smallint[]) > 0", "f(ARRAY[a, b]) > 0"),
        (Postgres, "f(ARRAY['1', b]::smallint[]) > 0", "f(ARRAY['1', b]) > 0"),
        (Postgres, "a::varchar(3) = 'abc'", "a = 'abc'"),
        (Postgres, "a::numeric(5,1) > 0", "a::numeric(7,2) > 0"),
        (Postgres, "d::timestamp(0) = e", "d = e"),
        (Postgres, "a::int[] = b", "a = b"),
        (Postgres, "n / 2.0 > 1", "n / 2 > 1"),
        (Postgres, "\"true\" = a", "true = a"),
        (Postgres, "\"null\" = a", "null = a"),
        (Postgres, "\"current_date\" > a", "current_date > a"),
        (Postgres, "a = E'x\\ny'", "a = 'x\\ny'"),
        (Postgres, "a = 'x\\\\'", "a = E'x\\\\'"),
        (Postgres, "a = ANY (b)", "a = ALL (b)"),
        (Postgres, "a = ANY (b)", "a <> ANY (b)"),
        (Postgres, "a IN (1, 2)", "a NOT IN (1, 2)"),
        (Postgres, "a IN (1, 2)", "a IN (2, 3)"),
        (Postgres, "a BETWEEN 1 AND 2", "a NOT BETWEEN 1 AND 2"),
        (Postgres, "a LIKE 'x'", "a ILIKE 'x'"),
        (Postgres, "a ~ 'x'", "a ~* 'x'"),
        (Postgres, "a IS DISTINCT FROM b", "a <> b"),
        (Postgres, "a IS TRUE", "a = true"),
        (Postgres, "trim(leading from a) = ''", "trim(trailing from a) = ''"),
        (Postgres, "extract(year from d) > 1", "extract(month from d) > 1"),
        (Postgres, "a COLLATE \"C\" > b", "a > b"),
        (Postgres, "now() > d", "current_timestamp > d"),
        (Postgres, "length(a) > 1", "octet_length(a) > 1"),
        (Postgres, "p > -1", "p > 1"),
        (MariaDb, "length(a) > 1", "char_length(a) > 1"),
        (MariaDb, "a | b & c", "(a | b) & c"),
        (MariaDb, "a || b AND c", "(a || b) AND c"),
        (MariaDb, "a = 'x\\\\'", "a = 'x'"),
        (MariaDb, "a AND b", "a = 0 AND b <> 0"),
        (MariaDb, "a XOR b", "a OR b"),
        (MariaDb, "a REGEXP 'x'", "a NOT REGEXP 'x'"),
        (MariaDb, "'Camel' > 0", "`Camel` > 0"),
        (Sqlite, "a || b * c", "a || (b * c)"),
        (Sqlite, "NOT NOT n = 5", "NOT n = 5"),
        (Sqlite, "(NOT NOT n) + 1 > 1", "n + 1 > 1"),
        (Sqlite, "length(a) > 1", "octet_length(a) > 1"),
        (Sqlite, "upper(a) = 'A'", "ucase(a) = 'A'"),
    ];
    for (dialect, one, other) in pairs {
        let (one_form, other_form) = (canonical(one, dialect), canonical(other, dialect));
        assert!(one_form.is_some() && other_form.is_some(), "{one}, {other} on {dialect}");
        assert_ne!(one_form, other_form, "{one}, {other} on {dialect}");
    }
}

/// Each of these would nest, double or be read again without end.
#[test]
fn what_is_too_much_is_given_up_soon() {
    let times = 20_000;
    let nested = |before: &str, after: &str| format!("{}a{}", before.repeat(times), after.repeat(times));
    for (name, sql) in [
        ("a chain of sums", format!("a{}", " + a".repeat(times))),
        ("a chain of conditions", format!("a{}", " IS NULL".repeat(times))),
        ("negations", format!("{}a", "NOT ".repeat(times))),
        ("collations", format!("a{}", " COLLATE b".repeat(times))),
        ("parentheses", nested("(", ")")),
        ("ranges in ranges", format!("{}a{}", "(".repeat(40), " BETWEEN 1 AND 2)".repeat(40))),
        ("calls", nested("trim(", ")")),
        ("rows of calls", nested("substring(", " from 1)")),
    ] {
        for dialect in Dialect::ALL {
            assert_eq!(canonical(&sql, dialect), None, "{name} on {dialect}");
        }
    }
    let calls = format!("{}a{}", "trim(".repeat(40), ")".repeat(40));
    assert!(canonical(&calls, Postgres).is_some(), "calls that are few enough");
    let conditions = format!("a = 0{}", " AND a = 1".repeat(2_000));
    assert!(canonical(&conditions, Postgres).is_some(), "conditions in one row do not nest");
}

/// Texts that are nearly expressions: a panic is the failure.
#[test]
fn no_text_is_a_panic() {
    const BITS: [&str; 24] = [
        "'",
        "\"",
        "`",
        "\\",
        "(",
        ")",
        "[",
        "]",
        "::",
        ",",
        ".",
        "é",
        "🦀",
        "E'",
        "$",
        "-",
        "1e",
        "||",
        " not ",
        " between ",
        " and ",
        "case ",
        " is ",
        "any(",
    ];
    let mut seed = 0x2545_F491_4F6C_DD1D_u64;
    let mut below = |limit: usize| {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        usize::try_from(seed % u64::try_from(limit.max(1)).unwrap_or(1)).unwrap_or(0)
    };
    for _ in 0..60 {
        for (written, postgres, mariadb) in MEASURED {
            for text in [written, postgres, mariadb] {
                let mut characters = text.chars().collect::<Vec<_>>();
                for _ in 0..=below(4) {
                    let at = below(characters.len());
                    if below(2) == 0 && !characters.is_empty() {
                        characters.remove(at);
                    } else {
                        characters.splice(at..at, BITS[below(BITS.len())].chars());
                    }
                }
                let sql = characters.into_iter().collect::<String>();
                for dialect in Dialect::ALL {
                    let _ = canonical(&sql, dialect);
                }
            }
        }
    }
}

#[test]
fn what_is_more_or_less_than_an_expression_is_told() {
    for (sql, dialect, expected) in [
        ("a > 0", Postgres, true),
        ("a = ';' OR b = '--'", Postgres, true),
        ("a = E'it\\'s'", Postgres, true),
        ("a = 'it\\'s'", MariaDb, true),
        ("a IN (SELECT b FROM c)", Postgres, true),
        ("a > 0); DROP TABLE b; --", Postgres, false),
        ("1); SELECT (1", Postgres, false),
        ("a > 0 -- b", Sqlite, false),
        ("a > /* b */ 0", MariaDb, false),
        ("a) > (b", Postgres, false),
        ("(a", Postgres, false),
        ("a = 'x", Postgres, false),
        ("\"a", Postgres, false),
        ("a = $$x$$", Postgres, false),
        (" ", Sqlite, false),
    ] {
        assert_eq!(is_one_expression(sql, dialect), expected, "{sql} on {dialect}");
    }
}

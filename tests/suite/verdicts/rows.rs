use limbeck_schema::{
    Check, Column, ColumnType, Dialect, Expression, Generated, Index, IndexPart, StringLength, Table,
};

/// What an expression is for.
#[derive(Clone, Copy, Debug)]
pub enum What {
    Check,
    Filter,
    Part,
    /// A computed column of this type.
    Computed(fn() -> ColumnType),
    /// The default of this column.
    Default(&'static str),
    /// What an UPDATE sets this column to.
    OnUpdate(&'static str),
}

/// An expression as somebody writes it, and others that are not the same.
pub struct Row {
    pub dialects: &'static [Dialect],
    pub what: What,
    pub text: &'static str,
    pub twins: &'static [&'static str],
}

const POSTGRES: &[Dialect] = &[Dialect::Postgres];
const MARIADB: &[Dialect] = &[Dialect::MariaDb];
const BOTH: &[Dialect] = &[Dialect::Postgres, Dialect::MariaDb];

pub fn rows() -> Vec<Row> {
    let sets = [checks(), postgres_checks(), mariadb_checks(), indexes(), computed(), defaults()];
    sets.into_iter().flatten().collect()
}

fn all(dialects: &'static [Dialect], what: What, rows: &[(&'static str, &'static [&'static str])]) -> Vec<Row> {
    rows.iter().map(|(text, twins)| Row { dialects, what, text, twins }).collect()
}

fn checks() -> Vec<Row> {
    all(
        BOTH,
        What::Check,
        &[
            ("n > -1", &["n > 1", "n >= -1"]),
            ("code IN ('a', 'b')", &["code IN ('a', 'c')", "code NOT IN ('a', 'b')"]),
            ("code NOT IN ('a', 'b')", &["code NOT IN ('a')"]),
            ("code IN ('a')", &["code IN ('b')"]),
            ("n BETWEEN -5 AND 100", &["n BETWEEN 5 AND 100", "n NOT BETWEEN -5 AND 100"]),
            ("n NOT BETWEEN 1 AND 3", &["n NOT BETWEEN 1 AND 4"]),
            ("code LIKE 'x%' AND name NOT LIKE '%y'", &["code LIKE 'x%' AND name LIKE '%y'"]),
            ("CASE WHEN n > 0 THEN 1 ELSE 2 END = 1", &["CASE WHEN n > 0 THEN 2 ELSE 1 END = 1"]),
            ("CASE code WHEN 'a' THEN n ELSE 0 END > 1", &["CASE code WHEN 'b' THEN n ELSE 0 END > 1"]),
            ("coalesce(m, 0) > 0", &["coalesce(m, 1) > 0"]),
            ("coalesce(h, n) > 0", &["coalesce(n, h) > 0"]),
            ("lower(code) = code", &["upper(code) = code"]),
            ("NOT n = m", &["n = m"]),
            ("NOT (n > 1 OR m < 3)", &["NOT (n > 1 AND m < 3)"]),
            ("((n + (m)) > ((3)))", &["n - m > 3"]),
            ("n * 2 + 1 > m - 3", &["n * (2 + 1) > m - 3"]),
            ("price > 0 AND price < 1e3", &["price > 0 AND price < 1e4"]),
            ("n > price", &["n >= price"]),
            ("ratio * n > 1.5", &["ratio * h > 1.5"]),
            ("char_length(code) > 3 AND length(name) < 9", &["char_length(name) > 3 AND length(code) < 9"]),
            ("day > '2020-01-01'", &["day > '2020-01-02'"]),
            ("extract(year from day) > 2000", &["extract(month from day) > 2000"]),
            ("substring(code from 1 for 2) = 'ab'", &["substring(code from 1 for 3) = 'ab'"]),
            ("trim(code) <> ''", &["code <> ''"]),
            ("m IS NULL OR (m >= n AND NOT m = 13)", &["m IS NULL OR (m >= n AND m = 13)"]),
            ("name <> 'it''s; -- \"so\"'", &["name <> 'its; -- \"so\"'"]),
            ("name <> 'żółw'", &["name <> 'zolw'"]),
        ],
    )
}

fn postgres_checks() -> Vec<Row> {
    all(
        POSTGRES,
        What::Check,
        &[
            ("code ILIKE 'x%'", &["code LIKE 'x%'"]),
            ("code ~ '^[a-z]+$'", &["code ~* '^[a-z]+$'", "code !~ '^[a-z]+$'"]),
            ("data ->> 'a' = 'b' AND data @> '{\"a\": 1}'", &["data ->> 'a' = 'c' AND data @> '{\"a\": 1}'"]),
            ("(data #>> '{a,b}')::int > 0", &["(data #>> '{a,c}')::int > 0"]),
            ("jsonb_typeof(data -> 'a') = 'array'", &["jsonb_typeof(data -> 'b') = 'array'"]),
            ("at > day + interval '1 day'", &["at > day + interval '2 days'", "at > day - interval '1 day'"]),
            ("age(at) < INTERVAL '1 year 2 months'", &["age(at) < INTERVAL '1 year'"]),
            ("span > interval '90 minutes'", &["span > interval '91 minutes'"]),
            ("date_trunc('day', at) = at", &["date_trunc('hour', at) = at"]),
            ("price::integer > 0", &["price > 0", "price::bigint > 0"]),
            ("CAST(price AS int) > 0", &["price > 0"]),
            ("n / 2::numeric > 1", &["n / 2 > 1"]),
            ("n::text = code", &["code = code AND n = n"]),
            ("code::char(3) = 'abc'", &["code = 'abc'"]),
            ("code::varchar(3) = 'abc'", &["code::varchar(4) = 'abc'"]),
            ("day::timestamp > '2020-01-01 10:00'", &["day > '2020-01-01'"]),
            ("n = ANY (ARRAY[1, 2])", &["n = ALL (ARRAY[1, 2])", "n = ANY (ARRAY[1, 3])"]),
            ("h IN (1, 2)", &["h IN (1, 3)"]),
            ("tag IN ('abc', 'abd')", &["tag IN ('abc', 'abe')"]),
            ("tags && ARRAY['a', 'b']", &["tags @> ARRAY['a', 'b']"]),
            ("'a' = ANY (tags)", &["'b' = ANY (tags)"]),
            ("cardinality(tags) < 9 AND array_length(tags, 1) > 0", &["cardinality(tags) < 9"]),
            ("uid <> '00000000-0000-0000-0000-000000000000'", &["uid <> '00000000-0000-0000-0000-000000000001'"]),
            ("active IS NOT TRUE", &["active IS TRUE", "NOT active"]),
            ("facts.n > 0", &["facts.n > 1"]),
            ("position('a' in code) > 0", &["position('b' in code) > 0"]),
            ("(n, m) <> (1, 2)", &["(n, m) <> (2, 1)"]),
            ("n IS DISTINCT FROM m", &["n IS NOT DISTINCT FROM m"]),
            ("code COLLATE \"C\" > 'a'", &["code > 'a'"]),
            ("name SIMILAR TO 'a|b'", &["name SIMILAR TO 'a|c'"]),
            ("code LIKE 'a!%' ESCAPE '!'", &["code LIKE 'a!%' ESCAPE '#'"]),
            ("num_nonnulls(m, price) = 1", &["num_nulls(m, price) = 1"]),
            ("at AT TIME ZONE 'UTC' > '2020-01-01'", &["at AT TIME ZONE 'CET' > '2020-01-01'"]),
            ("mood IN ('good', 'bad')", &["mood IN ('good')"]),
            ("n > 0 AND (m > 0 AND h > 0)", &["n > 0 AND m > 0"]),
            ("name = E'a\\nb'", &["name = 'a\\nb'"]),
        ],
    )
}

fn mariadb_checks() -> Vec<Row> {
    all(
        MARIADB,
        What::Check,
        &[
            ("code REGEXP '^[a-z]+$'", &["code NOT REGEXP '^[a-z]+$'"]),
            ("json_value(data, '$.a') = 'b'", &["json_value(data, '$.c') = 'b'"]),
            ("json_extract(data, '$.a') > 1", &["json_extract(data, '$.a') > 2"]),
            ("at > day + interval 1 day", &["at > day + interval 2 day"]),
            ("date_add(at, interval 90 minute) > day", &["date_sub(at, interval 90 minute) > day"]),
            ("cast(price as signed) > 0", &["price > 0"]),
            ("n DIV 2 = 1 XOR m = 1", &["n / 2 = 1 XOR m = 1"]),
            ("n <=> m", &["n = m"]),
            ("concat_ws('-', code, name) <> '-'", &["concat_ws('+', code, name) <> '-'"]),
            ("if(n > 0, 1, 2) = 1", &["if(n > 0, 2, 1) = 1"]),
            ("find_in_set(code, 'a,b') > 0", &["find_in_set(code, 'a,c') > 0"]),
            ("code = binary 'a'", &["code = 'a'"]),
            ("mood IN ('good', 'bad')", &["mood IN ('good')"]),
            ("name <> 'a\\\\b'", &["name <> 'ab'"]),
            ("active", &["NOT active"]),
        ],
    )
}

fn indexes() -> Vec<Row> {
    let mut rows = all(
        POSTGRES,
        What::Filter,
        &[
            ("code IN ('a', 'b') AND m IS NOT NULL", &["code IN ('a', 'b') AND m IS NULL"]),
            ("NOT active", &["active"]),
            ("price::integer > 0", &["price > 0"]),
            ("data ? 'a'", &["data ? 'b'"]),
            ("at > '2020-01-01 00:00:00+00'", &["at > '2020-01-02 00:00:00+00'"]),
            ("n BETWEEN 1 AND 2", &["n BETWEEN 1 AND 3"]),
        ],
    );
    rows.extend(all(
        POSTGRES,
        What::Part,
        &[
            ("lower(name)", &["upper(name)"]),
            ("lower(code)", &["lower(name)"]),
            ("(data ->> 'a')", &["(data ->> 'b')", "(data -> 'a')"]),
            ("date_trunc('day', at AT TIME ZONE 'UTC')", &["date_trunc('hour', at AT TIME ZONE 'UTC')"]),
            ("n + coalesce(m, 0)", &["n - coalesce(m, 0)"]),
            ("price::integer", &["price::bigint"]),
            (
                "to_tsvector('english'::regconfig, coalesce(name, ''))",
                &["to_tsvector('simple'::regconfig, coalesce(name, ''))"],
            ),
            ("md5(code || name)", &["md5(name || code)"]),
            ("CASE WHEN active THEN n END", &["CASE WHEN active THEN m END"]),
        ],
    ));
    rows
}

fn computed() -> Vec<Row> {
    let mut rows = Vec::new();
    rows.extend(all(
        BOTH,
        What::Computed(|| ColumnType::BigInteger),
        &[
            ("n * 2", &["n * 3"]),
            ("n + coalesce(m, 0)", &["n + coalesce(m, 1)"]),
            ("CASE WHEN n > 0 THEN n ELSE 0 END", &["CASE WHEN n > 0 THEN n ELSE 1 END"]),
        ],
    ));
    rows.extend(all(BOTH, What::Computed(|| ColumnType::decimal_len(12, 2)), &[("price * n", &["price + n"])]));
    rows.extend(all(BOTH, What::Computed(|| ColumnType::string_len(80)), &[("upper(code)", &["lower(code)"])]));
    rows.extend(all(
        POSTGRES,
        What::Computed(|| ColumnType::Text),
        &[
            ("code || '-' || name", &["code || '+' || name"]),
            ("data ->> 'a'", &["data ->> 'b'"]),
            ("n::text", &["m::text"]),
        ],
    ));
    rows.extend(all(
        MARIADB,
        What::Computed(|| ColumnType::string_len(80)),
        &[
            ("concat(code, '-', name)", &["concat(code, '+', name)"]),
            ("json_value(data, '$.a')", &["json_value(data, '$.b')"]),
        ],
    ));
    rows
}

fn defaults() -> Vec<Row> {
    let mut rows = Vec::new();
    rows.extend(all(BOTH, What::Default("n"), &[("(1+2)", &["(1+3)"]), ("length('abc') * 2", &["length('abc') * 3"])]));
    rows.extend(all(BOTH, What::Default("code"), &[("upper('a')", &["lower('a')", "upper('b')"])]));
    rows.extend(all(BOTH, What::Default("ratio"), &[("1.5 * 2", &["1.5 * 3"])]));
    rows.extend(all(
        POSTGRES,
        What::Default("at"),
        &[
            ("now() + interval '1 day'", &["now() + interval '2 days'", "clock_timestamp()", "now()"]),
            ("date_trunc('hour', now())", &["date_trunc('day', now())"]),
            ("timezone('utc', now())", &["timezone('cet', now())"]),
            ("to_timestamp(0)", &["to_timestamp(1)"]),
        ],
    ));
    rows.extend(all(
        POSTGRES,
        What::Default("uid"),
        &[("gen_random_uuid()", &["'00000000-0000-0000-0000-000000000000'::uuid"])],
    ));
    rows.extend(all(
        POSTGRES,
        What::Default("day"),
        &[
            ("now()::date", &["(now() - interval '1 day')::date"]),
            ("CURRENT_DATE + 1", &["CURRENT_DATE + 2"]),
            ("'epoch'::date", &["'infinity'::date"]),
        ],
    ));
    rows.extend(all(
        POSTGRES,
        What::Default("data"),
        &[
            ("jsonb_build_object('a', 1)", &["jsonb_build_object('a', 2)"]),
            ("'{\"b\":1,  \"a\":2}'::jsonb", &["'{\"b\":1,\"a\":3}'::jsonb"]),
        ],
    ));
    rows.extend(all(
        POSTGRES,
        What::Default("tags"),
        &[("ARRAY['a', 'b']::text[]", &["ARRAY['a']::text[]"]), ("'{}'::text[]", &["'{a}'::text[]"])],
    ));
    rows.extend(all(POSTGRES, What::Default("span"), &[("interval '90 minutes'", &["interval '91 minutes'"])]));
    rows.extend(all(
        MARIADB,
        What::Default("at"),
        &[
            ("(now() + interval 1 day)", &["(now() + interval 2 day)"]),
            ("now() + interval 1 hour", &["now() + interval 2 hour"]),
        ],
    ));
    rows.extend(all(MARIADB, What::Default("uid"), &[("uuid()", &["upper(uuid())"])]));
    rows.extend(all(
        MARIADB,
        What::Default("day"),
        &[("(curdate() + interval 1 day)", &["(curdate() + interval 2 day)"])],
    ));
    rows.extend(all(MARIADB, What::Default("data"), &[("json_object('a', 1)", &["json_object('a', 2)"])]));
    rows.extend(all(MARIADB, What::OnUpdate("at"), &[("current_timestamp(6)", &[])]));
    rows
}

/// The table that all expressions are about, with one of them in it.
pub fn table(name: &str, what: What, text: &str, dialect: Dialect) -> Table {
    let mut table = Table::new(name, columns(dialect));
    let expression = Expression::Sql(text.to_owned());
    match what {
        What::Check => table.checks.push(Check::new(text).named(format!("ck-{name}"))),
        What::Filter | What::Part => {
            let mut index = Index::new(format!("idx-{name}"), ["n"]);
            match what {
                What::Part => index.parts = vec![IndexPart::expression(text), IndexPart::column("m")],
                _ => index.filter = Some(text.to_owned()),
            }
            table.indexes.push(index);
        }
        What::Computed(column_type) => {
            let mut column = Column::new("held", column_type());
            column.nullable = true;
            column.generated = Some(Generated { expression: text.to_owned(), stored: true });
            table.columns.push(column);
        }
        What::Default(column) => table.column_mut(column).expect("a column").default = Some(expression),
        What::OnUpdate(column) => table.column_mut(column).expect("a column").on_update = Some(expression),
    }
    table
}

fn columns(dialect: Dialect) -> Vec<Column> {
    use ColumnType as T;
    let mood = limbeck_schema::Enumeration::new("mood", ["good", "bad"]);
    let mut columns = vec![
        ("n", T::Integer),
        ("m", T::Integer),
        ("h", T::SmallInteger),
        ("price", T::decimal_len(12, 2)),
        ("ratio", T::Double),
        ("code", T::String(StringLength::N(12))),
        ("name", T::Text),
        ("tag", T::char_len(3)),
        ("active", T::Boolean),
        ("day", T::Date),
        ("data", T::JsonBinary),
        ("mood", T::Enum(mood)),
    ];
    match dialect {
        Dialect::Postgres => columns.extend([
            ("at", T::TimestampWithTimeZone),
            ("uid", T::Uuid),
            ("tags", T::Array(Box::new(T::Text))),
            ("span", T::Interval(None, None)),
        ]),
        Dialect::MySql | Dialect::MariaDb => {
            columns.extend([("at", T::custom("datetime(6)")), ("uid", T::string_len(36))]);
        }
        Dialect::Sqlite => {}
    }
    columns
        .into_iter()
        .map(|(name, column_type)| {
            let mut column = Column::new(name, column_type);
            column.nullable = true;
            column
        })
        .collect()
}

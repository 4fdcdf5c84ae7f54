use limbeck_schema::Enumeration;

use super::*;

/// In a word: nothing, the code of what is asked with `?` where the answer is not sure, or `unknown`.
fn word(previous: &ColumnType, next: &ColumnType, server: &Server) -> String {
    match misfit("c", previous, next, server) {
        Misfit::Never => String::new(),
        Misfit::Where { code, certain: true, .. } => code.to_string(),
        Misfit::Where { code, certain: false, .. } => format!("{code}?"),
        Misfit::Unknown { .. } => "unknown".to_owned(),
    }
}

#[test]
fn what_may_not_fit_is_asked_for() {
    use ColumnType as T;
    let kind = |labels: &[&str]| T::Enum(Enumeration::new("kind", labels.iter().copied()));
    let other = || T::Enum(Enumeration::new("other", ["b"]));
    // The types before and after, then PostgreSQL 15, PostgreSQL 16, MariaDB.
    let rows: &[(T, T, [&str; 3])] = &[
        (T::string_len(64), T::string_len(20), ["D06", "D06", "D06"]),
        (T::Text, T::string(), ["", "", "D06"]),
        (T::string_len(20), T::Text, ["", "", ""]),
        (T::BigInteger, T::Integer, ["D06", "D06", "D06"]),
        (T::Integer, T::Unsigned, ["", "", "D06"]),
        (T::Double, T::Integer, ["D06", "D06", "D06"]),
        (T::decimal_len(10, 2), T::decimal_len(8, 2), ["D06", "D06", "D06"]),
        (T::Integer, T::Double, ["", "", ""]),
        (T::Double, T::Float, ["D06", "D06", "D06"]),
        (T::Integer, T::Float, ["", "", ""]),
        (T::decimal_len(10, 2), T::Float, ["", "", ""]),
        // What holds all that was held is not asked about.
        (T::string_len(20), T::string_len(64), ["", "", ""]),
        (T::var_binary(4), T::var_binary(9), ["", "", ""]),
        (T::Integer, T::BigInteger, ["", "", ""]),
        (T::Integer, T::decimal_len(12, 2), ["", "", ""]),
        (T::Integer, T::decimal_len(11, 2), ["D06", "D06", "D06"]),
        (T::decimal_len(8, 2), T::decimal_len(10, 2), ["", "", ""]),
        (T::decimal_len(8, 2), T::decimal_len(8, 1), ["", "", ""]),
        (T::decimal_len(8, 2), T::decimal_len(7, 1), ["D06", "D06", "D06"]),
        (T::decimal_len(9, 0), T::Integer, ["", "", ""]),
        (T::decimal_len(10, 0), T::Integer, ["D06", "D06", "D06"]),
        (T::var_binary(9), T::var_binary(4), ["", "", "D06"]),
        (T::Bit(Some(9)), T::Bit(Some(4)), ["D06", "D06", "D06"]),
        (T::Text, T::Integer, ["D07", "D07", "D07"]),
        (T::Text, T::Double, ["D07", "D07", "D07"]),
        (T::Text, T::Boolean, ["D07", "D07", "D07"]),
        (T::Text, T::Uuid, ["D07", "D07", "D07"]),
        (T::Text, T::Date, ["D07?", "D07", "D07"]),
        (T::Text, T::TimestampWithTimeZone, ["D07?", "D07", "D07"]),
        (T::Text, T::Time, ["D07?", "D07", "unknown"]),
        (T::Text, T::JsonBinary, ["unknown", "D07", "D07"]),
        (T::Text, kind(&["a"]), ["D07", "D07", "D07"]),
        (T::Integer, T::Boolean, ["", "", "D07"]),
        (T::Integer, T::string_len(3), ["", "", "D07"]),
        (T::Integer, T::Date, ["unknown", "D07", "unknown"]),
        (T::DateTime, T::Date, ["", "", ""]),
        (kind(&["a", "b"]), kind(&["b"]), ["D08", "D08", "D08"]),
        (kind(&["a"]), kind(&["a", "b"]), ["", "", ""]),
        (kind(&["a"]), other(), ["D07", "D07", "D07"]),
        (T::Array(Box::new(T::BigInteger)), T::Array(Box::new(T::Integer)), ["D06", "D06", ""]),
    ];
    let of = |dialect| Server::assumed(dialect);
    let newer = Server { version: limbeck_schema::Version::new(16, 0, 0), ..of(Dialect::Postgres) };
    for (previous, next, expected) in rows {
        let servers = [of(Dialect::Postgres), newer.clone(), of(Dialect::MariaDb)];
        for (server, expected) in servers.iter().zip(expected) {
            let is_list = matches!(previous, T::Array(_)) && server.dialect == Dialect::MariaDb;
            if !is_list {
                assert_eq!(word(previous, next, server), *expected, "{server:?}: {previous} to {next}");
            }
        }
        assert_eq!(word(previous, next, &of(Dialect::Sqlite)), "", "{previous} to {next}");
    }
}

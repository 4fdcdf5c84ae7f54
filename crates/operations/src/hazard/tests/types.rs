use super::told;
use crate::prelude::*;

#[test]
fn types_that_get_narrower_or_change_their_kind_are_told() {
    use ColumnType as T;
    const NARROWER: &str = "A05 D06@postgres+mysql+mariadb";
    const ROUNDED: &str = "A05";
    const CONVERTED: &str = "A06 D07@postgres+mysql+mariadb";
    let other = || T::Enum(Enumeration::new("other", ["cat", "dog"]));
    let rows: [(&str, T, &str); 35] = [
        ("n", T::Integer, ""),
        ("n", T::BigInteger, ""),
        ("n", T::Double, ""),
        ("n", T::decimal_len(12, 2), ""),
        ("n", T::SmallInteger, NARROWER),
        ("n", T::Unsigned, "A05@sqlite+mysql+mariadb D06@mysql+mariadb"),
        ("n", T::Float, ROUNDED),
        ("n", T::decimal_len(12, 3), NARROWER),
        ("n", T::Boolean, CONVERTED),
        ("n", T::string_len(20), "A06 D07@mysql+mariadb"),
        ("n", T::Text, ""),
        ("s", T::string_len(65), ""),
        ("s", T::string_len(63), NARROWER),
        ("s", T::Char(None), NARROWER),
        ("s", T::Text, ""),
        ("s", T::string(), ""),
        ("s", T::Integer, CONVERTED),
        ("s", T::Uuid, CONVERTED),
        ("s", other(), CONVERTED),
        ("kind", other(), "A06@sqlite+postgres D07@postgres"),
        ("kind", T::Text, ""),
        ("at", T::Timestamp, "A06@mysql+mariadb D07@mysql+mariadb"),
        ("at", T::Date, ROUNDED),
        ("at", T::TimestampWithTimeZone, "A06 D07@mysql+mariadb"),
        ("d", T::Decimal(None), ""),
        ("d", T::decimal_len(60, 20), "A05@sqlite+postgres D06@postgres"),
        ("d", T::Double, ROUNDED),
        ("open", T::string_len(300), "A05@sqlite+postgres D06@postgres"),
        ("key", T::var_binary(8), "A05@sqlite+mysql+mariadb D06@mysql+mariadb"),
        ("key", T::Text, "A06 D07@mysql+mariadb"),
        ("price", T::Unsigned, "A05 D06@mysql+mariadb"),
        ("list", T::Array(Box::new(T::Integer)), NARROWER),
        ("list", T::Array(Box::new(T::string())), CONVERTED),
        ("b", T::Integer, "A06"),
        ("list", T::custom("bigint[]"), "A06@sqlite+mysql+mariadb D07@mysql+mariadb"),
    ];
    for (column, next, expected) in rows {
        let found = told(|op| _ = op.alter_column("t", column).set_type(next.clone()), "ABD");
        assert_eq!(found, expected, "{column} to {next:?}");
    }
}

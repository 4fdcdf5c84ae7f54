//! What was reviewed: defects of SeaORM that Limbeck does not follow, and types that a server or a reader has not.

use limbeck_comparing::Known;
use limbeck_schema::Dialect;

/// The defects; lines are those of 2.0.4.
pub const KNOWN: &[Known] = &[
    Known {
        reason: "a key is numbered unless the text of its type ends with `String` or `Uuid`, so a newtype of a text or UUID is",
        line: "sea-orm-macros, src/derives/entity_model.rs:466",
        places: &[("key_newtype_of_text", "numbering of id"), ("key_newtype_of_uuid", "numbering of id")],
    },
    Known {
        reason: "a member of the primary key may be said to be nullable",
        line: "sea-orm, src/schema/entity.rs:255",
        places: &[("numbered_nullable", "null of id")],
    },
    Known {
        reason: "an enumerated type of which there are only arrays is not created",
        line: "sea-orm, src/schema/entity.rs:133",
        places: &[("flavour", "labels")],
    },
    Known {
        reason: "two relations of the same columns are two constraints of the same name",
        line: "sea-orm, src/schema/entity.rs:227",
        places: &[("relation_doubled", "foreign key of hub_id")],
    },
    Known {
        reason: "a name may be longer than the databases take",
        line: "sea-orm, src/schema/entity.rs:158 and src/entity/relation.rs:509",
        places: &[
            (
                "a_table_whose_name_is_nearly_as_long_as_a_name_can_be",
                "foreign key of a_column_whose_name_is_long_enough_to_be_cut",
            ),
            (
                "a_table_whose_name_is_nearly_as_long_as_a_name_can_be",
                "index idx-a_table_whose_name_is_nearly_as_long_as_a_name_can-d2b689e1",
            ),
            (
                "a_table_whose_name_is_nearly_as_long_as_a_name_can_be",
                "index idx-a_table_whose_name_is_nearly_as_long_as_a_name_can_be-a_column_whose_name_is_long_enough_to_be_cut",
            ),
        ],
    },
];

/// The tables for which SeaORM panics, because the server has not all of their types or SeaORM does not know how to say them.
pub const ABSENT: &[(Dialect, &[&str])] = &[
    // Arrays, types of the two other servers.
    (
        Dialect::Sqlite,
        &["arrays_of_enums", "arrays_plain", "arrays_stated", "only_mysql", "only_postgres", "only_postgres_vectors"],
    ),
    // Unsigned keys, texts and UUIDs that SeaORM takes for numbered (sea-query 1.0.2, src/backend/postgres/table.rs:318), years.
    (
        Dialect::Postgres,
        &["dense_twice", "key_newtype_of_text", "key_newtype_of_uuid", "numbered_unsigned", "only_mysql"],
    ),
    // Arrays, types of PostgreSQL, foreign keys to a table with a schema (sea-query 1.0.2, src/backend/mysql/foreign_key.rs:10).
    (
        Dialect::MySql,
        &[
            "arrays_of_enums",
            "arrays_plain",
            "arrays_stated",
            "only_postgres",
            "only_postgres_vectors",
            "archive.in_schema",
            "archive.mixed_derived_name",
            "warehouse.in_schema",
        ],
    ),
];

/// The columns whose types cannot be read, because a constant or a function says them, which only running tells.
pub const OPAQUE: &[(&str, &str)] = &[
    ("def_constants", "by_constant"),
    ("def_constants", "by_function"),
    ("stated_run", "by_constant"),
    ("stated_run", "by_function"),
    ("stated_run", "by_path"),
];

//! What was reviewed on the servers: tables that they refuse although SeaORM writes them, and what its statements make otherwise.

use limbeck_schema::Dialect;

/// The tables that servers refuse, by reason.
pub const REFUSED: &[(Dialect, &[&str])] = &[
    // Another schema is another database.
    (
        Dialect::Sqlite,
        &[
            "archive.hard_lists",
            "archive.in_schema",
            "archive.mixed_compact",
            "archive.mixed_derived_name",
            "warehouse.Expanded Table",
            "warehouse.dense_far",
            "warehouse.in_schema",
        ],
    ),
    (
        Dialect::MariaDb,
        &["archive.hard_lists", "archive.mixed_compact", "warehouse.Expanded Table", "warehouse.dense_far"],
    ),
    // Numbered keys that are no integers, or not of the one type that SQLite numbers.
    (Dialect::Sqlite, &["key_newtype_of_text", "key_newtype_of_uuid", "numbered_small"]),
    (Dialect::MariaDb, &["key_newtype_of_text", "key_newtype_of_uuid"]),
    // Circles, which no order of CREATE TABLE makes.
    (
        Dialect::Postgres,
        &[
            "beside",
            "beside_inside",
            "dense_chicken",
            "dense_egg",
            "far_inner",
            "far_outer",
            "husband",
            "paper",
            "rock",
            "scissors",
            "wife",
        ],
    ),
    (
        Dialect::MariaDb,
        &[
            "beside",
            "beside_inside",
            "dense_chicken",
            "dense_egg",
            "far_inner",
            "far_outer",
            "husband",
            "paper",
            "rock",
            "scissors",
            "wife",
        ],
    ),
    // Foreign keys to what is not unique, or in two constraints of one name.
    (
        Dialect::Postgres,
        &[
            "hard_referring",
            "key_of_half",
            "named_referring",
            "relation_backwards",
            "relation_doubled",
            "relation_doubtful",
        ],
    ),
    (Dialect::MariaDb, &["hard_referring", "key_of_half", "named_referring", "relation_doubled", "relation_doubtful"]),
    // Types that the server has not, among them enumerated ones whose names SeaORM does not quote or which it does not create.
    (
        Dialect::Postgres,
        &[
            "arrays_of_enums",
            "enums_apart",
            "enums_pointed",
            "enums_unnamed",
            "only_postgres_vectors",
            "stated_expressions",
            "times_old",
        ],
    ),
    (Dialect::MariaDb, &["contradicting_plain", "enums_of_strings", "texts_functions"]),
    // Defaults, collations, labels and lengths that the server does not take.
    (Dialect::Postgres, &["defaults_of_other_kinds", "defaults_refused_strings", "extras_collated"]),
    (
        Dialect::MariaDb,
        &[
            "a_table_whose_name_is_nearly_as_long_as_a_name_can_be",
            "defaults_of_other_kinds",
            "defaults_refused_strings",
            "enums_escaped",
            "extras_collated",
            "key_text",
            "texts_longest",
        ],
    ),
];

/// What differs after all, by a piece of the report.
pub const ON_SERVERS: &[(Dialect, &str)] = &[
    // SeaORM keeps the name before in the comment, and the server keeps both.
    (Dialect::MariaDb, "in cents; without tax"),
    // An entity over the book of SeaORM's own migrator, which is left alone.
    (Dialect::Sqlite, "skipped: table seaql_migrations"),
    (Dialect::Postgres, "skipped: table seaql_migrations"),
    (Dialect::MariaDb, "skipped: table seaql_migrations"),
];

//! What was reviewed: defects of SeaORM that Limbeck does not follow, and types that a server or a reader has not.

use limbeck_comparing::Known;
use limbeck_schema::Dialect;

/// The defects; lines are those of 1.1.20.
pub const KNOWN: &[Known] = &[
    Known {
        reason: "a key of one column is numbered unless it says it is not, whatever it holds",
        line: "sea-orm-macros, src/derives/entity_model.rs:81",
        places: &[
            ("hard_key_stated_text", "numbering of id"),
            ("key_newtype_of_text", "numbering of id"),
            ("key_newtype_of_uuid", "numbering of id"),
            ("key_silent_text", "numbering of id"),
            ("key_silent_uuid", "numbering of id"),
            ("key_spelt_out", "numbering of id"),
        ],
    },
    Known {
        reason: "of an enumerated type the variants that only `rename_all` names have no label, although their values have",
        line: "sea-orm-macros, src/derives/active_enum.rs:246",
        places: &[
            ("HttpState", "labels"),
            ("Kebab", "labels"),
            ("hard_camel", "labels"),
            ("hard_snake", "labels"),
            ("status", "labels"),
            ("title", "labels"),
            ("upper", "labels"),
            ("enums_hard", "type of camel"),
            ("enums_hard", "type of again"),
            ("enums_hard", "type of snake"),
            ("enums_keyed", "type of other"),
            ("enums_keyed", "type of status"),
            ("enums_led", "type of by_glob"),
            ("enums_native", "type of status"),
            ("enums_unnamed", "type of kebab"),
            ("enums_unnamed", "type of state"),
            ("enums_unnamed", "type of title"),
            ("enums_unnamed", "type of upper"),
        ],
    },
    Known {
        reason: "an enumerated type of which there are only arrays is not created",
        line: "sea-orm, src/schema/entity.rs:124",
        places: &[("flavour", "labels")],
    },
    Known {
        reason: "two relations of the same columns are two constraints of the same name",
        line: "sea-orm, src/schema/entity.rs:179",
        places: &[("relation_doubled", "foreign key of hub_id")],
    },
    Known {
        reason: "a foreign key loses the schema of its target",
        line: "sea-orm, src/entity/relation.rs:514",
        places: &[
            ("archive.in_schema", "foreign key of of"),
            ("archive.mixed_derived_name", "foreign key of parent_id"),
            ("warehouse.in_schema", "foreign key of parent"),
        ],
    },
];

/// The tables for which SeaORM panics, because the server has not all of their types or SeaORM does not know how to say them.
pub const ABSENT: &[(Dialect, &[&str])] = &[
    // Arrays, types of the two other servers, decimals of more than sixteen digits.
    (
        Dialect::Sqlite,
        &[
            "arrays_of_enums",
            "arrays_plain",
            "arrays_stated",
            "numbers_stated",
            "only_mysql",
            "only_postgres",
            "only_postgres_vectors",
        ],
    ),
    // Unsigned keys, and texts and UUIDs that SeaORM takes for numbered (sea-query 0.32.7, src/backend/postgres/table.rs:249), years.
    (
        Dialect::Postgres,
        &[
            "dense_twice",
            "hard_key_stated_text",
            "key_newtype_of_text",
            "key_newtype_of_uuid",
            "key_silent_text",
            "key_silent_uuid",
            "key_spelt_out",
            "numbered_unsigned",
            "only_mysql",
        ],
    ),
    // Arrays, types of PostgreSQL.
    (Dialect::MySql, &["arrays_of_enums", "arrays_plain", "arrays_stated", "only_postgres", "only_postgres_vectors"]),
];

/// The columns whose types cannot be read, because a constant or a function says them, which only running tells.
pub const OPAQUE: &[(&str, &str)] = &[
    ("def_constants", "by_constant"),
    ("def_constants", "by_function"),
    ("stated_run", "by_constant"),
    ("stated_run", "by_function"),
    ("stated_run", "by_path"),
];

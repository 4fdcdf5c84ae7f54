use limbeck_schema::Dialect;

/// A defect of the generator: what it writes is not what the database is.
pub struct Reviewed {
    pub dialect: Dialect,
    /// What is wrong.
    pub reason: &'static str,
    /// Where it is done; sea-orm-codegen's lines are those of 2.0.4, sea-schema's those of 0.18.1.
    pub line: &'static str,
    /// The differences that come of it, each after the format that has it.
    pub differences: &'static [&'static str],
}

/// The defects that a person has looked at.
pub const REVIEWED: &[Reviewed] = &[
    Reviewed {
        dialect: Dialect::Sqlite,
        reason: "a partial unique index is taken for a unique column",
        line: "sea-orm-codegen, src/entity/transformer.rs:39",
        differences: &[
            "compact: add_unique authors.uq-authors-last",
            "expanded: add_unique authors.uq-authors-last",
            "dense: add_unique authors.uq-authors-last",
        ],
    },
    Reviewed {
        dialect: Dialect::Postgres,
        reason: "the one column beside an expression in a unique index is taken for a unique one",
        line: "sea-schema, src/postgres/query/pg_indexes.rs:130",
        differences: &[
            "compact: add_unique indexed_otherwise.uq-indexed_otherwise-four",
            "expanded: add_unique indexed_otherwise.uq-indexed_otherwise-four",
            "dense: add_unique indexed_otherwise.uq-indexed_otherwise-four",
        ],
    },
    Reviewed {
        dialect: Dialect::Postgres,
        reason: "a domain is taken for the type under it, whose values the domain bounds",
        line: "sea-schema, src/postgres/parser/column.rs:65",
        differences: &[
            "compact: alter_column integers.positive_one (type)",
            "expanded: alter_column integers.positive_one (type)",
            "dense: alter_column integers.positive_one (type)",
        ],
    },
    Reviewed {
        dialect: Dialect::Postgres,
        reason: "bits of any number are taken for one bit",
        line: "sea-schema, src/postgres/writer/column.rs:108",
        differences: &["expanded: alter_column others.any_bits (type)"],
    },
    Reviewed {
        dialect: Dialect::MariaDb,
        reason: "the first letters of a column being unique, the column is taken for it",
        line: "sea-orm-codegen, src/entity/transformer.rs:39",
        differences: &[
            "compact: add_unique indexed_otherwise.uq-indexed_otherwise-three",
            "expanded: add_unique indexed_otherwise.uq-indexed_otherwise-three",
            "dense: add_unique indexed_otherwise.uq-indexed_otherwise-three",
        ],
    },
    Reviewed {
        dialect: Dialect::MariaDb,
        reason: "an enumeration is called by its column, and of two columns of one name the last one's labels are taken for both",
        line: "sea-orm-codegen, src/entity/transformer.rs:52",
        differences: &[
            "compact: alter_enum held",
            "compact: alter_column moods.held (default)",
            "expanded: alter_enum held",
            "expanded: alter_column moods.held (default)",
            "dense: alter_enum held",
            "dense: alter_column moods.held (default)",
        ],
    },
];

/// Differences that nobody has looked at, and those that are listed and do not occur any more.
pub fn unreviewed(found: &[String], dialect: Dialect) -> Vec<String> {
    let listed = || REVIEWED.iter().filter(|reviewed| reviewed.dialect == dialect).flat_map(|known| known.differences);
    let unlisted = found.iter().filter(|line| !listed().any(|known| known == line)).cloned();
    let of_dialect = REVIEWED.iter().filter(|reviewed| reviewed.dialect == dialect);
    let gone = of_dialect.flat_map(|Reviewed { reason, line, differences, .. }| {
        let gone = differences.iter().filter(|known| !found.iter().any(|line| line == *known));
        gone.map(move |known| format!("{known}: there is no difference any more; it was listed as: {reason} ({line})"))
    });
    unlisted.chain(gone).collect()
}

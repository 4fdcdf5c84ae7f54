use limbeck::prelude::*;

use super::List;

/// Every kind of index that some database has.
pub const KINDS: List = List {
    name: "kinds_of_indexes",
    before: |op| {
        op.create_table(
            "animals",
            [pk_auto("id"), string_len("name", 60), integer("weight").null(), text("story").null(), integer("cage")],
        )
        .primary_key(["id"]);
        op.add_column("animals", json_binary("facts").null()).only(Postgres);
        op.add_column("animals", string("code").collation("C").null()).only(Postgres);
    },
    upgrade: |op| {
        op.create_index("two_ways", "animals", [column("name").descending(), column("weight")]);
        op.create_index("one_each", "animals", ["cage", "name"]).unique();
        op.create_index("heavy", "animals", ["name"]).filter("weight > 100").only(Postgres).only(Sqlite);
        op.create_index("heavy_once", "animals", ["name"])
            .unique()
            .filter("weight IS NOT NULL")
            .only(Postgres)
            .only(Sqlite);
        op.create_index("lowered", "animals", [expression("lower(name)")]).only(Postgres).only(Sqlite);
        op.create_index("mixed", "animals", [column("cage"), expression("weight * 2").descending()])
            .only(Postgres)
            .only(Sqlite);
        op.create_index("collated", "animals", [column("name").collation("NOCASE")]).only(Sqlite);
        op.create_index("in_facts", "animals", ["facts"]).using("gin").only(Postgres);
        op.create_index("by_hash", "animals", ["cage"]).using("hash").only(Postgres);
        op.create_index("covering", "animals", ["cage"]).include(["weight"]).only(Postgres);
        op.create_index("nulls_first", "animals", [column("weight").nulls(NullsOrder::First)]).only(Postgres);
        op.create_index("one_null", "animals", ["weight"]).unique().nulls_not_distinct().only(Postgres);
        op.create_index("patterns", "animals", [column("name").operator_class("varchar_pattern_ops").descending()])
            .only(Postgres);
        op.create_index("in_c", "animals", [column("name").collation("C")]).only(Postgres);
        // The first has the collation of its column, which is no word of the index; the second has one of its own.
        op.create_index("codes", "animals", [expression("lower(code)").operator_class("text_pattern_ops")])
            .only(Postgres);
        op.create_index("lowered_in_c", "animals", [expression("lower(name)").collation("C")]).only(Postgres);
        op.create_index("beginnings", "animals", [column("story").prefix(20)]).only(MariaDb);
        op.create_index("words", "animals", ["story"]).using("fulltext").only(MariaDb);
    },
    downgrade: |op| {
        op.drop_index("words", "animals", ["story"]).only(MariaDb);
        op.drop_index("beginnings", "animals", [column("story").prefix(20)]).only(MariaDb);
        op.drop_index("lowered_in_c", "animals", [expression("lower(name)").collation("C")]).only(Postgres);
        op.drop_index("codes", "animals", [expression("lower(code)").operator_class("text_pattern_ops")])
            .only(Postgres);
        op.drop_index("in_c", "animals", [column("name").collation("C")]).only(Postgres);
        op.drop_index("patterns", "animals", [column("name").operator_class("varchar_pattern_ops").descending()])
            .only(Postgres);
        op.drop_index("one_null", "animals", ["weight"]).only(Postgres);
        op.drop_index("nulls_first", "animals", [column("weight").nulls(NullsOrder::First)]).only(Postgres);
        op.drop_index("covering", "animals", ["cage"]).only(Postgres);
        op.drop_index("by_hash", "animals", ["cage"]).only(Postgres);
        op.drop_index("in_facts", "animals", ["facts"]).only(Postgres);
        op.drop_index("collated", "animals", [column("name").collation("NOCASE")]).only(Sqlite);
        op.drop_index("mixed", "animals", [column("cage"), expression("weight * 2").descending()])
            .only(Postgres)
            .only(Sqlite);
        op.drop_index("lowered", "animals", [expression("lower(name)")]).only(Postgres).only(Sqlite);
        op.drop_index("heavy_once", "animals", ["name"]).only(Postgres).only(Sqlite);
        op.drop_index("heavy", "animals", ["name"]).only(Postgres).only(Sqlite);
        op.drop_index("one_each", "animals", ["cage", "name"]);
        op.drop_index("two_ways", "animals", [column("name").descending(), column("weight")]);
    },
    rows: &[
        "INSERT INTO animals (id, name, weight, story, cage) VALUES (1, 'Rex', 200, 'long ago', 1)",
        "INSERT INTO animals (id, name, weight, story, cage) VALUES (2, 'Ida', NULL, NULL, 1)",
    ],
    scripted: true,
};

/// Indexes that no entity can say come through a change that rebuilds the table.
pub const REBUILT: List = List {
    name: "indexes_through_a_rebuild",
    before: |op| {
        op.create_table("animals", [pk_auto("id"), string_len("name", 60), integer("weight").null(), integer("cage")])
            .primary_key(["id"])
            .unique(unique(["cage", "name"]).named("one_each"));
        op.create_index("heavy", "animals", ["name"]).filter("weight > 100").only(Postgres).only(Sqlite);
        op.create_index("lowered", "animals", [expression("lower(name)")]).only(Postgres).only(Sqlite);
        op.create_index("falling", "animals", [column("weight").descending()]);
    },
    upgrade: |op| {
        op.alter_column("animals", "name").set_type(ColumnType::Text).only(Postgres).only(Sqlite);
        op.rename_column("animals", "weight", "grams");
        op.alter_column("animals", "grams").set_type(ColumnType::BigInteger).set_default(1);
    },
    downgrade: |op| {
        op.alter_column("animals", "grams").set_type(ColumnType::Integer).drop_default();
        op.rename_column("animals", "grams", "weight");
        op.alter_column("animals", "name").set_type(ColumnType::string_len(60)).only(Postgres).only(Sqlite);
    },
    rows: &[
        "INSERT INTO animals (id, name, weight, cage) VALUES (1, 'Rex', 2147483647, 1)",
        "INSERT INTO animals (id, name, weight, cage) VALUES (2, 'Ida', NULL, 1)",
    ],
    scripted: true,
};

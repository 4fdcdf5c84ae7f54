//! The keys that SeaORM's derives understand (sea-orm-macros 2.0.4), those without a meaning for the schema among them.

/// On the struct of an entity (`entity_model.rs`, `attributes.rs`).
pub(crate) const TABLE_KEYS: &[&str] = &[
    "table_name",
    "schema_name",
    "comment",
    "rename_all",
    "table_iden",
    "model_ex",
    "compact_model",
    "model_attrs",
    "model_ex_attrs",
    "arrow_schema",
    "entity",
    "column",
    "model",
    "active_model",
    "active_model_ex",
    "primary_key",
    "relation",
];

/// On a field that is a column (`entity_model.rs`, `arrow_schema.rs`).
pub(crate) const FIELD_KEYS: &[&str] = &[
    "primary_key",
    "auto_increment",
    "column_name",
    "enum_name",
    "column_type",
    "nullable",
    "unique",
    "indexed",
    "unique_key",
    "default_value",
    "default_expr",
    "comment",
    "extra",
    "renamed_from",
    "ignore",
    "select_as",
    "save_as",
    "arrow_skip",
    "arrow_field",
    "arrow_precision",
    "arrow_scale",
    "arrow_timestamp_unit",
    "arrow_timezone",
    "arrow_comment",
    "arrow_byte_width",
];

/// On a field that is a relation (`attributes.rs`, `compound_attr`).
pub(crate) const RELATION_FIELD_KEYS: &[&str] = &[
    "has_one",
    "has_many",
    "belongs_to",
    "self_ref",
    "skip_fk",
    "via",
    "via_rel",
    "from",
    "to",
    "relation_enum",
    "relation_reverse",
    "reverse",
    "on_update",
    "on_delete",
];

/// On a variant of a `Relation` enum (`attributes.rs`, `relation_attr`).
pub(crate) const RELATION_KEYS: &[&str] = &[
    "belongs_to",
    "has_one",
    "has_many",
    "via_rel",
    "on_update",
    "on_delete",
    "on_condition",
    "from",
    "to",
    "fk_name",
    "skip_fk",
    "condition_type",
];

/// On an active enum (`active_enum.rs`).
pub(crate) const ENUM_KEYS: &[&str] = &["rs_type", "db_type", "enum_name", "rename_all"];

/// On a variant of an active enum (`active_enum.rs`).
pub(crate) const LABEL_KEYS: &[&str] = &["string_value", "num_value", "display_value", "rename"];

/// On a newtype (`attributes.rs`, `value_type_attr`).
pub(crate) const VALUE_TYPE_KEYS: &[&str] =
    &["column_type", "array_type", "value_type", "from_str", "to_str", "try_from_u64", "try_getable_array"];

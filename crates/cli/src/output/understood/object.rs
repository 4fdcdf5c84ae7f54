//! The JSON object that the README documents. Keys are added, never renamed or taken away.

use serde::Serialize;

/// What `entities` prints.
#[derive(Serialize)]
pub(crate) struct EntitiesObject {
    /// The dialect of the SQL types.
    pub(super) dialect: &'static str,
    /// By file and line.
    pub(super) entities: Vec<EntityObject>,
    pub(super) set_aside: Vec<AsideObject>,
    pub(super) warnings: Vec<WarningObject>,
    pub(super) counts: CountsObject,
}

/// An entity that counts.
#[derive(Serialize)]
pub(super) struct EntityObject {
    pub(super) file: String,
    pub(super) line: usize,
    pub(super) format: &'static str,
    pub(super) table: String,
    pub(super) schema: Option<String>,
    pub(super) columns: Vec<ColumnObject>,
    pub(super) primary_key: Vec<String>,
    pub(super) uniques: Vec<UniqueObject>,
    pub(super) foreign_keys: Vec<ForeignKeyObject>,
    pub(super) indexes: Vec<IndexObject>,
    pub(super) checks: Vec<CheckObject>,
    pub(super) opaque: Vec<OpaqueObject>,
}

/// A column. What nobody could tell is null.
#[derive(Serialize)]
pub(super) struct ColumnObject {
    pub(super) name: String,
    pub(super) rust_type: Option<String>,
    pub(super) column_type: Option<String>,
    pub(super) sql_type: Option<String>,
    pub(super) nullable: bool,
    pub(super) primary_key: bool,
    pub(super) auto_increment: bool,
    pub(super) unique: bool,
    pub(super) default: Option<String>,
    pub(super) generated: Option<String>,
}

#[derive(Serialize)]
pub(super) struct UniqueObject {
    pub(super) name: Option<String>,
    pub(super) columns: Vec<String>,
}

#[derive(Serialize)]
pub(super) struct ForeignKeyObject {
    pub(super) name: Option<String>,
    pub(super) columns: Vec<String>,
    pub(super) references_schema: Option<String>,
    pub(super) references_table: String,
    pub(super) references_columns: Vec<String>,
    pub(super) on_delete: Option<&'static str>,
    pub(super) on_update: Option<&'static str>,
}

#[derive(Serialize)]
pub(super) struct IndexObject {
    pub(super) name: Option<String>,
    /// Columns, and expressions in parentheses.
    pub(super) parts: Vec<String>,
    pub(super) unique: bool,
    pub(super) filter: Option<String>,
}

#[derive(Serialize)]
pub(super) struct CheckObject {
    pub(super) name: Option<String>,
    pub(super) expression: String,
}

/// A column whose type could not be told.
#[derive(Serialize)]
pub(super) struct OpaqueObject {
    pub(super) column: String,
    pub(super) rust_type: String,
    pub(super) reason: String,
    pub(super) help: String,
    pub(super) file: String,
    pub(super) line: usize,
}

/// An entity that does not count.
#[derive(Serialize)]
pub(super) struct AsideObject {
    pub(super) file: String,
    pub(super) line: usize,
    pub(super) format: &'static str,
    pub(super) table: String,
    pub(super) schema: Option<String>,
    pub(super) reason: &'static str,
}

#[derive(Serialize)]
pub(super) struct WarningObject {
    pub(super) file: String,
    pub(super) line: usize,
    pub(super) column: usize,
    pub(super) message: String,
    pub(super) help: Option<String>,
}

/// How many there are of what is printed; warnings are those of all entities.
#[derive(Serialize)]
pub(super) struct CountsObject {
    pub(super) entities: usize,
    pub(super) columns: usize,
    pub(super) opaque: usize,
    pub(super) set_aside: usize,
    pub(super) warnings: usize,
}

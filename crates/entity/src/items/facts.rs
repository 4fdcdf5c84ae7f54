//! What a file says, apart from the parser's tree: plain data that leaves the thread it was read in.

use limbeck_schema::{Deferrable, ReferentialAction};

use crate::{
    Format, Generation,
    expressions::DefaultText,
    extra::Extra,
    formats::Definitions,
    hints::{ColumnHints, RelationHints, TableHints},
    naming::Names,
    problems::{At, Fault, Note},
    types::{PathText, RustType, TypeText},
};

/// Everything of one file.
#[derive(Debug, Default)]
pub(crate) struct FileFacts {
    /// The file's own module first, then its inline modules.
    pub(crate) modules: Vec<ModuleFacts>,
    /// What is wrong with it, whoever uses it.
    pub(crate) notes: Vec<Note>,
    /// Its macros, as names and texts.
    pub(crate) macros: Vec<(String, String)>,
    /// The macros it calls that are not its own.
    pub(crate) calls: Vec<String>,
}

/// Everything of one module, its inline modules aside.
#[derive(Debug, Default)]
pub(crate) struct ModuleFacts {
    /// The names of the inline modules that lead to it from the file's own.
    pub(crate) path: Vec<String>,
    /// What `use` brings in under a name.
    pub(crate) imports: Vec<(String, PathText)>,
    /// The paths of `use ..::*`.
    pub(crate) globs: Vec<PathText>,
    pub(crate) definitions: Vec<DefinitionFacts>,
    pub(crate) entities: Vec<EntityFacts>,
    pub(crate) relations: Vec<RelationFacts>,
    pub(crate) value_types: Vec<ValueTypeFacts>,
    pub(crate) written: Vec<WrittenEntity>,
    pub(crate) entity_traits: Vec<EntityTraitFacts>,
    pub(crate) column_traits: Vec<ColumnTraitFacts>,
    pub(crate) key_traits: Vec<KeyTraitFacts>,
    pub(crate) iterated: Vec<IteratedEnum>,
    pub(crate) idens: Vec<IdenFacts>,
    pub(crate) models: Vec<ModelFacts>,
    /// What the hints of hand-written entities say, by the names of their structs.
    pub(crate) table_hints: Vec<(String, TableHints)>,
    /// The hints at the variants of a `Relation` whose `RelationTrait` is written by hand.
    pub(crate) relation_hints: Vec<(String, RelationHints)>,
    /// The modules that stand in files of their own: `mod name;`, those aside whose condition is false.
    pub(crate) declared: Vec<String>,
    /// `mod name;` under a condition that is false: its file is not compiled; and what to say of entities in it if features are why.
    pub(crate) absent: Vec<(String, Option<Fault>)>,
    /// `mod name` under a condition that may hold or not: the name, the condition, the place.
    pub(crate) conditions: Vec<(String, String, At)>,
    /// `#[path = "file"] mod name;` as name and file.
    pub(crate) paths: Vec<(String, String)>,
    /// The identifiers inside macro calls, with the macro's name: what a macro makes is not visible.
    pub(crate) macro_words: Vec<(String, String, At)>,
}

/// A struct, enum or alias that a column's type may name.
#[derive(Debug)]
pub(crate) struct DefinitionFacts {
    pub(crate) name: String,
    pub(crate) at: At,
    /// The names of its type parameters.
    pub(crate) parameters: Vec<String>,
    pub(crate) kind: DefinitionKind,
}

/// What such a type is in a database.
#[derive(Debug)]
pub(crate) enum DefinitionKind {
    /// `type Name = ..;`
    Alias(RustType),
    /// A newtype: the column type of what it holds.
    Newtype(RustType),
    /// A type whose column type is written: an attribute's, or that of a hand-written `column_type()`, with the module that this stands in if it is
    /// another one.
    Stated(TypeText, Option<usize>),
    /// An active enum that is a type of its own in the database, by name and labels.
    Enumeration {
        /// The schema that a hint puts it in.
        schema: Option<String>,
        /// The name in the database.
        name: String,
        /// The labels in their order.
        labels: Vec<String>,
        /// The labels that were called otherwise before, as (now, before).
        renames: Vec<(String, String)>,
    },
    /// Derives `FromJsonQueryResult`.
    Json,
    /// What it says of its column type is wrong or was not understood; told if a column has this type.
    Unclear(Fault, At),
    /// Says nothing of a column type.
    Plain,
}

/// `impl ValueType for Name`.
#[derive(Debug)]
pub(crate) struct ValueTypeFacts {
    pub(crate) of: PathText,
    pub(crate) at: At,
    /// What its `column_type()` is; `None` where that is not one expression.
    pub(crate) column_type: Option<TypeText>,
}

/// An entity that is written by hand: `derive(DeriveEntity)`, or `impl EntityName`.
#[derive(Debug)]
pub(crate) struct WrittenEntity {
    /// The struct's name, nearly always `Entity`.
    pub(crate) name: String,
    pub(crate) at: At,
    /// Whether this is the derive; else it is the implementation.
    pub(crate) derived: bool,
    /// What `table_name()` gives, if it is a literal.
    pub(crate) table_name: Option<String>,
    /// What `schema_name()` gives, if it is a literal.
    pub(crate) schema_name: Option<String>,
    /// The same of `comment()`.
    pub(crate) comment: Option<String>,
}

/// `impl EntityTrait`, or what the derive in its place says: the other parts of a hand-written entity.
#[derive(Debug)]
pub(crate) struct EntityTraitFacts {
    pub(crate) of: PathText,
    pub(crate) model: Option<PathText>,
    pub(crate) column: Option<PathText>,
    pub(crate) primary_key: Option<PathText>,
}

/// `impl ColumnTrait for Column`.
#[derive(Debug)]
pub(crate) struct ColumnTraitFacts {
    pub(crate) of: PathText,
    pub(crate) at: At,
    pub(crate) definitions: Definitions,
}

/// `impl PrimaryKeyTrait for PrimaryKey`.
#[derive(Debug)]
pub(crate) struct KeyTraitFacts {
    pub(crate) of: PathText,
    /// What its `auto_increment()` gives, if it is a literal.
    pub(crate) auto_increment: Option<bool>,
}

/// `impl IdenStatic` or `impl Iden` for an enum.
#[derive(Debug)]
pub(crate) struct IdenFacts {
    pub(crate) of: PathText,
    /// The variants with the names that it gives them.
    pub(crate) names: Vec<(String, String)>,
}

/// An enum that can be iterated, as a hand-written `Column` or `PrimaryKey` has to be.
#[derive(Debug)]
pub(crate) struct IteratedEnum {
    pub(crate) name: String,
    pub(crate) variants: Vec<VariantFacts>,
}

/// One of its variants.
#[derive(Debug)]
pub(crate) struct VariantFacts {
    pub(crate) name: String,
    /// The column's name by SeaORM's derive.
    pub(crate) column: String,
    pub(crate) at: At,
    pub(crate) hints: ColumnHints,
}

/// A struct that derives `DeriveModel`.
#[derive(Debug)]
pub(crate) struct ModelFacts {
    pub(crate) name: String,
    pub(crate) fields: Vec<ModelField>,
}

/// One of its fields.
#[derive(Debug)]
pub(crate) struct ModelField {
    pub(crate) variant: String,
    pub(crate) rust_type: RustType,
}

/// An entity: a struct that derives `DeriveEntityModel`, or what its hand-written parts say together.
#[derive(Debug)]
pub(crate) struct EntityFacts {
    /// What it is called in Rust, nearly always `Entity`.
    pub(crate) name: String,
    pub(crate) format: Format,
    pub(crate) at: At,
    pub(crate) table_name: Option<String>,
    pub(crate) schema_name: Option<String>,
    pub(crate) comment: Option<String>,
    pub(crate) columns: Vec<ColumnFacts>,
    /// The columns that ignored fields would have.
    pub(crate) ignored: Vec<Names>,
    /// The variants of the primary key in their order; `None` where the columns say it, in theirs.
    pub(crate) key: Option<Vec<String>>,
    /// What the entity says of whether the database numbers the key, if there is just one.
    pub(crate) auto_increment: Option<bool>,
    /// Whether the name of the key's type is one that SeaORM 2 numbers no rows by.
    pub(crate) key_named_as_text: bool,
    /// Where `auto_increment = true` stands.
    pub(crate) auto_increment_at: Option<At>,
    /// The relations that are fields.
    pub(crate) relations: Vec<RelationFacts>,
    pub(crate) hints: TableHints,
}

impl EntityFacts {
    /// Whether the database numbers the key by what the entity says, else by SeaORM's rule.
    pub(crate) fn is_numbered(&self, generation: Generation) -> bool {
        self.auto_increment.unwrap_or(match generation {
            Generation::One => true,
            Generation::Two => !self.key_named_as_text,
        })
    }
}

/// A field that is a column.
#[derive(Debug, Default)]
pub(crate) struct ColumnFacts {
    pub(crate) names: Names,
    pub(crate) at: At,
    /// The field's type as it is written; `None` for a column without a field.
    pub(crate) rust_type: Option<RustType>,
    pub(crate) type_at: At,
    /// What `column_type` or a hand-written definition says, or why it cannot be read; `None` leaves it to the Rust type.
    pub(crate) stated_type: Option<Result<TypeText, Fault>>,
    pub(crate) nullable: bool,
    pub(crate) primary_key: bool,
    pub(crate) unique: bool,
    pub(crate) indexed: bool,
    pub(crate) unique_key: Option<String>,
    pub(crate) default: Option<(DefaultText, At)>,
    pub(crate) comment: Option<String>,
    pub(crate) extra: Extra,
    pub(crate) renamed_from: Option<String>,
    pub(crate) hints: ColumnHints,
}

/// A relation that makes a foreign key.
#[derive(Debug)]
pub(crate) struct RelationFacts {
    /// The variant of a hand-written `RelationTrait`, whose hints stand at the enum.
    pub(crate) variant: Option<String>,
    /// The entity that has the key; for a relation that is a field its own, by the name `Entity`.
    pub(crate) owner: PathText,
    pub(crate) at: At,
    pub(crate) target: PathText,
    pub(crate) target_at: At,
    /// The variants of `Column`, or fields, of the owner.
    pub(crate) from: Vec<String>,
    pub(crate) from_at: At,
    /// The same of the target, in the order of `from`.
    pub(crate) to: Vec<String>,
    pub(crate) to_at: At,
    pub(crate) on_delete: Option<ReferentialAction>,
    pub(crate) on_update: Option<ReferentialAction>,
    pub(crate) name: Option<String>,
    pub(crate) deferrable: Option<Deferrable>,
}

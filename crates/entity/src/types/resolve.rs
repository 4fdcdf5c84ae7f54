use limbeck_schema::{ColumnType, Enumeration, ObjectName, StringLength};

use super::{
    known::{Known, known},
    rust_type::{PathText, RustType},
    stated::StatedTypes,
    text::TypeText,
};
use crate::{
    Generation,
    items::{Definition, DefinitionKind, Target, Tree},
    origins::Span,
    problems::{At, Fault},
};

/// Finds the column types of Rust types.
pub(crate) struct Types<'a> {
    tree: &'a Tree,
    stated: &'a StatedTypes,
    generation: Generation,
}

/// A column type, and what its enum says, if it is one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Resolved {
    pub(crate) column_type: ColumnType,
    pub(crate) enumeration: Option<StatedEnum>,
}

/// What an enum says beside its labels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct StatedEnum {
    /// Where it is defined.
    pub(crate) span: Span,
    /// The labels that were called otherwise before, as (now, before).
    pub(crate) renames: Vec<(String, String)>,
}

impl From<ColumnType> for Resolved {
    fn from(column_type: ColumnType) -> Self {
        Self { column_type, enumeration: None }
    }
}

/// How many definitions may lead on to each other.
const DEEPEST: usize = 32;

/// What to do about a type that cannot be read.
fn way_out(of: &RustType) -> String {
    let of = of.inside_option();
    format!(
        "state the type at the field, such as `#[sea_orm(column_type = \"Text\")]`, or in limbeck.toml: `[types]` `\"{of}\" = \"text\"`"
    )
}

impl<'a> Types<'a> {
    pub(crate) fn new(tree: &'a Tree, stated: &'a StatedTypes, generation: Generation) -> Self {
        Self { tree, stated, generation }
    }

    /// The column type of a field's Rust type, which stands in `module`.
    pub(crate) fn of_rust(&self, module: usize, of: &RustType) -> Result<Resolved, Fault> {
        let of = of.inside_option();
        match self.generation {
            Generation::One => match by_name(of) {
                Some(column_type) => Ok(column_type.into()),
                None => self.rust(module, of, 0),
            },
            Generation::Two => self.rust(module, of, 0),
        }
    }

    /// The column type that a text states in `module`.
    pub(crate) fn of_text(&self, module: usize, text: &TypeText) -> Result<Resolved, Fault> {
        self.text(module, text, 0)
    }

    fn text(&self, module: usize, text: &TypeText, depth: usize) -> Result<Resolved, Fault> {
        match text {
            TypeText::Known(column_type) => Ok(column_type.clone().into()),
            TypeText::Of(of) => self.rust(module, of, depth + 1),
            TypeText::ArrayOf(member) => self.text(module, member, depth + 1).map(array),
        }
    }

    fn rust(&self, module: usize, of: &RustType, depth: usize) -> Result<Resolved, Fault> {
        if depth > DEEPEST {
            return Err(Fault::new(format!("the type `{of}` leads back to itself")).help(way_out(of)));
        }
        let (path, arguments) = match of {
            RustType::Path(path, arguments) => (path, arguments),
            RustType::Elsewhere(module, of) => return self.rust(*module, of, depth + 1),
            RustType::Macro(_) | RustType::Other(_) => {
                return Err(Fault::new(format!("SeaORM has no column type for {of}")).help(way_out(of)));
            }
        };
        if let Some(column_type) = self.stated_for(module, path) {
            return Ok(column_type.clone().into());
        }
        match self.tree.resolve(module, path) {
            Target::Definition(id) => self.definition(id, (module, arguments), depth),
            Target::External(external) => match known(&external, !arguments.is_empty()) {
                Some(known) => self.known(module, known, arguments, of, depth),
                None => self.elsewhere(module, &external, of, depth),
            },
            Target::Missing => self.elsewhere(module, &path.segments, of, depth),
            Target::Module(_) | Target::Entity(_) => {
                Err(Fault::new(format!("`{of}` is not the type of a value")).help(way_out(of)))
            }
        }
    }

    /// What the project states for a type: by the path as it is written, as an import gives it, or by another one that leads to the same.
    fn stated_for(&self, module: usize, path: &PathText) -> Option<&ColumnType> {
        if self.stated.has_no_paths() {
            return None;
        }
        let imported = self.tree.imported(module, path);
        let target = self.tree.resolve(module, path);
        let is_meant = |other: &PathText| {
            let same_target = || matches!(target, Target::Definition(_)) && self.tree.resolve(module, other) == target;
            other.segments == path.segments || other.segments == imported.segments || same_target()
        };
        self.stated.of_path(is_meant)
    }

    /// A type that no path leads to. Where the package is known there is no such type among the sources, whatever its name.
    fn elsewhere(&self, module: usize, path: &[String], of: &RustType, depth: usize) -> Result<Resolved, Fault> {
        if self.tree.is_packaged(module) {
            return Err(self.unknown(&PathText { leading: false, segments: path.to_vec() }, of));
        }
        self.by_name(path, of, depth)
    }

    fn known(
        &self,
        module: usize,
        known: Known,
        arguments: &[RustType],
        of: &RustType,
        depth: usize,
    ) -> Result<Resolved, Fault> {
        match (known, arguments) {
            (Known::Is(column_type), _) => Ok(column_type.into()),
            (Known::Option, [inner]) => self.rust(module, inner, depth + 1),
            (Known::Vec, [member]) => {
                let member = self.rust(module, member, depth + 1)?;
                Ok(match member.column_type {
                    ColumnType::TinyUnsigned => ColumnType::VarBinary(StringLength::None).into(),
                    _ => array(member),
                })
            }
            (Known::Option | Known::Vec, _) => {
                Err(Fault::new(format!("`{of}` has no type in its brackets")).help(way_out(of)))
            }
        }
    }

    /// What a definition is with type arguments, which stand in the module beside them.
    fn definition(&self, id: usize, (from, arguments): (usize, &[RustType]), depth: usize) -> Result<Resolved, Fault> {
        let Definition { name, module, at, parameters, kind, .. } = &self.tree.definitions[id];
        match kind {
            DefinitionKind::Alias(of) | DefinitionKind::Newtype(of) => {
                self.rust(*module, &of.with(parameters, arguments, from), depth + 1)
            }
            DefinitionKind::Stated(text, elsewhere) => self.text(elsewhere.unwrap_or(*module), text, depth + 1),
            DefinitionKind::Json => Ok(ColumnType::Json.into()),
            DefinitionKind::Enumeration { schema, name, labels, renames } => Ok(Resolved {
                column_type: ColumnType::Enum(Enumeration::new(
                    ObjectName { schema: schema.clone(), name: name.clone() },
                    labels.iter().cloned(),
                )),
                enumeration: Some(StatedEnum { span: self.span(id, *at), renames: renames.clone() }),
            }),
            DefinitionKind::Unclear(fault, at) => {
                let message = format!("{} ({})", fault.message, self.place(id, *at));
                Err(Fault {
                    message,
                    help: fault.help.clone().or_else(|| Some(way_out(&RustType::Path(PathText::of(name), Vec::new())))),
                })
            }
            DefinitionKind::Plain => {
                self.tree.ask_for_crate(*module);
                Err(Fault::new(format!(
                    "`{name}` ({}) derives none of DeriveActiveEnum, DeriveValueType, FromJsonQueryResult",
                    self.place(id, *at)
                ))
                .help(way_out(&RustType::Path(PathText::of(name), Vec::new()))))
            }
        }
    }

    /// The definition of this name, where a path leads out of the files: the only one, or the only one in a module of the path's last name.
    fn by_name(&self, path: &[String], of: &RustType, depth: usize) -> Result<Resolved, Fault> {
        let Some((name, owners)) = path.split_last() else {
            return Err(self.unknown(&PathText::default(), of));
        };
        let all = self.tree.definitions_named(name);
        let near: Vec<usize> = match owners.last() {
            Some(owner) => {
                let is_near = |id: &&usize| self.tree.module_name(self.tree.definitions[**id].module) == owner;
                all.iter().filter(is_near).copied().collect()
            }
            None => Vec::new(),
        };
        let mut candidates = if near.is_empty() { all.to_vec() } else { near };
        // One that says nothing of a column type is not meant where another does.
        let says = |id: &usize| !matches!(self.tree.definitions[*id].kind, DefinitionKind::Plain);
        if candidates.iter().any(says) {
            candidates.retain(says);
        }
        let Some((first, others)) = candidates.split_first() else {
            return Err(self.unknown(&PathText { leading: false, segments: path.to_vec() }, of));
        };
        let resolved = self.definition(*first, (0, &[]), depth + 1)?;
        for other in others {
            if self.definition(*other, (0, &[]), depth + 1)?.column_type != resolved.column_type {
                let (one, two) = (&self.tree.definitions[*first], &self.tree.definitions[*other]);
                let places = format!("{} and {}", self.place(*first, one.at), self.place(*other, two.at));
                return Err(Fault::new(format!("the type `{of}` could be either of two: {places}"))
                    .help(format!("import it with a path that leads there, or {}", way_out(of))));
            }
        }
        Ok(resolved)
    }

    fn unknown(&self, path: &PathText, of: &RustType) -> Fault {
        // The macro that makes it may stand anywhere in its crate.
        self.tree.ask_for_macro(path.last());
        let help = match self.tree.macro_with(path.last()) {
            Some((name, file, at)) => format!(
                "it occurs in the macro call `{name}!` at {}:{}:{}, and what a macro makes cannot be read; {}",
                file.display(),
                at.line,
                at.column,
                way_out(of)
            ),
            None => way_out(of),
        };
        Fault::new(format!("the type `{of}` is not known")).help(help)
    }

    fn span(&self, id: usize, at: At) -> Span {
        let file = self.tree.files[self.tree.definitions[id].file].clone();
        Span { file, line: at.line, column: at.column }
    }

    fn place(&self, id: usize, at: At) -> String {
        let file = &self.tree.files[self.tree.definitions[id].file];
        format!("{}:{}:{}", file.display(), at.line, at.column)
    }
}

/// SeaORM 1's table of names, which comes before any resolution (sea-orm-macros 1.1.20, `sql_type_match.rs`).
fn by_name(of: &RustType) -> Option<ColumnType> {
    let RustType::Path(path, arguments) = of else { return None };
    let [name] = path.segments.as_slice() else { return None };
    let is_bytes = |argument: &RustType| matches!(argument, RustType::Path(path, _) if path.segments == ["u8"]);
    match (name.as_str(), arguments.as_slice()) {
        ("Vec", [argument]) if is_bytes(argument) => Some(ColumnType::VarBinary(StringLength::None)),
        ("Date" | "NaiveDate", []) => Some(ColumnType::Date),
        ("Time" | "NaiveTime", []) => Some(ColumnType::Time),
        ("DateTime" | "NaiveDateTime", []) => Some(ColumnType::DateTime),
        ("DateTimeUtc" | "DateTimeLocal" | "DateTimeWithTimeZone", []) => Some(ColumnType::TimestampWithTimeZone),
        ("Uuid", []) => Some(ColumnType::Uuid),
        ("Json", []) => Some(ColumnType::Json),
        ("Decimal", []) => Some(ColumnType::Decimal(None)),
        // The rest of its table are primitives and `String`.
        _ => None,
    }
}

fn array(member: Resolved) -> Resolved {
    Resolved { column_type: ColumnType::Array(Box::new(member.column_type)), enumeration: member.enumeration }
}

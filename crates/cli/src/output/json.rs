//! The JSON objects that the README documents. Keys are added, never renamed or taken away.

use limbeck::Edited;
use limbeck_autogenerate::{
    Change, Comparison, Kind, Label, Leaving, Noted, Question, Refused, Rename, Skipped, Unfilled,
};
use limbeck_entity::{Entities, Origins, Span};
use limbeck_operations::Operation;
use limbeck_schema::{Dialect, ObjectName, Schema, Server};
use serde::Serialize;

use super::{PreflightObject, ProofObject};
use crate::{project::Project, renaming};

/// What `check` prints, and the first part of what `migrate` prints.
#[derive(Serialize)]
pub(crate) struct ComparisonObject {
    dialect: &'static str,
    operations: Vec<OperationObject>,
    unmanaged: Vec<NotedObject>,
    unsaid: Vec<NotedObject>,
    unrecorded: Vec<NotedObject>,
    skipped: Vec<SkippedObject>,
    refused: Vec<RefusedObject>,
    questions: Vec<QuestionObject>,
    hazards: Vec<HazardObject>,
    not_applied: Vec<String>,
    edited: Vec<EditedObject>,
}

/// What `migrate` prints.
#[derive(Serialize)]
pub(crate) struct RevisionObject {
    #[serde(flatten)]
    pub comparison: ComparisonObject,
    pub revision: Option<FileObject>,
    pub proof: Option<ProofObject>,
    pub preflight: Vec<PreflightObject>,
    pub upgrade_sql: Vec<String>,
    pub downgrade_sql: Vec<String>,
}

/// The revision's file.
#[derive(Serialize)]
pub(crate) struct FileObject {
    pub file: String,
    pub source: String,
}

#[derive(Serialize)]
struct OperationObject {
    op: &'static str,
    schema: Option<String>,
    table: Option<String>,
    name: Option<String>,
    changes: Vec<&'static str>,
    label: &'static str,
    only: Vec<&'static str>,
    span: Option<SpanObject>,
}

#[derive(Serialize)]
struct SpanObject {
    file: String,
    line: usize,
    column: usize,
}

#[derive(Serialize)]
struct NotedObject {
    kind: &'static str,
    table: Option<String>,
    name: String,
}

#[derive(Serialize)]
struct SkippedObject {
    object: String,
    reason: String,
}

#[derive(Serialize)]
struct RefusedObject {
    table: String,
    name: String,
    reason: Option<String>,
    help: Option<String>,
    span: Option<SpanObject>,
}

#[derive(Serialize)]
struct QuestionObject {
    kind: &'static str,
    schema: Option<String>,
    table: String,
    name: Option<String>,
    renames: Vec<String>,
    flags: Vec<String>,
}

#[derive(Serialize)]
struct HazardObject {
    code: &'static str,
    operation: String,
    message: String,
    /// The dialects that it holds on; empty means all of the operation's.
    only: Vec<&'static str>,
}

/// An applied revision whose file was edited since.
#[derive(Serialize)]
struct EditedObject {
    id: String,
    difference: Vec<String>,
}

impl ComparisonObject {
    /// The same with the applied revisions whose files were edited since.
    pub(crate) fn with_edited(mut self, edited: &[Edited], server: &Server) -> Self {
        let object =
            |one: &Edited| EditedObject { id: one.id.clone(), difference: super::edited(one, server)[1..].to_vec() };
        self.edited = edited.iter().map(object).collect();
        self
    }

    /// The object of a comparison. `not_applied` are the ids of revisions that the database lacks.
    pub(crate) fn new(comparison: &Comparison, dialect: Dialect, entities: &Entities, not_applied: &[String]) -> Self {
        let origins = &entities.origins;
        let changes = comparison.changes.iter().map(|change| operation_object(change, origins));
        let drifts = comparison.drifted.iter().map(|drift| {
            departure(&drift.object, (drift.recorded.is_some(), drift.actual.is_some()), drift.label(), origins)
        });
        let mut operations: Vec<OperationObject> = changes.chain(drifts).collect();
        for conflict in &comparison.conflicts {
            let known = (conflict.recorded.is_some(), conflict.actual.is_some());
            let operation = departure(&conflict.object, known, conflict.label(), origins);
            // The change that the entities ask for stands there already, under the same label.
            if !operations.iter().any(|other| other.is_about(&operation)) {
                operations.push(operation);
            }
        }
        let hazards = comparison.changes.iter().flat_map(|change| {
            change.hazards.iter().map(|hazard| HazardObject {
                code: hazard.code.name(),
                operation: change.step.operation.to_string(),
                message: hazard.message.clone(),
                only: hazard.only.iter().map(|dialect| dialect.name()).collect(),
            })
        });
        Self {
            dialect: dialect.name(),
            operations,
            unmanaged: noted(&comparison.unmanaged),
            unsaid: noted(&comparison.unsaid),
            unrecorded: noted(&comparison.unrecorded),
            skipped: comparison.skipped.iter().map(skipped).collect(),
            refused: comparison.refused.iter().map(|refused| refused_object(refused, entities)).collect(),
            questions: questions(comparison, &entities.schema),
            hazards: hazards.collect(),
            not_applied: not_applied.to_vec(),
            edited: Vec::new(),
        }
    }
}

impl OperationObject {
    /// Whether both say the same of the same object.
    fn is_about(&self, other: &Self) -> bool {
        let key = |operation: &Self| {
            (operation.op, operation.schema.clone(), operation.table.clone(), operation.name.clone(), operation.label)
        };
        key(self) == key(other)
    }
}

fn operation_object(change: &Change, origins: &Origins) -> OperationObject {
    let operation = &change.step.operation;
    let changes = match operation {
        Operation::AlterColumn { changes, .. } => changes.facets(),
        _ => Vec::new(),
    };
    let table = operation.table();
    OperationObject {
        op: operation.name(),
        schema: table.and_then(|table| table.schema.clone()),
        table: table.map(|table| table.name.clone()),
        name: operation.part(),
        changes,
        label: change.label.name(),
        only: change.step.only.iter().map(|dialect| dialect.name()).collect(),
        span: span(operation, table, origins),
    }
}

/// What the database did to an object by itself: `known` is whether it is recorded, and whether it is there.
fn departure(object: &Noted, known: (bool, bool), label: Label, origins: &Origins) -> OperationObject {
    let (op, facet) = operation_of(object, known);
    let table = match object.kind {
        Kind::Table => Some(object.name.as_str().into()),
        Kind::Enum => None,
        _ => object.table.clone(),
    };
    let name = match (object.kind, facet) {
        (Kind::Table, _) => None,
        (_, Some(facet)) => Some(object.name.strip_suffix(&format!(".{facet}")).unwrap_or(&object.name).to_owned()),
        (_, None) => Some(object.name.clone()),
    };
    let span = table.as_ref().and_then(|table| origins.of(table, name.as_deref()));
    OperationObject {
        op,
        schema: table.as_ref().and_then(|table| table.schema.clone()),
        table: table.as_ref().map(|table| table.name.clone()),
        name,
        changes: facet.into_iter().collect(),
        label: label.name(),
        only: Vec::new(),
        span: span.map(span_object),
    }
}

/// The operation that would have done it, and the facet of the column that it would have changed.
fn operation_of(object: &Noted, known: (bool, bool)) -> (&'static str, Option<&'static str>) {
    let among = |made, changed, gone| match known {
        (false, _) => made,
        (true, true) => changed,
        (true, false) => gone,
    };
    let op = match object.kind {
        Kind::Table => among("create_table", "create_table", "drop_table"),
        Kind::Column => among("add_column", "alter_column", "drop_column"),
        Kind::Enum => among("create_enum", "alter_enum", "drop_enum"),
        Kind::Index => among("create_index", "create_index", "drop_index"),
        Kind::Unique => among("add_unique", "add_unique", "drop_unique"),
        Kind::ForeignKey => among("add_foreign_key", "add_foreign_key", "drop_foreign_key"),
        Kind::Check => among("add_check", "add_check", "drop_check"),
        Kind::PrimaryKey => "alter_primary_key",
        Kind::Comment if !object.name.contains('.') => "set_table_comment",
        facet @ (Kind::Type
        | Kind::Nullable
        | Kind::Default
        | Kind::AutoIncrement
        | Kind::Generated
        | Kind::OnUpdate
        | Kind::Collation
        | Kind::Comment
        | Kind::Extra) => return ("alter_column", Some(facet.name())),
    };
    (op, None)
}

/// Where the entity states what is made or changed; its table where it states nothing of it any more.
fn span(operation: &Operation, table: Option<&ObjectName>, origins: &Origins) -> Option<SpanObject> {
    let found = match (operation, table) {
        (Operation::AddColumn { column, .. }, Some(table)) => origins.of(table, Some(&column.name)),
        (Operation::AlterColumn { column, .. } | Operation::DropColumn { column, .. }, Some(table)) => {
            origins.of(table, Some(column))
        }
        (Operation::RenameColumn { to, .. }, Some(table)) => origins.of(table, Some(to)),
        (Operation::CreateEnum { enumeration, .. }, None) => origins.enumeration(&enumeration.name),
        (Operation::AlterEnum { name, .. } | Operation::RenameEnumLabel { name, .. }, None) => {
            origins.enumeration(name)
        }
        (_, Some(table)) => origins.of(table, operation.part().as_deref()),
        (_, None) => None,
    };
    found.map(span_object)
}

fn span_object(Span { file, line, column }: &Span) -> SpanObject {
    SpanObject { file: Project::display(file), line: *line, column: *column }
}

fn noted(list: &[Noted]) -> Vec<NotedObject> {
    list.iter()
        .map(|noted| NotedObject {
            kind: noted.kind.name(),
            table: noted.table.as_ref().map(ToString::to_string),
            name: noted.name.clone(),
        })
        .collect()
}

fn skipped(skipped: &Skipped) -> SkippedObject {
    SkippedObject { object: skipped.object.clone(), reason: skipped.reason.clone() }
}

/// What goes and may be what comes: `table` is the table or the enumerated type, `renames` are the names that it may have.
fn questions(comparison: &Comparison, wanted: &Schema) -> Vec<QuestionObject> {
    let names = renaming::names_of(comparison, wanted);
    let object = |question: &Question| {
        let (kind, of, name) = match &question.leaving {
            Leaving::Table { table } => ("table", table, None),
            Leaving::Column { table, column } => ("column", table, Some(column)),
            Leaving::Label { enumeration, label } => ("label", enumeration, Some(label)),
        };
        let to = |rename: &Rename| match rename {
            Rename::Table { to, .. } => to.to_string(),
            Rename::Column { to, .. } | Rename::Label { to, .. } => to.clone(),
        };
        QuestionObject {
            kind,
            schema: of.schema.clone(),
            table: of.name.clone(),
            name: name.cloned(),
            renames: question.renames.iter().map(to).collect(),
            flags: renaming::flags(question, &names),
        }
    };
    let unfilled = |unfilled: &Unfilled| QuestionObject {
        kind: "fill",
        schema: unfilled.table.schema.clone(),
        table: unfilled.table.name.clone(),
        name: Some(unfilled.column.clone()),
        renames: Vec::new(),
        flags: renaming::fill_flags(unfilled),
    };
    comparison.questions.iter().map(object).chain(comparison.unfilled.iter().map(unfilled)).collect()
}

fn refused_object(refused: &Refused, entities: &Entities) -> RefusedObject {
    let opaque = entities.opaque.get(&(refused.table.clone(), refused.column.clone()));
    RefusedObject {
        table: refused.table.to_string(),
        name: refused.column.clone(),
        reason: opaque.map(|opaque| opaque.reason.clone()),
        help: opaque.map(|opaque| opaque.help.clone()),
        span: opaque.map(|opaque| span_object(&opaque.span)),
    }
}

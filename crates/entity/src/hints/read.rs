use limbeck_hints::{
    CheckHint, ColumnHint, Deferral, EnumerationHint, IndexHint, LabelHint, Mistake, Nulls, Part, PartTarget,
    RelationHint, TableHint, Text, UniqueHint,
};
use limbeck_schema::{Deferrable, Generated, Index, IndexPart, NullsOrder};
use proc_macro2::TokenStream;
use syn::{Attribute, Meta};

use super::{CheckFacts, ColumnHints, IndexFacts, RelationHints, TableHints, UniqueFacts};
use crate::{
    attributes,
    problems::{At, Fault, Note},
    types::{self, TypeText},
};

/// The hints of a table.
pub(crate) fn table(attributes: &[Attribute], notes: &mut Vec<Note>) -> TableHints {
    let mut hints = TableHints::default();
    for hint in all(attributes, limbeck_hints::table, notes) {
        match hint {
            TableHint::Index(hint) => hints.indexes.push(index(hint)),
            TableHint::Unique(hint) => hints.uniques.push(unique(hint)),
            TableHint::Check(hint) => hints.checks.push(check(hint)),
            TableHint::RenamedFrom(text) => hints.renamed_from = Some(text.value),
            TableHint::Comment(text) => hints.comment = Some(text.value),
            TableHint::Ignore(_) => hints.ignore = true,
        }
    }
    hints
}

/// The hints of a column.
pub(crate) fn column(attributes: &[Attribute], notes: &mut Vec<Note>) -> ColumnHints {
    let mut hints = ColumnHints::default();
    for hint in all(attributes, limbeck_hints::column, notes) {
        match hint {
            ColumnHint::Index(hint) => hints.indexes.push(index(hint)),
            ColumnHint::Unique(hint) => hints.uniques.push(unique(hint)),
            ColumnHint::Check(hint) => hints.checks.push(check(hint)),
            ColumnHint::Generated(hint) => {
                hints.generated = Some(Generated { expression: hint.expression.value, stored: hint.stored });
            }
            ColumnHint::Collation(text) => hints.collation = Some(text.value),
            ColumnHint::Comment(text) => hints.comment = Some(text.value),
            ColumnHint::RenamedFrom(text) => hints.renamed_from = Some(text.value),
            ColumnHint::ColumnType(text) => hints.column_type = column_type(&text, notes),
            ColumnHint::Ignore(_) => hints.ignore = true,
        }
    }
    hints
}

/// The hints of a relation.
pub(crate) fn relation(attributes: &[Attribute], notes: &mut Vec<Note>) -> RelationHints {
    let mut hints = RelationHints::default();
    for hint in all(attributes, limbeck_hints::relation, notes) {
        match hint {
            RelationHint::Name(text) => hints.name = Some(text.value),
            // The stricter word counts: what is deferred from the start can be deferred.
            RelationHint::Deferral(deferral) => hints.deferrable = hints.deferrable.max(Some(deferrable(deferral))),
            RelationHint::Ignore(_) => hints.ignore = true,
        }
    }
    hints
}

/// The schema that an enumerated type is said to be in.
pub(crate) fn enumeration(attributes: &[Attribute], notes: &mut Vec<Note>) -> Option<String> {
    let hints = all(attributes, limbeck_hints::enumeration, notes).into_iter();
    hints.map(|EnumerationHint::Schema(text)| text.value).last()
}

/// What a value of an enumerated type was called before, and where that stands.
pub(crate) fn label(attributes: &[Attribute], notes: &mut Vec<Note>) -> Option<(String, At)> {
    let hints = all(attributes, limbeck_hints::label, notes).into_iter();
    hints.map(|LabelHint::RenamedFrom(text)| (text.value, At::from(text.span))).last()
}

/// All hints of an item; mistakes in them are told.
fn all<H>(
    attributes: &[Attribute],
    read: fn(TokenStream) -> Result<Vec<H>, Vec<Mistake>>,
    notes: &mut Vec<Note>,
) -> Vec<H> {
    let mut hints = Vec::new();
    for attribute in attributes {
        for tokens in insides(&attribute.meta) {
            match read(tokens) {
                Ok(read) => hints.extend(read),
                Err(mistakes) => notes.extend(mistakes.into_iter().map(note)),
            }
        }
    }
    hints
}

/// The insides of `limbeck(..)`, also in a `cfg_attr` whatever its condition: `cfg_attr(any(), limbeck(..))` is a hint without the derive.
fn insides(meta: &Meta) -> Vec<TokenStream> {
    match meta {
        Meta::List(list) if list.path.is_ident("limbeck") => vec![list.tokens.clone()],
        Meta::List(list) if list.path.is_ident("cfg_attr") => {
            let given = attributes::given(meta);
            given.iter().flat_map(insides).collect()
        }
        Meta::List(_) | Meta::Path(_) | Meta::NameValue(_) => Vec::new(),
    }
}

fn note(mistake: Mistake) -> Note {
    Fault { message: mistake.message, help: mistake.help }.error(mistake.span)
}

fn column_type(text: &Text, notes: &mut Vec<Note>) -> Option<(TypeText, At)> {
    let stated = types::stated(&text.value);
    if stated.is_none() {
        let fault = Fault::new(format!("`{}` is no column type", text.value));
        let help = "write it as a revision or SeaORM does: `text`, `decimal(16,4)`, `custom(\\\"citext\\\")`";
        notes.push(fault.help(help).error(text.span));
    }
    Some((TypeText::Known(stated?), At::from(text.span)))
}

fn index(hint: IndexHint) -> IndexFacts {
    let parts_at = hint.parts.iter().map(|part| At::from(part.span)).collect();
    let include_at = hint.include.iter().map(|column| At::from(column.span)).collect();
    let mut index = Index::new(hint.name.map(|name| name.value).unwrap_or_default(), hint.parts.into_iter().map(part));
    index.unique = hint.unique;
    index.method = hint.method.map(|method| method.value);
    index.filter = hint.filter.map(|filter| filter.value);
    index.include = hint.include.into_iter().map(|column| column.value).collect();
    index.nulls_not_distinct = hint.nulls_not_distinct;
    IndexFacts { at: At::from(hint.span), index, parts_at, include_at }
}

fn part(hint: Part) -> IndexPart {
    let mut part = match hint.target {
        PartTarget::Own => IndexPart::column(""),
        PartTarget::Column(name) => IndexPart::column(name),
        PartTarget::Expression(sql) => IndexPart::expression(sql),
    };
    part.descending = hint.descending;
    part.nulls = hint.nulls.map(|nulls| match nulls {
        Nulls::First => NullsOrder::First,
        Nulls::Last => NullsOrder::Last,
    });
    part.operator_class = hint.operator_class;
    part.collation = hint.collation;
    part.prefix = hint.prefix;
    part
}

fn unique(hint: UniqueHint) -> UniqueFacts {
    UniqueFacts {
        at: At::from(hint.span),
        name: hint.name.map(|name| name.value),
        columns: hint.columns.into_iter().map(|column| (column.value, At::from(column.span))).collect(),
        nulls_not_distinct: hint.nulls_not_distinct,
        deferrable: hint.deferral.map(deferrable),
    }
}

fn check(hint: CheckHint) -> CheckFacts {
    CheckFacts {
        name: hint.name.map(|name| name.value),
        at: At::from(hint.expression.span),
        expression: hint.expression.value,
    }
}

const fn deferrable(deferral: Deferral) -> Deferrable {
    match deferral {
        Deferral::InitiallyImmediate => Deferrable::InitiallyImmediate,
        Deferral::InitiallyDeferred => Deferrable::InitiallyDeferred,
    }
}

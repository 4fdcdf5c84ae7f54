//! What both spellings of a relation in attributes share: its columns and actions.

use limbeck_schema::ReferentialAction;
use proc_macro2::Span;
use syn::Expr;

use crate::{
    attributes::Arguments,
    nesting,
    problems::{At, Fault, Note, did_you_mean},
    types::PathText,
};

/// The columns and actions of a relation.
pub(crate) struct Ends {
    pub(crate) from: Vec<String>,
    pub(crate) from_at: At,
    pub(crate) to: Vec<String>,
    pub(crate) to_at: At,
    pub(crate) on_delete: Option<ReferentialAction>,
    pub(crate) on_update: Option<ReferentialAction>,
}

/// Reads `from`, `to`, `on_delete` and `on_update`; `None` if one of the first two is missing or not understood, which is told.
pub(crate) fn ends(arguments: &Arguments, span: Span, notes: &mut Vec<Note>) -> Option<Ends> {
    let from = end(arguments, "from", span, notes);
    let to = end(arguments, "to", span, notes);
    let on_delete = stated_action(arguments, "on_delete", notes);
    let on_update = stated_action(arguments, "on_update", notes);
    let ((from, from_at), (to, to_at)) = (from?, to?);
    Some(Ends { from, from_at, to, to_at, on_delete, on_update })
}

fn end(arguments: &Arguments, key: &str, span: Span, notes: &mut Vec<Note>) -> Option<(Vec<String>, At)> {
    if !arguments.has(key) {
        let fault = Fault::new(format!("this relation belongs to another entity, but does not say `{key}`"));
        let of = if key == "from" { "this table's column" } else { "the other table's column" };
        notes.push(fault.help(format!("name {of}: `{key} = \"..\"`")).error(span));
        return None;
    }
    let (text, at) = arguments.text(key, notes)?;
    let columns = match plain_path(text) {
        Some(path) => Some(vec![path.last().to_owned()]),
        None => nesting::parse::<Expr>(text).and_then(|expression| columns(&expression)),
    };
    if columns.is_none() {
        let fault = Fault::new(format!("`{text}` names no columns"));
        notes.push(fault.help("write `Column::UserId`, or `(Column::A, Column::B)` for several").error(at));
    }
    columns.map(|columns| (columns, At::from(at)))
}

/// The last segments of `Column::A` or `(Column::A, super::b::Column::B)`.
pub(crate) fn columns(expression: &Expr) -> Option<Vec<String>> {
    match expression {
        Expr::Path(path) => path.path.segments.last().map(|last| vec![crate::attributes::without_raw(&last.ident)]),
        Expr::Paren(inner) => columns(&inner.expr),
        Expr::Group(inner) => columns(&inner.expr),
        Expr::Tuple(tuple) if !tuple.elems.is_empty() => {
            let each = tuple.elems.iter().map(|element| match columns(element)?.as_slice() {
                [one] => Some(one.clone()),
                _ => None,
            });
            each.collect()
        }
        _ => None,
    }
}

fn stated_action(arguments: &Arguments, key: &str, notes: &mut Vec<Note>) -> Option<ReferentialAction> {
    let (text, span) = arguments.text(key, notes)?;
    let name = text.rsplit("::").next().unwrap_or(text).trim();
    let found = action(name);
    if found.is_none() {
        let fault = Fault::new(format!("`{text}` is no action of a foreign key"));
        let help = match did_you_mean(name, ACTIONS.iter().map(|(name, _)| *name)) {
            Some(meant) => format!("did you mean `{meant}`?"),
            None => "use `Cascade`, `SetNull`, `Restrict`, `NoAction` or `SetDefault`".to_owned(),
        };
        notes.push(fault.help(help).error(span));
    }
    found
}

const ACTIONS: [(&str, ReferentialAction); 5] = [
    ("Cascade", ReferentialAction::Cascade),
    ("SetNull", ReferentialAction::SetNull),
    ("Restrict", ReferentialAction::Restrict),
    ("NoAction", ReferentialAction::NoAction),
    ("SetDefault", ReferentialAction::SetDefault),
];

/// The action of a variant of SeaORM's `ForeignKeyAction`.
pub(crate) fn action(variant: &str) -> Option<ReferentialAction> {
    ACTIONS.iter().find(|(name, _)| *name == variant).map(|(_, action)| *action)
}

/// The path that a string is where it has nothing but names in it, which needs no parser.
fn plain_path(text: &str) -> Option<PathText> {
    let is_name = |name: &str| {
        name.starts_with(|c: char| c.is_ascii_alphabetic())
            && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
    };
    let segments: Vec<_> = text.split("::").map(str::to_owned).collect();
    segments.iter().all(|name| is_name(name)).then_some(PathText { leading: false, segments })
}

/// The path that a string holds.
pub(crate) fn path(text: &str) -> Option<PathText> {
    if let Some(path) = plain_path(text) {
        return Some(path);
    }
    nesting::parse::<syn::Path>(text).map(|path| PathText::from(&path))
}

//! `impl RelationTrait` by hand: a match with a chain of calls in each arm.

use syn::{Block, Expr, ExprCall, ExprMethodCall, ImplItem, Item, ItemImpl, Pat, Stmt, spanned::Spanned};

use super::{action, columns};
use crate::{
    attributes::{self, without_raw},
    items::{RelationFacts, Uses},
    problems::{At, Fault, Note},
    types::{PathText, RustType},
};

/// Reads the arms of `def()` that make foreign keys.
pub(crate) fn written(item: &ItemImpl, relations: &mut Vec<RelationFacts>, notes: &mut Vec<Note>) {
    for item in &item.items {
        let ImplItem::Fn(function) = item else { continue };
        if function.sig.ident == "def" {
            let uses = Uses::of_block(&function.block);
            let start = relations.len();
            block(&function.block, relations, notes);
            for relation in &mut relations[start..] {
                relation.owner = uses.apply(std::mem::take(&mut relation.owner));
                relation.target = uses.apply(std::mem::take(&mut relation.target));
            }
        }
    }
}

fn block(block: &Block, relations: &mut Vec<RelationFacts>, notes: &mut Vec<Note>) {
    let is_use = |statement: &&Stmt| matches!(statement, Stmt::Item(Item::Use(_)));
    let first = block.stmts.iter().take_while(is_use).count();
    match &block.stmts[first..] {
        [] => {}
        [Stmt::Expr(expression, _)] => expression_of(expression, relations, notes),
        [Stmt::Macro(call)] if is_diverging(&call.mac) => {}
        [first, ..] => notes.push(not_understood().error(first.span())),
    }
}

fn expression_of(expression: &Expr, relations: &mut Vec<RelationFacts>, notes: &mut Vec<Note>) {
    match expression {
        Expr::Match(choice) => {
            for arm in choice.arms.iter().filter(|arm| attributes::is_compiled(&arm.attrs)) {
                let start = relations.len();
                expression_of(&arm.body, relations, notes);
                for relation in &mut relations[start..] {
                    relation.variant = variant(&arm.pat);
                }
            }
        }
        Expr::Block(inner) => block(&inner.block, relations, notes),
        Expr::Paren(inner) => expression_of(&inner.expr, relations, notes),
        Expr::Return(returned) => {
            if let Some(inner) = &returned.expr {
                expression_of(inner, relations, notes);
            }
        }
        Expr::Macro(call) if is_diverging(&call.mac) => {}
        // One conversion behind the whole match.
        Expr::MethodCall(call) if is_conversion(call) && matches!(&*call.receiver, Expr::Match(_) | Expr::Paren(_)) => {
            expression_of(&call.receiver, relations, notes);
        }
        _ => match chain(expression) {
            Some(Chain::Key(relation)) => relations.push(*relation),
            Some(Chain::NoKey) => {}
            None => notes.push(not_understood().error(expression.span())),
        },
    }
}

/// The variant that an arm is about.
fn variant(pattern: &Pat) -> Option<String> {
    match pattern {
        Pat::Path(path) => path.path.segments.last().map(|last| without_raw(&last.ident)),
        Pat::Ident(name) => Some(without_raw(&name.ident)),
        _ => None,
    }
}

/// What a chain of calls makes.
enum Chain {
    Key(Box<RelationFacts>),
    /// The inverse side, or a relation that asks for no key.
    NoKey,
}

/// `Entity::belongs_to(super::user::Entity).from(Column::UserId).to(super::user::Column::Id).on_delete(..).into()`
fn chain(expression: &Expr) -> Option<Chain> {
    let mut steps = Vec::new();
    let mut receiver = expression;
    while let Expr::MethodCall(call) = receiver {
        steps.push(call);
        receiver = &call.receiver;
    }
    let Expr::Call(call) = receiver else { return None };
    let (owner, kind) = called(call)?;
    let reversed = steps.iter().any(|step| step.method == "rev");
    match kind.as_str() {
        "has_one" | "has_many" | "has_many_via" if !reversed => return Some(Chain::NoKey),
        "belongs_to" if !reversed => {}
        _ => return None,
    }
    let target = call.args.first()?;
    let Expr::Path(target_path) = target else { return None };
    let at = At::from(expression.span());
    let mut relation = RelationFacts {
        variant: None,
        owner,
        at,
        target: PathText::from(&target_path.path),
        target_at: At::from(target.span()),
        from: Vec::new(),
        from_at: at,
        to: Vec::new(),
        to_at: at,
        on_delete: None,
        on_update: None,
        name: None,
        deferrable: None,
    };
    for call in steps.iter().rev() {
        if call.method == "skip_fk" {
            return Some(Chain::NoKey);
        }
        step(call, &mut relation)?;
    }
    (!relation.from.is_empty() && !relation.to.is_empty()).then(|| Chain::Key(Box::new(relation)))
}

fn step(call: &ExprMethodCall, relation: &mut RelationFacts) -> Option<()> {
    let argument = call.args.first();
    match call.method.to_string().as_str() {
        "from" => {
            relation.from = columns(argument?)?;
            relation.from_at = At::from(argument?.span());
        }
        "to" => {
            relation.to = columns(argument?)?;
            relation.to_at = At::from(argument?.span());
        }
        "on_delete" => relation.on_delete = Some(stated_action(argument?)?),
        "on_update" => relation.on_update = Some(stated_action(argument?)?),
        "fk_name" => relation.name = Some(crate::types::text(argument?)?),
        // Conditions are part of a join, not of the key.
        "into" | "def" | "on_condition" | "condition_type" => {}
        _ => return None,
    }
    Some(())
}

fn stated_action(expression: &Expr) -> Option<limbeck_schema::ReferentialAction> {
    let Expr::Path(path) = expression else { return None };
    action(&path.path.segments.last()?.ident.to_string())
}

/// `Entity::belongs_to` as the path of the entity and the name of the function.
fn called(call: &ExprCall) -> Option<(PathText, String)> {
    let Expr::Path(function) = &*call.func else { return None };
    let path = PathText::from(&function.path);
    let name = path.last().to_owned();
    // `<Entity as EntityTrait>::belongs_to`
    let owner = match function.qself.as_ref().map(|qself| RustType::from(&*qself.ty)) {
        Some(RustType::Path(owner, _)) => owner,
        Some(RustType::Elsewhere(..) | RustType::Macro(_) | RustType::Other(_)) => return None,
        None => path.parent(),
    };
    (!owner.segments.is_empty()).then_some((owner, name))
}

fn is_conversion(call: &ExprMethodCall) -> bool {
    call.args.is_empty() && (call.method == "into" || call.method == "def")
}

fn is_diverging(call: &syn::Macro) -> bool {
    let name = call.path.segments.last().map(|last| last.ident.to_string()).unwrap_or_default();
    matches!(name.as_str(), "panic" | "unimplemented" | "unreachable" | "todo")
}

fn not_understood() -> Fault {
    Fault::new("this relation is not understood, so it is not known whether it makes a foreign key").help(
        "write it as one call in the arm, `Entity::belongs_to(super::user::Entity).from(..).to(..).into()`, or derive DeriveRelation",
    )
}

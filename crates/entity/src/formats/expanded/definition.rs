//! `fn def(&self) -> ColumnDef` of a `ColumnTrait`: what it says of each variant.

use syn::{Arm, Block, Expr, ExprMethodCall, Pat, Stmt, spanned::Spanned};

use crate::{
    attributes::{self, without_raw},
    expressions::{self, DefaultText},
    extra::{self, Extra},
    items::Uses,
    problems::{At, Fault, Note},
    types::{self, TypeText},
};

/// What a `def` says.
#[derive(Clone, Debug, Default)]
pub(crate) struct Definitions {
    /// The arms with the variants that they name.
    arms: Vec<(Vec<String>, ColumnDefinition)>,
    /// What holds for all others: the arm `_`, or the whole function if it is no match.
    otherwise: Option<ColumnDefinition>,
}

/// What it says of one column.
#[derive(Clone, Debug)]
pub(crate) struct ColumnDefinition {
    pub(crate) at: At,
    /// The type, or why it is not known.
    pub(crate) column_type: Result<TypeText, Fault>,
    pub(crate) nullable: bool,
    pub(crate) unique: bool,
    pub(crate) indexed: bool,
    pub(crate) unique_key: Option<String>,
    pub(crate) default: Option<(DefaultText, At)>,
    pub(crate) comment: Option<String>,
    pub(crate) extra: Extra,
    pub(crate) renamed_from: Option<String>,
}

impl Definitions {
    /// What holds for a variant; `None` if no arm is about it.
    pub(crate) fn of(&self, variant: &str) -> Option<&ColumnDefinition> {
        let arm = self.arms.iter().find(|(variants, _)| variants.iter().any(|name| name == variant));
        arm.map(|(_, definition)| definition).or(self.otherwise.as_ref())
    }

    /// The types that it names.
    pub(crate) fn types(&self) -> impl Iterator<Item = &TypeText> {
        let all = self.arms.iter().map(|(_, definition)| definition).chain(&self.otherwise);
        all.filter_map(|definition| definition.column_type.as_ref().ok())
    }

    /// Reads the body of a `def`.
    pub(super) fn read(body: &Block, notes: &mut Vec<Note>) -> Self {
        let mut definitions = Self::default();
        let uses = Uses::of_block(body);
        // A variant begins with a capital letter, a name that takes everything does not.
        let stands_for = |name: &str| {
            let brought = || uses.imports.iter().any(|(import, _)| import == name) || !uses.globs.is_empty();
            name.starts_with(char::is_uppercase) && brought()
        };
        let context = Context { takes_variants: &stands_for };
        match only_expression(body) {
            Some((expression, after)) => definitions.add(expression, &after, &context, notes),
            None => definitions.otherwise = Some(ColumnDefinition::opaque(At::from(body.span()))),
        }
        for definition in
            definitions.arms.iter_mut().map(|(_, definition)| definition).chain(&mut definitions.otherwise)
        {
            if let Ok(column_type) = &mut definition.column_type {
                *column_type = column_type.clone().through(&uses);
            }
        }
        definitions
    }

    /// Adds an expression, behind which `after` is called, outermost first.
    fn add<'a>(
        &mut self,
        expression: &'a Expr,
        after: &[&'a ExprMethodCall],
        context: &Context<'_>,
        notes: &mut Vec<Note>,
    ) {
        match expression {
            Expr::Paren(inner) => self.add(&inner.expr, after, context, notes),
            Expr::Match(choice) => choice.arms.iter().for_each(|arm| self.add_arm(arm, after, context, notes)),
            Expr::MethodCall(call) if leads_to_match(&call.receiver) => {
                let calls: Vec<_> = after.iter().copied().chain([call]).collect();
                self.add(&call.receiver, &calls, context, notes);
            }
            other => self.otherwise = Some(ColumnDefinition::read(other, after, notes)),
        }
    }

    fn add_arm(&mut self, arm: &Arm, after: &[&ExprMethodCall], context: &Context<'_>, notes: &mut Vec<Note>) {
        if !attributes::is_compiled(&arm.attrs) {
            return;
        }
        let expression = arm_expression(&arm.body);
        let definition = match expression {
            Some(expression) => ColumnDefinition::read(expression, after, notes),
            None => ColumnDefinition::opaque(At::from(arm.body.span())),
        };
        match variants(&arm.pat, context) {
            Some(names) if !names.is_empty() => self.arms.push((names, definition)),
            Some(_) => self.otherwise = self.otherwise.take().or(Some(definition)),
            // A guard, say: nobody knows which variants it takes.
            None => self.otherwise = Some(ColumnDefinition::opaque(At::from(arm.pat.span()))),
        }
    }
}

/// What a name in a pattern may be.
struct Context<'a> {
    /// Whether a bare name may be a variant that a `use` brings in; else it takes everything.
    takes_variants: &'a dyn Fn(&str) -> bool,
}

/// The expression that a block consists of, its `use`s aside, and what is called behind it: `let x = ..; x.null()` is one chain.
fn only_expression(block: &Block) -> Option<(&Expr, Vec<&ExprMethodCall>)> {
    let is_use = |statement: &&Stmt| matches!(statement, Stmt::Item(syn::Item::Use(_)));
    let statements: Vec<_> = block.stmts.iter().filter(|statement| !is_use(statement)).collect();
    match statements.as_slice() {
        [Stmt::Expr(expression, _)] => Some((returned(expression)?, Vec::new())),
        [Stmt::Local(local), Stmt::Expr(expression, _)] => {
            let Pat::Ident(name) = &local.pat else { return None };
            let (mut receiver, mut calls) = (returned(expression)?, Vec::new());
            while let Expr::MethodCall(call) = receiver {
                calls.push(call);
                receiver = &call.receiver;
            }
            let is_it = matches!(receiver, Expr::Path(path) if path.path.is_ident(&name.ident));
            let init = local.init.as_ref().filter(|init| is_it && init.diverge.is_none())?;
            Some((&init.expr, calls))
        }
        _ => None,
    }
}

fn returned(expression: &Expr) -> Option<&Expr> {
    match expression {
        Expr::Return(returned) => returned.expr.as_deref(),
        other => Some(other),
    }
}

fn arm_expression(body: &Expr) -> Option<&Expr> {
    match body {
        Expr::Block(inner) => match only_expression(&inner.block)? {
            (expression, after) if after.is_empty() => arm_expression(expression),
            _ => None,
        },
        Expr::Return(returned) => returned.expr.as_deref(),
        Expr::Paren(inner) => arm_expression(&inner.expr),
        other => Some(other),
    }
}

fn leads_to_match(expression: &Expr) -> bool {
    match expression {
        Expr::Match(_) => true,
        Expr::Paren(inner) => leads_to_match(&inner.expr),
        Expr::MethodCall(call) => leads_to_match(&call.receiver),
        _ => false,
    }
}

/// The variants that a pattern names; none for one that takes everything.
fn variants(pattern: &Pat, context: &Context<'_>) -> Option<Vec<String>> {
    match pattern {
        Pat::Ident(name) if name.subpat.is_none() && (context.takes_variants)(&without_raw(&name.ident)) => {
            Some(vec![without_raw(&name.ident)])
        }
        Pat::Path(path) => Some(vec![without_raw(&path.path.segments.last()?.ident)]),
        Pat::Ident(_) | Pat::Wild(_) => Some(Vec::new()),
        Pat::Paren(inner) => variants(&inner.pat, context),
        Pat::Reference(inner) => variants(&inner.pat, context),
        Pat::Or(several) => {
            let each: Option<Vec<_>> = several.cases.iter().map(|case| variants(case, context)).collect();
            let each = each?;
            if each.iter().any(Vec::is_empty) { Some(Vec::new()) } else { Some(each.concat()) }
        }
        _ => None,
    }
}

impl ColumnDefinition {
    fn opaque(at: At) -> Self {
        let fault = Fault::new("the definition of this column is not one chain of calls, so its type cannot be read")
            .help("write it as one call in the arm, `ColumnType::String(StringLen::N(64)).def().unique()`");
        Self {
            at,
            column_type: Err(fault),
            nullable: false,
            unique: false,
            indexed: false,
            unique_key: None,
            default: None,
            comment: None,
            extra: Extra::default(),
            renamed_from: None,
        }
    }

    /// `ColumnType::Integer.def().null()`, behind which `after` is called, outermost first.
    fn read(expression: &Expr, after: &[&ExprMethodCall], notes: &mut Vec<Note>) -> Self {
        let mut steps: Vec<&ExprMethodCall> = after.to_vec();
        let mut receiver = expression;
        loop {
            match receiver {
                Expr::MethodCall(call) if is_step(&call.method.to_string()) => {
                    steps.push(call);
                    receiver = &call.receiver;
                }
                Expr::Paren(inner) => receiver = &inner.expr,
                Expr::Group(inner) => receiver = &inner.expr,
                _ => break,
            }
        }
        let mut definition = Self::opaque(At::from(expression.span()));
        if let Some(column_type) = types::of_expression(receiver) {
            definition.column_type = Ok(column_type);
        }
        for call in steps.into_iter().rev() {
            definition.step(call, notes);
        }
        definition
    }

    /// Takes in one call of SeaORM's builder (sea-orm 2.0.4, `column_def.rs`).
    fn step(&mut self, call: &ExprMethodCall, notes: &mut Vec<Note>) {
        let argument = call.args.first();
        let text = || argument.and_then(types::text);
        match call.method.to_string().as_str() {
            "null" | "nullable" => self.nullable = true,
            "unique" => self.unique = true,
            "indexed" => self.indexed = true,
            "unique_key" => self.unique_key = text(),
            "comment" => self.comment = text(),
            "renamed_from" => self.renamed_from = text(),
            "default_value" | "default" => {
                let at = At::from(argument.map_or_else(|| call.span(), Spanned::span));
                match argument.map(expressions::of_expression) {
                    Some(Ok(default)) => self.default = Some((default, at)),
                    Some(Err(fault)) => notes.push(fault.error(at)),
                    None => {}
                }
            }
            "extra" => {
                let at = At::from(argument.map_or_else(|| call.span(), Spanned::span));
                match text().map(|text| extra::parse(&text)) {
                    Some(Ok(extra)) => self.extra = extra,
                    Some(Err(fault)) => notes.push(fault.error(at)),
                    None => {
                        notes.push(Fault::new("the text of this `extra` is computed, which cannot be read").error(at))
                    }
                }
            }
            _ => {}
        }
    }
}

/// The builder's calls, and what only converts.
fn is_step(method: &str) -> bool {
    matches!(
        method,
        "def"
            | "null"
            | "nullable"
            | "unique"
            | "indexed"
            | "unique_key"
            | "comment"
            | "renamed_from"
            | "default"
            | "default_value"
            | "extra"
            | "seaography_ignore"
            | "to_owned"
            | "clone"
            | "into"
            | "take"
    )
}

//! Steps as the calls on `Op` that record them.

use limbeck_operations::{Operation, Step};
use limbeck_schema::{Enumeration, ObjectName, PrimaryKey};
use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use super::{RenderError, alteration, column::column, constraint, expression::expression, index, literal, table};

/// The statement that records `step`.
///
/// # Errors
/// `DataStep`, `TableWithIndex`.
pub(super) fn statement(step: &Step) -> Result<TokenStream, RenderError> {
    let (call, only) = match (&step.operation, step.only.as_slice()) {
        (Operation::Execute { sql, records }, [dialect]) => {
            let (dialect, sql) = (literal::dialect(*dialect), literal::text(sql));
            let records = self::records(records)?;
            (quote!(op.execute_on(#dialect, #sql) #records), [].as_slice())
        }
        (operation, only) => (self::operation(operation)?, only),
    };
    let only = only.iter().copied().map(literal::dialect);
    let unless_done = literal::flag(step.unless_done, quote!(unless_done));
    let concurrently = literal::flag(step.concurrently, quote!(concurrently));
    Ok(quote!(#call #concurrently #(.only(#only))* #unless_done;))
}

fn operation(operation: &Operation) -> Result<TokenStream, RenderError> {
    use Operation as O;
    let call = match operation {
        O::CreateTable { definition } => table::create_table(definition)?,
        O::DropTable { table } => call("drop_table", [literal::name(table)]),
        O::RenameTable { table, to } => call("rename_table", [literal::name(table), literal::name(to)]),
        O::AddColumn { table, column } => call("add_column", [literal::name(table), self::column(column, false)]),
        O::DropColumn { table, column } => call("drop_column", [literal::name(table), string(column)]),
        O::AlterColumn { table, column, changes } => {
            let start = call("alter_column", [literal::name(table), string(column)]);
            let changes = alteration::changes(changes);
            quote!(#start #changes)
        }
        O::FillColumn { table, column, value } => {
            call("fill_column", [literal::name(table), string(column), expression(value)])
        }
        O::RenameColumn { table, column, to } => {
            call("rename_column", [literal::name(table), string(column), string(to)])
        }
        O::CreateIndex { table, index } => index::create_index(table, index),
        O::DropIndex { table, name, parts } => {
            call("drop_index", [string(name), literal::name(table), index::parts(parts)])
        }
        O::AddUnique { table, unique } => call("add_unique", [literal::name(table), constraint::unique(unique)]),
        O::DropUnique { table, columns, name } => {
            let start = call("drop_unique", [literal::name(table), literal::list(columns)]);
            named(start, name.as_ref())
        }
        O::AddForeignKey { table, foreign_key } => {
            call("add_foreign_key", [literal::name(table), constraint::foreign_key(foreign_key)])
        }
        O::DropForeignKey { table, columns, target, name } => {
            let arguments = [literal::name(table), literal::list(columns), literal::name(target)];
            named(call("drop_foreign_key", arguments), name.as_ref())
        }
        O::AddCheck { table, check } => call("add_check", [literal::name(table), constraint::check(check)]),
        O::DropCheck { table, name } => call("drop_check", [literal::name(table), string(name)]),
        O::AlterPrimaryKey { table, primary_key } => alter_primary_key(table, primary_key.as_ref()),
        O::CreateEnum { enumeration, keep } => create_enum(enumeration, *keep),
        O::DropEnum { name } => call("drop_enum", [literal::name(name)]),
        O::AlterEnum { name, previous, next } => {
            call("alter_enum", [literal::name(name), literal::list(previous), literal::list(next)])
        }
        O::RenameEnumLabel { name, label, to } => {
            call("rename_enum_label", [literal::name(name), string(label), string(to)])
        }
        O::SetTableComment { table, comment } => match comment {
            Some(comment) => call("set_table_comment", [literal::name(table), string(comment)]),
            None => call("drop_table_comment", [literal::name(table)]),
        },
        O::Execute { sql, records } => {
            let (start, records) = (call("execute", [string(sql)]), self::records(records)?);
            quote!(#start #records)
        }
        O::Run { name } => return Err(RenderError::DataStep { name: name.clone() }),
    };
    Ok(call)
}

/// A call on `op`.
fn call<const N: usize>(method: &str, arguments: [TokenStream; N]) -> TokenStream {
    let method = proc_macro2::Ident::new(method, proc_macro2::Span::call_site());
    quote!(op.#method(#(#arguments),*))
}

fn string(string: &str) -> TokenStream {
    literal::text(string).into_token_stream()
}

fn named(start: TokenStream, name: Option<&String>) -> TokenStream {
    let name = literal::call_with(name, quote!(named));
    quote!(#start #name)
}

fn alter_primary_key(table: &ObjectName, key: Option<&PrimaryKey>) -> TokenStream {
    match key {
        Some(key) => call("alter_primary_key", [literal::name(table), constraint::primary_key(key)]),
        None => call("drop_primary_key", [literal::name(table)]),
    }
}

fn create_enum(enumeration: &Enumeration, keep: bool) -> TokenStream {
    let Enumeration { name, labels } = enumeration;
    let start = call("create_enum", [literal::name(name), literal::list(labels)]);
    let keep = literal::flag(keep, quote!(keep));
    quote!(#start #keep)
}

/// What SQL text does to the schema, as a closure that records it.
fn records(steps: &[Step]) -> Result<TokenStream, RenderError> {
    if steps.is_empty() {
        return Ok(TokenStream::new());
    }
    let statements = steps.iter().map(statement).collect::<Result<Vec<_>, _>>()?;
    Ok(quote! { .records(|op| { #(#statements)* }) })
}

//! A created table.

use limbeck_schema::{Table, TableOptions};
use proc_macro2::TokenStream;
use quote::quote;

use super::{RenderError, column::column, constraint, literal};

/// `op.create_table(..)` with its columns, keys and constraints. Triggers, and what is beyond the vocabulary, are read only to survive; no operation makes them.
///
/// # Errors
/// `TableWithIndex`.
pub(super) fn create_table(table: &Table) -> Result<TokenStream, RenderError> {
    let Table {
        name,
        columns,
        primary_key,
        uniques,
        indexes,
        foreign_keys,
        checks,
        comment,
        triggers: _,
        beyond: _,
        options,
        keep,
    } = table;
    if let Some(index) = indexes.first() {
        return Err(RenderError::TableWithIndex { table: name.to_string(), index: index.name.clone() });
    }
    let name = literal::name(name);
    let columns = columns.iter().map(|member| column(member, table.is_key(&member.name)));
    let primary_key = primary_key.as_ref().map(|key| {
        let key = constraint::primary_key(key);
        quote!(.primary_key(#key))
    });
    let uniques = uniques.iter().map(constraint::unique);
    let foreign_keys = foreign_keys.iter().map(constraint::foreign_key);
    let checks = checks.iter().map(constraint::check);
    let comment = literal::call_with(comment.as_ref(), quote!(comment));
    let options = self::options(options);
    let keep = literal::flag(*keep, quote!(keep));
    Ok(quote! {
        op.create_table(#name, [#(#columns),*])
            #primary_key #(.unique(#uniques))* #(.foreign_key(#foreign_keys))* #(.check(#checks))* #comment #options #keep
    })
}

fn options(options: &TableOptions) -> TokenStream {
    let TableOptions { without_rowid, strict, engine, collation } = options;
    let without_rowid = literal::flag(*without_rowid, quote!(without_rowid));
    let strict = literal::flag(*strict, quote!(strict));
    let engine = literal::call_with(engine.as_ref(), quote!(engine));
    let collation = literal::call_with(collation.as_ref(), quote!(collation));
    quote!(#without_rowid #strict #engine #collation)
}

//! Keys and constraints of a table, by the functions of the prelude.

use limbeck_schema::{Check, Deferrable, ForeignKey, PrimaryKey, ReferentialAction, Unique};
use proc_macro2::TokenStream;
use quote::quote;

use super::literal;

/// A primary key: `["id"]`, or with a name `primary_key(["a", "b"]).named("pk-t")`.
pub(super) fn primary_key(key: &PrimaryKey) -> TokenStream {
    let PrimaryKey { name, columns } = key;
    let columns = literal::list(columns);
    match name {
        None => columns,
        Some(_) => {
            let name = literal::call_with(name.as_ref(), quote!(named));
            quote!(primary_key(#columns) #name)
        }
    }
}

/// A unique constraint.
pub(super) fn unique(unique: &Unique) -> TokenStream {
    let Unique { name, columns, nulls_not_distinct, deferrable, keep } = unique;
    let columns = literal::list(columns);
    let name = literal::call_with(name.as_ref(), quote!(named));
    let nulls = literal::flag(*nulls_not_distinct, quote!(nulls_not_distinct));
    let deferrable = deferrable.map(self::deferrable);
    let keep = literal::flag(*keep, quote!(keep));
    quote!(unique(#columns) #name #nulls #deferrable #keep)
}

/// A foreign key.
pub(super) fn foreign_key(key: &ForeignKey) -> TokenStream {
    let ForeignKey { name, columns, target, target_columns, on_delete, on_update, deferrable, keep } = key;
    let (columns, target_columns) = (literal::list(columns), literal::list(target_columns));
    let target = literal::name(target);
    let name = literal::call_with(name.as_ref(), quote!(named));
    let on_delete = on_delete.map(action).map(|action| quote!(.on_delete(#action)));
    let on_update = on_update.map(action).map(|action| quote!(.on_update(#action)));
    let deferrable = deferrable.map(self::deferrable);
    let keep = literal::flag(*keep, quote!(keep));
    quote!(foreign_key(#columns, #target, #target_columns) #name #on_delete #on_update #deferrable #keep)
}

/// A check.
pub(super) fn check(check: &Check) -> TokenStream {
    let Check { name, expression, keep } = check;
    let expression = literal::text(expression);
    let keep = literal::flag(*keep, quote!(keep));
    match name {
        Some(name) => {
            let name = literal::text(name);
            quote!(check(#name, #expression) #keep)
        }
        None => quote!(Check::new(#expression) #keep),
    }
}

fn deferrable(deferrable: Deferrable) -> TokenStream {
    match deferrable {
        Deferrable::InitiallyImmediate => quote!(.deferrable(Deferrable::InitiallyImmediate)),
        Deferrable::InitiallyDeferred => quote!(.deferrable(Deferrable::InitiallyDeferred)),
    }
}

/// An action, as the prelude names it.
fn action(action: ReferentialAction) -> TokenStream {
    match action {
        ReferentialAction::NoAction => quote!(NoAction),
        ReferentialAction::Restrict => quote!(Restrict),
        ReferentialAction::Cascade => quote!(Cascade),
        ReferentialAction::SetNull => quote!(SetNull),
        ReferentialAction::SetDefault => quote!(SetDefault),
    }
}

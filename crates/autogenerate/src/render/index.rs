//! Indexes and what they order by.

use limbeck_schema::{Index, IndexPart, IndexTarget, NullsOrder, ObjectName};
use proc_macro2::TokenStream;
use quote::quote;

use super::{column_type::number, literal};

/// `op.create_index(..)` with all that is said of the index.
pub(super) fn create_index(table: &ObjectName, index: &Index) -> TokenStream {
    let Index { name, parts, unique, method, filter, include, nulls_not_distinct, keep } = index;
    let (table, name, parts) = (literal::name(table), literal::text(name), self::parts(parts));
    let unique = literal::flag(*unique, quote!(unique));
    let method = literal::call_with(method.as_ref(), quote!(using));
    let filter = literal::call_with(filter.as_ref(), quote!(filter));
    let include = (!include.is_empty()).then(|| {
        let columns = literal::list(include);
        quote!(.include(#columns))
    });
    let nulls = literal::flag(*nulls_not_distinct, quote!(nulls_not_distinct));
    let keep = literal::flag(*keep, quote!(keep));
    quote!(op.create_index(#name, #table, #parts) #unique #method #include #filter #nulls #keep)
}

/// The list of parts: names where there is nothing more to say of any of them, else each as a part.
pub(super) fn parts(parts: &[IndexPart]) -> TokenStream {
    let plain: Option<Vec<String>> = parts.iter().map(|part| part.plain_column().map(str::to_owned)).collect();
    match plain {
        Some(columns) => literal::list(&columns),
        None => {
            let parts = parts.iter().map(part);
            quote!([#(#parts),*])
        }
    }
}

fn part(part: &IndexPart) -> TokenStream {
    let IndexPart { target, descending, nulls, operator_class, collation, prefix } = part;
    let target = match target {
        IndexTarget::Column(name) => {
            let name = literal::text(name);
            quote!(column(#name))
        }
        IndexTarget::Expression(sql) => {
            let sql = literal::text(sql);
            quote!(expression(#sql))
        }
    };
    let prefix = prefix.map(number).map(|length| quote!(.prefix(#length)));
    let collation = literal::call_with(collation.as_ref(), quote!(collation));
    let class = literal::call_with(operator_class.as_ref(), quote!(operator_class));
    let descending = literal::flag(*descending, quote!(descending));
    let nulls = nulls.map(|order| match order {
        NullsOrder::First => quote!(.nulls(NullsOrder::First)),
        NullsOrder::Last => quote!(.nulls(NullsOrder::Last)),
    });
    quote!(#target #prefix #collation #class #descending #nulls)
}

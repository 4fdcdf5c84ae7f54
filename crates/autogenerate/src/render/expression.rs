//! Expressions by the functions of the prelude.

use limbeck_schema::Expression;
use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use super::literal;

/// `expression` as an argument of `default`, `on_update`, ..
pub(super) fn expression(expression: &Expression) -> TokenStream {
    match expression {
        Expression::Null => quote!(null()),
        Expression::Boolean(value) => quote!(#value),
        Expression::Integer(value) => literal::integer(*value),
        Expression::Number(number) => {
            let number = literal::text(number);
            quote!(number(#number))
        }
        Expression::Text(string) => literal::text(string).into_token_stream(),
        Expression::CurrentTimestamp => quote!(current_timestamp()),
        Expression::CurrentDate => quote!(current_date()),
        Expression::CurrentTime => quote!(current_time()),
        Expression::Sql(sql) => {
            let sql = literal::text(sql);
            quote!(sql(#sql))
        }
    }
}

//! The changed facets of a column.

use limbeck_operations::{Alteration, Setting};
use limbeck_schema::{AutoIncrement, Generated};
use proc_macro2::TokenStream;
use quote::quote;

use super::{column_type::column_type, expression::expression, literal};

/// The calls behind `op.alter_column(..)`.
pub(super) fn changes(changes: &Alteration) -> TokenStream {
    let Alteration { column_type, using, nullable, default, auto_increment, generated, on_update, collation, comment } =
        changes;
    let column_type = column_type.as_ref().map(|next| {
        let next = self::column_type(next);
        quote!(.set_type(#next))
    });
    let using = literal::call_with(using.as_ref(), quote!(using));
    let nullable = nullable.map(|may| if may { quote!(.set_null()) } else { quote!(.set_not_null()) });
    let default = setting(default.as_ref(), quote!(.drop_default()), |value| {
        let value = expression(value);
        quote!(.set_default(#value))
    });
    let auto_increment = setting(auto_increment.as_ref(), quote!(.drop_auto_increment()), numbering);
    let generated = setting(generated.as_ref(), quote!(.drop_generated()), computed);
    let on_update = setting(on_update.as_ref(), quote!(.drop_on_update()), |value| {
        let value = expression(value);
        quote!(.set_on_update(#value))
    });
    let collation = setting(collation.as_ref(), quote!(.drop_collation()), |name| {
        let name = literal::text(name);
        quote!(.set_collation(#name))
    });
    let comment = setting(comment.as_ref(), quote!(.drop_comment()), |comment| {
        let comment = literal::text(comment);
        quote!(.set_comment(#comment))
    });
    quote!(#column_type #using #nullable #default #auto_increment #generated #on_update #collation #comment)
}

fn setting<T>(
    setting: Option<&Setting<T>>,
    drop: TokenStream,
    set: impl FnOnce(&T) -> TokenStream,
) -> Option<TokenStream> {
    setting.map(|setting| match setting {
        Setting::Set(value) => set(value),
        Setting::Drop => drop,
    })
}

fn numbering(numbering: &AutoIncrement) -> TokenStream {
    match numbering {
        AutoIncrement::ByDefault => quote!(.set_auto_increment()),
        AutoIncrement::Always => quote!(.set_identity_always()),
        AutoIncrement::Serial(sequence) => {
            let sequence = literal::text(sequence);
            quote!(.set_serial(#sequence))
        }
    }
}

fn computed(generated: &Generated) -> TokenStream {
    let Generated { expression, stored } = generated;
    let expression = literal::text(expression);
    if *stored { quote!(.set_generated_stored(#expression)) } else { quote!(.set_generated_virtual(#expression)) }
}

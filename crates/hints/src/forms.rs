//! What the hints mean, by their keys.

use proc_macro2::{Span, TokenStream};

use crate::{
    CheckHint, ColumnHint, Deferral, EnumerationHint, GeneratedHint, IndexHint, LabelHint, Mistake, Nulls, Part,
    PartTarget, RelationHint, TableHint, Text, UniqueHint,
    arguments::{self, Argument, Form, Item, Value},
    did_you_mean, part,
};

pub(crate) const TABLE_KEYS: &[&str] = &["index", "unique", "check", "renamed_from", "comment", "ignore"];
pub(crate) const COLUMN_KEYS: &[&str] =
    &["index", "unique", "check", "generated", "collation", "comment", "renamed_from", "column_type", "ignore"];
pub(crate) const RELATION_KEYS: &[&str] = &["name", "deferrable", "initially_deferred", "ignore"];
pub(crate) const ENUMERATION_KEYS: &[&str] = &["schema"];
pub(crate) const LABEL_KEYS: &[&str] = &["renamed_from"];

const TABLE_INDEX_KEYS: &[&str] = &["name", "columns", "where", "using", "include", "unique", "nulls_not_distinct"];
const COLUMN_INDEX_KEYS: &[&str] = &[
    "name",
    "where",
    "using",
    "include",
    "unique",
    "nulls_not_distinct",
    "desc",
    "nulls",
    "opclass",
    "collate",
    "expr",
    "prefix",
];
const TABLE_UNIQUE_KEYS: &[&str] = &["name", "columns", "nulls_not_distinct", "deferrable", "initially_deferred"];
const COLUMN_UNIQUE_KEYS: &[&str] = &["name", "nulls_not_distinct", "deferrable", "initially_deferred"];
const CHECK_KEYS: &[&str] = &["name", "expr"];
const GENERATED_KEYS: &[&str] = &["expr", "stored"];

/// The keys that may stand more than once in an attribute; in the parentheses of a key none may.
const REPEATED: &[&str] = &["index", "unique", "check"];

/// Reads the hints of one attribute; `hint` makes one of each argument whose key is among `known`.
pub(crate) fn read<H>(
    tokens: TokenStream,
    known: &[&str],
    hint: impl Fn(Argument, &mut Vec<Mistake>) -> Option<H>,
) -> Result<Vec<H>, Vec<Mistake>> {
    let mut mistakes = Vec::new();
    let items = arguments::parse(tokens, &mut mistakes);
    let arguments = among(items, known, REPEATED, &mut mistakes);
    let hints = arguments.into_iter().filter_map(|argument| hint(argument, &mut mistakes)).collect();
    if mistakes.is_empty() { Ok(hints) } else { Err(mistakes) }
}

/// The arguments with a known key; the rest are mistakes, and so is a key that stands twice and is not among `repeated`.
fn among(items: Vec<Item>, known: &[&str], repeated: &[&str], mistakes: &mut Vec<Mistake>) -> Vec<Argument> {
    let mut arguments: Vec<Argument> = Vec::new();
    for item in items {
        let argument = match item {
            Item::Argument(argument) => argument,
            Item::Text(text) => {
                mistakes.push(Mistake::new(text.span, "a key is expected before this string"));
                continue;
            }
        };
        let key = argument.key.as_str();
        if !known.contains(&key) {
            let mistake = Mistake::new(argument.span, format!("unknown key `{key}`"));
            let help = match did_you_mean(key, known.iter().copied()) {
                Some(meant) => format!("did you mean `{meant}`?"),
                None => format!("known here are {}", quoted(known)),
            };
            mistakes.push(mistake.help(help));
        } else if !repeated.contains(&key) && arguments.iter().any(|other| other.key == key) {
            mistakes.push(Mistake::new(argument.span, format!("`{key}` stands here a second time")));
        } else {
            arguments.push(argument);
        }
    }
    arguments
}

fn quoted(words: &[&str]) -> String {
    words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
}

pub(crate) fn table(argument: Argument, mistakes: &mut Vec<Mistake>) -> Option<TableHint> {
    Some(match argument.key.as_str() {
        "index" => TableHint::Index(table_index(argument, mistakes)?),
        "unique" => TableHint::Unique(unique(argument, TABLE_UNIQUE_KEYS, mistakes)?),
        "check" => TableHint::Check(check(argument, mistakes)?),
        "renamed_from" => TableHint::RenamedFrom(text(argument, mistakes)?),
        "comment" => TableHint::Comment(text(argument, mistakes)?),
        _ => TableHint::Ignore(flag(argument, mistakes)?),
    })
}

pub(crate) fn column(argument: Argument, mistakes: &mut Vec<Mistake>) -> Option<ColumnHint> {
    Some(match argument.key.as_str() {
        "index" => ColumnHint::Index(column_index(argument, mistakes)?),
        "unique" => ColumnHint::Unique(unique(argument, COLUMN_UNIQUE_KEYS, mistakes)?),
        "check" => ColumnHint::Check(check(argument, mistakes)?),
        "generated" => ColumnHint::Generated(generated(argument, mistakes)?),
        "collation" => ColumnHint::Collation(text(argument, mistakes)?),
        "comment" => ColumnHint::Comment(text(argument, mistakes)?),
        "renamed_from" => ColumnHint::RenamedFrom(text(argument, mistakes)?),
        "column_type" => ColumnHint::ColumnType(text(argument, mistakes)?),
        _ => ColumnHint::Ignore(flag(argument, mistakes)?),
    })
}

pub(crate) fn relation(argument: Argument, mistakes: &mut Vec<Mistake>) -> Option<RelationHint> {
    Some(match argument.key.as_str() {
        "name" => RelationHint::Name(text(argument, mistakes)?),
        "deferrable" => flag(argument, mistakes).map(|_| RelationHint::Deferral(Deferral::InitiallyImmediate))?,
        "initially_deferred" => {
            flag(argument, mistakes).map(|_| RelationHint::Deferral(Deferral::InitiallyDeferred))?
        }
        _ => RelationHint::Ignore(flag(argument, mistakes)?),
    })
}

pub(crate) fn enumeration(argument: Argument, mistakes: &mut Vec<Mistake>) -> Option<EnumerationHint> {
    text(argument, mistakes).map(EnumerationHint::Schema)
}

pub(crate) fn label(argument: Argument, mistakes: &mut Vec<Mistake>) -> Option<LabelHint> {
    text(argument, mistakes).map(LabelHint::RenamedFrom)
}

/// A key that stands alone.
fn flag(argument: Argument, mistakes: &mut Vec<Mistake>) -> Option<Span> {
    match argument.form {
        Form::Flag => Some(argument.span),
        Form::Value(_) | Form::List(_) => {
            mistakes.push(Mistake::new(argument.span, format!("`{}` stands alone, without a value", argument.key)));
            None
        }
    }
}

/// A key with a string behind `=`.
fn text(argument: Argument, mistakes: &mut Vec<Mistake>) -> Option<Text> {
    let span = match argument.form {
        Form::Value(Value::Text(text)) => return Some(text),
        Form::Value(Value::Number(_, span) | Value::Other(span)) => span,
        Form::Flag | Form::List(_) => argument.span,
    };
    let key = argument.key;
    mistakes
        .push(Mistake::new(span, format!("`{key}` takes a string in quotes")).help(format!("write `{key} = \"..\"`")));
    None
}

/// A key with strings in parentheses.
fn texts(argument: Argument, mistakes: &mut Vec<Mistake>) -> Vec<Text> {
    let (key, span) = (argument.key, argument.span);
    let mut wrong = |span: Span| {
        let mistake = Mistake::new(span, format!("`{key}` takes strings in parentheses"));
        mistakes.push(mistake.help(format!("write `{key}(\"a\", \"b\")`")));
    };
    let mut texts = Vec::new();
    match argument.form {
        Form::List(items) => {
            for item in items {
                match item {
                    Item::Text(text) => texts.push(text),
                    Item::Argument(argument) => wrong(argument.span),
                }
            }
            if texts.is_empty() {
                wrong(span);
            }
        }
        Form::Flag | Form::Value(_) => wrong(span),
    }
    texts
}

/// The arguments in the parentheses of a key; none where it stands alone.
fn inner(form: Form, key: (&str, Span), known: &[&str], mistakes: &mut Vec<Mistake>) -> Option<Vec<Argument>> {
    match form {
        Form::Flag => Some(Vec::new()),
        Form::List(items) => Some(among(items, known, &[], mistakes)),
        Form::Value(_) => {
            let mistake = Mistake::new(key.1, format!("`{}` takes no value behind `=`", key.0));
            mistakes.push(mistake.help(format!("write `{}(..)`, with {}", key.0, quoted(known))));
            None
        }
    }
}

fn empty_index(span: Span) -> IndexHint {
    IndexHint {
        span,
        name: None,
        parts: Vec::new(),
        filter: None,
        method: None,
        include: Vec::new(),
        unique: false,
        nulls_not_distinct: false,
    }
}

/// Takes in what indexes of tables and of columns share; gives back what it does not know.
fn common(index: &mut IndexHint, argument: Argument, mistakes: &mut Vec<Mistake>) -> Option<Argument> {
    match argument.key.as_str() {
        "name" => index.name = text(argument, mistakes),
        "where" => index.filter = text(argument, mistakes),
        "using" => index.method = text(argument, mistakes),
        "include" => index.include = texts(argument, mistakes),
        "unique" => index.unique = flag(argument, mistakes).is_some(),
        "nulls_not_distinct" => index.nulls_not_distinct = flag(argument, mistakes).is_some(),
        _ => return Some(argument),
    }
    None
}

fn table_index(argument: Argument, mistakes: &mut Vec<Mistake>) -> Option<IndexHint> {
    let mut index = empty_index(argument.span);
    let arguments = inner(argument.form, ("index", index.span), TABLE_INDEX_KEYS, mistakes)?;
    let states_columns = arguments.iter().any(|argument| argument.key == "columns");
    for argument in arguments {
        let Some(columns) = common(&mut index, argument, mistakes) else { continue };
        for text in texts(columns, mistakes) {
            match part::parse(&text) {
                Ok(part) => index.parts.push(part),
                Err(mistake) => mistakes.push(mistake),
            }
        }
    }
    if !states_columns {
        let mistake = Mistake::new(index.span, "an index of a table names its columns");
        mistakes.push(mistake.help("write `index(columns(\"a\", \"b desc\"))`"));
    }
    Some(index)
}

fn column_index(argument: Argument, mistakes: &mut Vec<Mistake>) -> Option<IndexHint> {
    let mut index = empty_index(argument.span);
    let mut part = Part {
        target: PartTarget::Own,
        descending: false,
        nulls: None,
        operator_class: None,
        collation: None,
        prefix: None,
        span: index.span,
    };
    for argument in inner(argument.form, ("index", index.span), COLUMN_INDEX_KEYS, mistakes)? {
        let Some(argument) = common(&mut index, argument, mistakes) else { continue };
        match argument.key.as_str() {
            "desc" => part.descending = flag(argument, mistakes).is_some(),
            "opclass" => part.operator_class = text(argument, mistakes).map(|text| text.value),
            "collate" => part.collation = text(argument, mistakes).map(|text| text.value),
            "prefix" => part.prefix = number(&argument, mistakes),
            "nulls" => part.nulls = nulls(argument, mistakes),
            _ => {
                if let Some(text) = text(argument, mistakes) {
                    part.target = PartTarget::Expression(text.value);
                }
            }
        }
    }
    index.parts.push(part);
    Some(index)
}

fn number(argument: &Argument, mistakes: &mut Vec<Mistake>) -> Option<u32> {
    let span = match &argument.form {
        Form::Value(Value::Number(number, _)) => return Some(*number),
        Form::Value(Value::Text(Text { span, .. }) | Value::Other(span)) => *span,
        Form::Flag | Form::List(_) => argument.span,
    };
    let key = &argument.key;
    mistakes.push(Mistake::new(span, format!("`{key}` takes a number")).help(format!("write `{key} = 10`")));
    None
}

fn nulls(argument: Argument, mistakes: &mut Vec<Mistake>) -> Option<Nulls> {
    let text = text(argument, mistakes)?;
    match text.value.as_str() {
        "first" => Some(Nulls::First),
        "last" => Some(Nulls::Last),
        _ => {
            mistakes.push(Mistake::new(text.span, "`nulls` is `\"first\"` or `\"last\"`"));
            None
        }
    }
}

fn unique(argument: Argument, known: &[&str], mistakes: &mut Vec<Mistake>) -> Option<UniqueHint> {
    let span = argument.span;
    let mut unique = UniqueHint { span, name: None, columns: Vec::new(), nulls_not_distinct: false, deferral: None };
    let arguments = inner(argument.form, ("unique", span), known, mistakes)?;
    let needs_columns = known.contains(&"columns");
    if needs_columns && !arguments.iter().any(|argument| argument.key == "columns") {
        let mistake = Mistake::new(span, "a unique constraint of a table names its columns");
        mistakes.push(mistake.help("write `unique(columns(\"a\", \"b\"))`"));
    }
    for argument in arguments {
        match argument.key.as_str() {
            "name" => unique.name = text(argument, mistakes),
            "columns" => unique.columns = texts(argument, mistakes),
            "nulls_not_distinct" => unique.nulls_not_distinct = flag(argument, mistakes).is_some(),
            "initially_deferred" => {
                unique.deferral = flag(argument, mistakes).map(|_| Deferral::InitiallyDeferred);
            }
            _ => {
                let stated = flag(argument, mistakes).map(|_| Deferral::InitiallyImmediate);
                unique.deferral = unique.deferral.or(stated);
            }
        }
    }
    Some(unique)
}

fn check(argument: Argument, mistakes: &mut Vec<Mistake>) -> Option<CheckHint> {
    if let Form::Value(_) | Form::Flag = argument.form {
        return text(argument, mistakes).map(|expression| CheckHint { name: None, expression });
    }
    let span = argument.span;
    let (mut name, mut expression) = (None, None);
    for argument in inner(argument.form, ("check", span), CHECK_KEYS, mistakes)? {
        match argument.key.as_str() {
            "name" => name = text(argument, mistakes),
            _ => expression = text(argument, mistakes),
        }
    }
    if expression.is_none() {
        let mistake = Mistake::new(span, "a check says what has to hold");
        mistakes.push(mistake.help("write `check(name = \"..\", expr = \"price > 0\")`"));
    }
    Some(CheckHint { name, expression: expression? })
}

fn generated(argument: Argument, mistakes: &mut Vec<Mistake>) -> Option<GeneratedHint> {
    if let Form::Value(_) | Form::Flag = argument.form {
        return text(argument, mistakes).map(|expression| GeneratedHint { expression, stored: false });
    }
    let span = argument.span;
    let (mut expression, mut stored) = (None, false);
    for argument in inner(argument.form, ("generated", span), GENERATED_KEYS, mistakes)? {
        match argument.key.as_str() {
            "expr" => expression = text(argument, mistakes),
            _ => stored = flag(argument, mistakes).is_some(),
        }
    }
    if expression.is_none() {
        let mistake = Mistake::new(span, "a computed column says by what");
        mistakes.push(mistake.help("write `generated(expr = \"price * amount\", stored)`"));
    }
    Some(GeneratedHint { expression: expression?, stored })
}

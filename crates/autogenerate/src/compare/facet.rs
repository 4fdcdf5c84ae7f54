use limbeck_operations::Alteration;
use limbeck_schema::{Column, ColumnForm, ColumnType, Dialect, Expression, Pair, lower_column_type};

use super::{Kind, verdict::ExpressionKind};

/// A facet of a column that compares, and is changed, on its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Facet {
    Type,
    Nullable,
    Default,
    AutoIncrement,
    Generated,
    OnUpdate,
    Collation,
    Comment,
}

impl Facet {
    pub(crate) const ALL: [Self; 8] = [
        Self::Type,
        Self::Nullable,
        Self::Default,
        Self::AutoIncrement,
        Self::Generated,
        Self::OnUpdate,
        Self::Collation,
        Self::Comment,
    ];

    pub(crate) const fn kind(self) -> Kind {
        match self {
            Self::Type => Kind::Type,
            Self::Nullable => Kind::Nullable,
            Self::Default => Kind::Default,
            Self::AutoIncrement => Kind::AutoIncrement,
            Self::Generated => Kind::Generated,
            Self::OnUpdate => Kind::OnUpdate,
            Self::Collation => Kind::Collation,
            Self::Comment => Kind::Comment,
        }
    }

    /// Whether both forms agree in this facet.
    pub(crate) fn is_same(self, one: &ColumnForm, other: &ColumnForm) -> bool {
        match self {
            Self::Type => one.column_type == other.column_type,
            Self::Nullable => one.nullable == other.nullable,
            Self::Default => one.default == other.default,
            Self::AutoIncrement => one.auto_increment == other.auto_increment,
            Self::Generated => one.generated == other.generated,
            Self::OnUpdate => one.on_update == other.on_update,
            Self::Collation => one.collation == other.collation,
            Self::Comment => one.comment == other.comment,
        }
    }

    /// The facet of a form as text, to hold against another.
    pub(crate) fn form_words(self, form: &ColumnForm) -> String {
        match self {
            Self::Type => form.column_type.clone(),
            Self::Nullable => form.nullable.to_string(),
            Self::Default => format!("{:?}", form.default),
            Self::AutoIncrement => form.auto_increment.to_string(),
            Self::Generated => format!("{:?}", form.generated),
            Self::OnUpdate => format!("{:?}", form.on_update),
            Self::Collation => format!("{:?}", form.collation),
            Self::Comment => format!("{:?}", form.comment),
        }
    }

    /// Whether both columns say the same here to the letter.
    pub(crate) fn is_equal(self, one: &Column, other: &Column) -> bool {
        match self {
            Self::Type => one.column_type == other.column_type,
            Self::Nullable => one.nullable == other.nullable,
            Self::Default => one.default == other.default,
            Self::AutoIncrement => one.auto_increment == other.auto_increment,
            Self::Generated => one.generated == other.generated,
            Self::OnUpdate => one.on_update == other.on_update,
            Self::Collation => one.collation == other.collation,
            Self::Comment => one.comment == other.comment,
        }
    }

    /// Gives `to` the facet of `from`.
    pub(crate) fn copy(self, from: &Column, to: &mut Column) {
        match self {
            Self::Type => to.column_type.clone_from(&from.column_type),
            Self::Nullable => to.nullable = from.nullable,
            Self::Default => to.default.clone_from(&from.default),
            Self::AutoIncrement => to.auto_increment.clone_from(&from.auto_increment),
            Self::Generated => to.generated.clone_from(&from.generated),
            Self::OnUpdate => to.on_update.clone_from(&from.on_update),
            Self::Collation => to.collation.clone_from(&from.collation),
            Self::Comment => to.comment.clone_from(&from.comment),
        }
    }

    /// Says in `changes` that the facet is as `next` has it.
    pub(crate) fn set(self, next: &Column, changes: &mut Alteration) {
        match self {
            Self::Type => changes.column_type = Some(next.column_type.clone()),
            Self::Nullable => changes.nullable = Some(next.nullable),
            Self::Default => changes.default = Some(next.default.clone().into()),
            Self::AutoIncrement => changes.auto_increment = Some(next.auto_increment.clone().into()),
            Self::Generated => changes.generated = Some(next.generated.clone().into()),
            Self::OnUpdate => changes.on_update = Some(next.on_update.clone().into()),
            Self::Collation => changes.collation = Some(next.collation.clone().into()),
            Self::Comment => changes.comment = Some(next.comment.clone().into()),
        }
    }

    /// Gives `to` what `from` says of this facet; `using` goes with the type.
    pub(crate) fn take(self, from: &Alteration, to: &mut Alteration) {
        match self {
            Self::Type => {
                to.column_type.clone_from(&from.column_type);
                to.using.clone_from(&from.using);
            }
            Self::Nullable => to.nullable = from.nullable,
            Self::Default => to.default.clone_from(&from.default),
            Self::AutoIncrement => to.auto_increment.clone_from(&from.auto_increment),
            Self::Generated => to.generated.clone_from(&from.generated),
            Self::OnUpdate => to.on_update.clone_from(&from.on_update),
            Self::Collation => to.collation.clone_from(&from.collation),
            Self::Comment => to.comment.clone_from(&from.comment),
        }
    }

    /// Whether a server may have written the facet's text anew, so that two texts that differ may still mean the same.
    pub(crate) fn is_undecidable(self, one: &Column, other: &Column) -> bool {
        match self {
            Self::Default => match (&one.default, &other.default) {
                (Some(Expression::Sql(_)), Some(Expression::Sql(_))) => true,
                (Some(Expression::Text(_)), Some(Expression::Text(_))) => !keeps_text(&one.column_type),
                _ => false,
            },
            Self::OnUpdate => {
                matches!((&one.on_update, &other.on_update), (Some(Expression::Sql(_)), Some(Expression::Sql(_))))
            }
            Self::Generated => match (&one.generated, &other.generated) {
                (Some(one), Some(other)) => one.stored == other.stored,
                _ => false,
            },
            Self::Type | Self::Nullable | Self::AutoIncrement | Self::Collation | Self::Comment => false,
        }
    }

    /// Both texts of the facet, where one may be the other in a server's words. A value of one kind is never another in other words.
    pub(crate) fn texts(self, one: &Column, other: &Column) -> Option<(ExpressionKind, Pair<Expression>)> {
        let is_sql = |text: &Expression| matches!(text, Expression::Sql(_));
        let (kind, texts): (fn(String) -> ExpressionKind, _) = match self {
            Self::Default => {
                let texts = Pair::new(one.default.clone()?, other.default.clone()?);
                let is_askable = is_sql(&texts.previous) || is_sql(&texts.next) || self.is_undecidable(one, other);
                (ExpressionKind::Default, Some(texts).filter(|_| is_askable)?)
            }
            Self::OnUpdate => (
                ExpressionKind::OnUpdate,
                Some(Pair::new(one.on_update.clone()?, other.on_update.clone()?))
                    .filter(|texts| is_sql(&texts.previous) || is_sql(&texts.next))?,
            ),
            Self::Generated => {
                let computed = Pair::new(one.generated.as_ref()?, other.generated.as_ref()?);
                let texts = computed.map(|computed| Expression::Sql(computed.expression.clone()));
                (ExpressionKind::Generated, Some(texts).filter(|_| self.is_undecidable(one, other))?)
            }
            Self::Type | Self::Nullable | Self::AutoIncrement | Self::Collation | Self::Comment => return None,
        };
        Some((kind(other.name.clone()), texts))
    }

    /// Whether an entity can leave the facet out, and `column` does.
    pub(crate) fn is_unsaid(self, column: &Column) -> bool {
        match self {
            Self::Type | Self::Nullable | Self::AutoIncrement => false,
            Self::Default => column.default.is_none(),
            Self::Generated => column.generated.is_none(),
            Self::OnUpdate => column.on_update.is_none(),
            Self::Collation => column.collation.is_none(),
            Self::Comment => column.comment.is_none(),
        }
    }

    /// The facet in words; `None` where it is absent.
    pub(crate) fn words(self, column: &Column, dialect: Dialect) -> Option<String> {
        match self {
            Self::Type => Some(type_words(&column.column_type, dialect)),
            Self::Nullable => Some(if column.nullable { "null" } else { "not null" }.to_owned()),
            Self::Default => column.default.as_ref().map(expression_words),
            Self::AutoIncrement => column.auto_increment.as_ref().map(|_| "numbered by the server".to_owned()),
            Self::Generated => column.generated.as_ref().map(|generated| {
                format!("({}) {}", generated.expression, if generated.stored { "stored" } else { "virtual" })
            }),
            Self::OnUpdate => column.on_update.as_ref().map(expression_words),
            Self::Collation => column.collation.clone(),
            Self::Comment => column.comment.clone(),
        }
    }
}

/// Whether a string literal comes back as it was written. A date, a UUID or JSON is read as a value and printed anew.
fn keeps_text(column_type: &ColumnType) -> bool {
    matches!(
        column_type,
        ColumnType::Char(_) | ColumnType::String(_) | ColumnType::Text | ColumnType::Enum(_) | ColumnType::Boolean
    ) || column_type.is_integer()
}

pub(super) fn type_words(column_type: &ColumnType, dialect: Dialect) -> String {
    lower_column_type(column_type, dialect).unwrap_or_else(|unsupported| unsupported.column_type)
}

fn expression_words(expression: &Expression) -> String {
    match expression {
        Expression::Null => "NULL".to_owned(),
        Expression::Boolean(value) => value.to_string(),
        Expression::Integer(number) => number.to_string(),
        Expression::Number(text) | Expression::Sql(text) => text.clone(),
        Expression::Text(text) => format!("'{}'", text.replace('\'', "''")),
        Expression::CurrentTimestamp => "CURRENT_TIMESTAMP".to_owned(),
        Expression::CurrentDate => "CURRENT_DATE".to_owned(),
        Expression::CurrentTime => "CURRENT_TIME".to_owned(),
    }
}

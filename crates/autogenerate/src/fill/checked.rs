//! Values that checks let through, where a check says plainly what it wants.

use limbeck_schema::{Check, Column, ColumnType, Dialect, Expression, canonical_check, names_in_sql};

/// `value`, or one like it that all of `checks` let through. Where a check says more than how a value compares, or nothing fits, it is `value`: adding the
/// check then tells that rows may break it.
pub(super) fn fitting<'a>(column: &Column, value: Expression, checks: impl Iterator<Item = &'a Check>) -> Expression {
    let conditions = checks.map(|check| conditions(check, &column.name)).collect::<Option<Vec<_>>>();
    let conditions: Vec<Condition> = conditions.unwrap_or_default().into_iter().flatten().collect();
    let near = conditions.iter().flat_map(Condition::candidates);
    let mut candidates = std::iter::once(value.clone()).chain(labels(&column.column_type)).chain(near);
    candidates.find(|it| conditions.iter().all(|condition| condition.holds(it))).unwrap_or(value)
}

fn labels(column_type: &ColumnType) -> impl Iterator<Item = Expression> {
    let labels = column_type.enumeration().filter(|_| matches!(column_type, ColumnType::Enum(_)));
    labels.into_iter().flat_map(|known| known.labels.iter().cloned().map(Expression::Text))
}

/// What a check wants of one column.
enum Condition {
    /// The column compares so with a value.
    Compares(Operator, Expression),
    /// It is one of these.
    Among(Vec<Expression>),
    /// The length of its text compares so.
    Length(Operator, i64),
}

#[derive(Clone, Copy)]
enum Operator {
    Equal,
    Other,
    Less,
    AtMost,
    More,
    AtLeast,
}

impl Operator {
    fn of(text: &str) -> Option<Self> {
        Some(match text {
            "=" => Self::Equal,
            "<>" | "!=" => Self::Other,
            "<" => Self::Less,
            "<=" => Self::AtMost,
            ">" => Self::More,
            ">=" => Self::AtLeast,
            _ => return None,
        })
    }

    fn holds<T: PartialOrd>(self, one: &T, other: &T) -> bool {
        match self {
            Self::Equal => one == other,
            Self::Other => one != other,
            Self::Less => one < other,
            Self::AtMost => one <= other,
            Self::More => one > other,
            Self::AtLeast => one >= other,
        }
    }
}

/// The longest text that is made up.
const LONGEST: i64 = 64;

impl Condition {
    fn holds(&self, value: &Expression) -> bool {
        match (self, value) {
            (Self::Compares(operator, Expression::Integer(limit)), Expression::Integer(value)) => {
                operator.holds(value, limit)
            }
            // The order of texts is the collation's.
            (Self::Compares(operator @ (Operator::Equal | Operator::Other), limit), value) => {
                operator.holds(&(value == limit), &true)
            }
            (Self::Among(values), value) => values.contains(value),
            (Self::Length(operator, limit), Expression::Text(text)) => {
                i64::try_from(text.chars().count()).is_ok_and(|length| operator.holds(&length, limit))
            }
            (Self::Compares(..) | Self::Length(..), _) => false,
        }
    }

    /// Values of which one is likely to hold.
    fn candidates(&self) -> Vec<Expression> {
        match self {
            Self::Compares(_, Expression::Integer(limit)) => [Some(*limit), limit.checked_add(1), limit.checked_sub(1)]
                .into_iter()
                .flatten()
                .map(Expression::Integer)
                .collect(),
            Self::Compares(_, Expression::Text(text)) => {
                vec![Expression::Text(text.clone()), Expression::Text("-".into())]
            }
            Self::Compares(..) => Vec::new(),
            Self::Among(values) => values.clone(),
            Self::Length(_, limit) => {
                let lengths =
                    [*limit, limit.saturating_add(1)].into_iter().filter(|length| (1..=LONGEST).contains(length));
                lengths
                    .filter_map(|length| usize::try_from(length).ok())
                    .map(|length| Expression::Text("-".repeat(length)))
                    .collect()
            }
        }
    }
}

/// What the check wants of the column; `None` where it says more than that.
fn conditions(check: &Check, column: &str) -> Option<Vec<Condition>> {
    if !names_in_sql(&check.expression, column) {
        return Some(Vec::new());
    }
    let form = canonical_check(check, Dialect::Sqlite);
    form.split(" and ").filter(|part| names_in_sql(part, column)).map(|part| condition(part, column)).collect()
}

fn condition(part: &str, column: &str) -> Option<Condition> {
    let part = limbeck_schema::without_outer_parentheses(part);
    if let Some(list) = part.strip_prefix(column).and_then(|rest| rest.strip_prefix(" in (")?.strip_suffix(')')) {
        return list.split(", ").map(literal).collect::<Option<_>>().map(Condition::Among);
    }
    let mut words = part.splitn(3, ' ');
    let (name, operator, value) = (words.next()?, Operator::of(words.next()?)?, literal(words.next()?)?);
    if name == column {
        return Some(Condition::Compares(operator, value));
    }
    let is_length = ["length", "char_length"].iter().any(|function| *name == format!("{function}({column})"));
    match value {
        Expression::Integer(limit) if is_length => Some(Condition::Length(operator, limit)),
        _ => None,
    }
}

fn literal(text: &str) -> Option<Expression> {
    if let Ok(number) = text.parse() {
        return Some(Expression::Integer(number));
    }
    let inner = text.strip_prefix('\'')?.strip_suffix('\'')?;
    (!inner.contains('\'')).then(|| Expression::Text(inner.to_owned()))
}

#[cfg(test)]
mod tests {
    use limbeck_schema::Enumeration;

    use super::*;

    #[test]
    fn a_made_up_value_passes_plain_checks() {
        let integer = |number| Expression::Integer(number);
        let text = |text: &str| Expression::Text(text.to_owned());
        let status = || ColumnType::Enum(Enumeration::new("status", ["a", "b"]));
        for (column_type, value, checks, expected) in [
            (ColumnType::Integer, integer(0), &[][..], integer(0)),
            (ColumnType::Integer, integer(0), &["weight >= 0"], integer(0)),
            (ColumnType::Integer, integer(0), &["weight > 0"], integer(1)),
            (ColumnType::Integer, integer(0), &["(weight > 5 AND weight < 8)"], integer(6)),
            (ColumnType::Integer, integer(0), &["weight BETWEEN -9 AND -3"], integer(-9)),
            (ColumnType::Integer, integer(0), &["weight > 1", "weight <> 2", "other > 9"], integer(3)),
            (ColumnType::Integer, integer(0), &["weight in (7, 8)"], integer(7)),
            (ColumnType::Text, text(""), &["weight <> ''"], text("-")),
            (ColumnType::Text, text(""), &["length(weight) > 2"], text("---")),
            (ColumnType::Text, text(""), &["weight IN ('x', 'y')"], text("x")),
            (status(), text("a"), &["weight <> 'a'"], text("b")),
            // What is not understood, and what nothing fits.
            (ColumnType::Integer, integer(0), &["weight > other"], integer(0)),
            (ColumnType::Integer, integer(0), &["weight > 0 OR other"], integer(0)),
            (ColumnType::Integer, integer(0), &["weight > 5", "weight < 5"], integer(0)),
            (ColumnType::Integer, integer(0), &["f(weight)"], integer(0)),
            (ColumnType::Text, text(""), &["weight > 'a'"], text("")),
        ] {
            let column = Column::new("weight", column_type);
            let checks: Vec<Check> = checks.iter().map(|sql| Check::new(*sql)).collect();
            assert_eq!(fitting(&column, value, checks.iter()), expected, "{checks:?}");
        }
    }
}

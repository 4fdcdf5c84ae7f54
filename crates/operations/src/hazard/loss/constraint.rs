use limbeck_schema::ObjectName;

use crate::{
    Operation,
    hazard::{Explanation, Locks, Scene, explanation::words},
    replay::Dropped,
};

pub(in crate::hazard) const EXPLANATION: Explanation = Explanation {
    title: "a unique constraint, foreign key, check or primary key is dropped",
    danger: "From here on rows may come that break it, and then it can not be added again.",
    locks: Locks {
        sqlite: words::SQLITE_REBUILD,
        postgres: "ACCESS EXCLUSIVE, for a foreign key on the table that it refers to as well, briefly",
        mysql: "INPLACE; COPY for a primary key",
        mariadb: "INSTANT; COPY for a primary key",
    },
    safe: "Make sure that the application holds the rule by itself, and look for rows that break it before adding it again.",
};

/// A12: nothing guards the rows any more. A constraint that goes with its columns or its table, or whose place another takes, is not
/// missed.
pub(in crate::hazard) fn rule(operation: &Operation, scene: &Scene<'_>) -> Option<String> {
    let guard = Guard::of(operation, scene)?;
    (!scene.later().any(|later| guard.is_replaced(later))).then(|| guard.words())
}

/// What is guarded until now.
struct Guard<'a> {
    table: &'a ObjectName,
    rule: Rule<'a>,
}

enum Rule<'a> {
    Unique(Vec<&'a str>),
    ForeignKey(&'a [String], &'a ObjectName),
    Check(&'a str),
    PrimaryKey,
}

impl<'a> Guard<'a> {
    fn of(operation: &'a Operation, scene: &Scene<'a>) -> Option<Self> {
        let (table, rule) = match operation {
            Operation::DropUnique { table, columns, .. } => {
                (table, Rule::Unique(columns.iter().map(String::as_str).collect()))
            }
            Operation::DropIndex { table, name, parts } => {
                let unique = match Dropped::of_index(scene.before.table(table)?, name, parts).ok()? {
                    Dropped::Index(known) => known.unique,
                    Dropped::Unique(_) => true,
                };
                let columns = parts.iter().map(|part| part.target.column().unwrap_or("an expression")).collect();
                (table, unique.then_some(Rule::Unique(columns))?)
            }
            Operation::DropForeignKey { table, columns, target, .. } => (table, Rule::ForeignKey(columns, target)),
            Operation::DropCheck { table, name } => (table, Rule::Check(name)),
            Operation::AlterPrimaryKey { table, primary_key: None } => (table, Rule::PrimaryKey),
            // A key of more columns, or of others, lets rows agree in those of the one before.
            Operation::AlterPrimaryKey { table, primary_key: Some(next) } => {
                let previous = scene.before.table(table)?.primary_key.as_ref()?;
                let is_guarded = next.columns.iter().all(|column| previous.columns.contains(column));
                let columns = previous.columns.iter().map(String::as_str).collect();
                (table, (!is_guarded).then_some(Rule::Unique(columns))?)
            }
            _ => return None,
        };
        Some(Self { table, rule })
    }

    fn words(&self) -> String {
        let table = self.table;
        match &self.rule {
            Rule::Unique(columns) => format!("rows of {table} may agree in {} from here on", columns.join(", ")),
            Rule::ForeignKey(columns, target) => {
                format!("{} of {table} may be in no row of {target} from here on", columns.join(", "))
            }
            Rule::Check(name) => format!("the check {name} of {table} guards no row any more"),
            Rule::PrimaryKey => format!("rows of {table} have no key from here on"),
        }
    }

    fn is_replaced(&self, later: &Operation) -> bool {
        if matches!(later, Operation::DropTable { .. }) && later.table() == Some(self.table) {
            return true;
        }
        if later.table() != Some(self.table) {
            return false;
        }
        match (&self.rule, later) {
            (Rule::Unique(columns), Operation::AddUnique { unique, .. }) => {
                is_same(columns, &unique.columns.iter().map(String::as_str).collect::<Vec<_>>())
            }
            (Rule::Unique(columns), Operation::CreateIndex { index, .. }) => {
                let plain = index.plain_columns().unwrap_or_default();
                index.unique && is_same(columns, &plain)
            }
            (Rule::Unique(columns), Operation::AlterPrimaryKey { primary_key: Some(key), .. }) => {
                key.columns.iter().all(|column| columns.contains(&column.as_str()))
            }
            (Rule::Unique(columns), Operation::DropColumn { column, .. }) => columns.contains(&column.as_str()),
            (Rule::ForeignKey(columns, target), Operation::AddForeignKey { foreign_key, .. }) => {
                foreign_key.columns == **columns && foreign_key.target == **target
            }
            (Rule::ForeignKey(columns, _), Operation::DropColumn { column, .. }) => columns.contains(column),
            (Rule::Check(name), Operation::AddCheck { check, .. }) => check.name.as_deref() == Some(name),
            (Rule::PrimaryKey, Operation::AlterPrimaryKey { primary_key: Some(_), .. }) => true,
            _ => false,
        }
    }
}

/// Whether both name the same columns, in any order.
fn is_same(columns: &[&str], others: &[&str]) -> bool {
    columns.len() == others.len() && others.iter().all(|other| columns.contains(other))
}

use limbeck_schema::ObjectName;

use crate::{
    Operation,
    hazard::{Explanation, Locks, Scene, explanation::words},
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
    fn of(operation: &'a Operation, scene: &Scene<'_>) -> Option<Self> {
        let (table, rule) = match operation {
            Operation::DropUnique { table, columns, .. } => {
                (table, Rule::Unique(columns.iter().map(String::as_str).collect()))
            }
            Operation::DropIndex { table, parts, .. } => {
                let known = scene.before.table(table)?.indexes.iter().find(|index| index.parts == *parts)?;
                let columns = parts.iter().map(|part| part.target.column().unwrap_or("an expression")).collect();
                (table, known.unique.then_some(Rule::Unique(columns))?)
            }
            Operation::DropForeignKey { table, columns, target, .. } => (table, Rule::ForeignKey(columns, target)),
            Operation::DropCheck { table, name } => (table, Rule::Check(name)),
            Operation::AlterPrimaryKey { table, primary_key: None } => (table, Rule::PrimaryKey),
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
            (Rule::Unique(columns), Operation::AddUnique { unique, .. }) => is_same(columns, &unique.columns),
            (Rule::Unique(columns), Operation::CreateIndex { index, .. }) => {
                let parts = index.parts.iter().filter_map(|part| part.target.column().map(str::to_owned));
                index.unique && is_same(columns, &parts.collect::<Vec<_>>())
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
fn is_same(columns: &[&str], others: &[String]) -> bool {
    columns.len() == others.len() && others.iter().all(|other| columns.contains(&other.as_str()))
}

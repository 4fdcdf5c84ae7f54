use limbeck_operations::{Operation, Step};
use limbeck_schema::{Dialect, ObjectName, Schema};

use super::{Becomes, Seen, is_linked};

/// What becomes of tables and columns by the steps of a revision.
#[derive(Clone, Copy, Debug)]
pub struct Passage<'a> {
    /// The steps.
    pub steps: &'a [Step],
    /// The steps that undo them.
    pub back: &'a [Step],
    /// The dialect that they are done on.
    pub dialect: Dialect,
    /// The schema before them.
    pub before: &'a Schema,
    /// The schema after them.
    pub after: &'a Schema,
}

impl Passage<'_> {
    /// What a column becomes, if it stays.
    pub fn becomes(&self, table: &ObjectName, column: &str) -> Option<Becomes> {
        let (next_table, next) = self.renamed(table, column);
        let next_table = self.after.table(&next_table)?;
        let mut becomes = next_table.column(&next)?.clone();
        // A label that is renamed stays: it goes in under the name before.
        let renames: Vec<_> = self.label_renames().collect();
        for (name, label, to) in renames.into_iter().rev() {
            if let Some(enumeration) = becomes.column_type.enumeration_mut().filter(|known| known.name == *name) {
                let renamed = enumeration.labels.iter_mut().filter(|known| *known == to);
                renamed.for_each(|known| label.clone_into(known));
            }
        }
        // NULL comes through where it is filled.
        becomes.nullable |= self.is_filled_by(self.steps, table, column);
        let linked = is_linked(self.after, next_table, &becomes.name);
        Some((becomes, linked))
    }

    /// The rows before the steps with the labels that they have after them.
    pub fn relabelled(&self, rows: &Seen) -> Seen {
        self.label_renames()
            .fold(rows.clone(), |rows, (name, label, to)| rows.relabelled(name, (label, to), self.dialect))
    }

    /// The labels that are renamed: the type, the label before, the label after.
    fn label_renames(&self) -> impl Iterator<Item = (&ObjectName, &str, &str)> {
        let steps = self.steps.iter().filter(|step| step.counts_on(self.dialect));
        steps.filter_map(|step| match &step.operation {
            Operation::RenameEnumLabel { name, label, to } => Some((name, label.as_str(), to.as_str())),
            _ => None,
        })
    }

    /// Whether a column, by its names before, may hold values where it held NULL: it is filled on the way up or down.
    pub fn fills(&self, table: &ObjectName, column: &str) -> bool {
        [self.steps, self.back].iter().any(|steps| self.is_filled_by(steps, table, column))
    }

    fn is_filled_by(&self, steps: &[Step], table: &ObjectName, column: &str) -> bool {
        let (next_table, next_column) = self.renamed(table, column);
        steps.iter().filter(|step| step.counts_on(self.dialect)).any(|step| match &step.operation {
            Operation::FillColumn { table: of, column: filled, .. } => {
                (of == table && filled == column) || (*of == next_table && *filled == next_column)
            }
            _ => false,
        })
    }

    /// The names after the steps of a table and a column before them; of one that goes, a name that nothing has. An empty column means the table alone.
    pub fn renamed(&self, table: &ObjectName, column: &str) -> (ObjectName, String) {
        let (mut table, mut column) = (table.clone(), column.to_owned());
        for step in self.steps.iter().filter(|step| step.counts_on(self.dialect)) {
            match &step.operation {
                Operation::RenameTable { table: from, to } if *from == table => table = to.clone(),
                Operation::RenameColumn { table: of, column: from, to } if *of == table && *from == column => {
                    column.clone_from(to);
                }
                // Another column of the same name is not this one.
                Operation::DropColumn { table: of, column: gone } if *of == table && *gone == column => {
                    column = format!("{column} is gone");
                }
                Operation::DropTable { table: gone } if *gone == table => {
                    table = ObjectName::bare(format!("{table} is gone"));
                }
                _ => {}
            }
        }
        (table, column)
    }

    /// The names after the way up and down again: the same, if the column has been there all the time and nothing computed it meanwhile.
    pub fn kept(&self, table: &ObjectName, column: &str) -> (ObjectName, String) {
        let (next_table, next_column) = self.renamed(table, column);
        let computed = |schema: &Schema, table, column| {
            schema.table(table).and_then(|table| table.column(column)).map(|column| column.generated.is_some())
        };
        let stays = match column {
            "" => self.after.table(&next_table).is_some(),
            _ => computed(self.after, &next_table, next_column.as_str()) == computed(self.before, table, column),
        };
        if stays { (table.clone(), column.to_owned()) } else { (next_table, format!("{next_column} is gone")) }
    }
}

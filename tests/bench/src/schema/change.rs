use super::{Column, Index, Kind, Table, name, table, tables};

/// A kind of change.
#[derive(Clone, Copy)]
enum Change {
    AddColumn,
    DropColumn,
    WidenType,
    AddIndex,
    AddForeignKey,
    CreateTable,
    DropTable,
}

const CHANGES: [Change; 7] = [
    Change::AddColumn,
    Change::DropColumn,
    Change::WidenType,
    Change::AddIndex,
    Change::AddForeignKey,
    Change::CreateTable,
    Change::DropTable,
];

/// How many changes there are between [`tables`] and [`changed`]: one for each hundred tables, and at least one of each kind.
pub fn changes(count: usize) -> usize {
    (count / 100).max(CHANGES.len())
}

/// The variant of [`tables`] with [`changes`], the kinds in turn. None is a rename.
///
/// What changes stands in the second half, which no table refers to.
pub fn changed(count: usize) -> Vec<Table> {
    let mut tables = tables(count);
    let (second_half, changes) = (tables.split_off(count.div_ceil(2)), changes(count));
    let mut places: Vec<Option<Table>> = second_half.into_iter().map(Some).collect();
    let mut created = Vec::new();
    for (turn, change) in CHANGES.into_iter().cycle().take(changes).enumerate() {
        let at = turn * places.len() / changes;
        match (change, places.get_mut(at)) {
            // It refers to what is there for sure.
            (Change::CreateTable, _) => created.push(table(count + turn, [0, 1])),
            (Change::DropTable, Some(place)) => *place = None,
            (change, Some(Some(table))) => alter(table, change),
            (_, Some(None) | None) => {}
        }
    }
    tables.extend(places.into_iter().flatten());
    tables.extend(created);
    tables
}

/// The variant of [`tables`] with a column more in the last table, to which no other refers.
pub fn with_column(count: usize) -> Vec<Table> {
    let mut tables = tables(count);
    if let Some(table) = tables.last_mut() {
        alter(table, Change::AddColumn);
    }
    tables
}

fn alter(table: &mut Table, change: Change) {
    let column = |name| Column::new(name, Kind::String(120)).null();
    match change {
        Change::AddColumn => table.columns.push(column("remark")),
        Change::DropColumn => table.columns.retain(|column| column.name != "price"),
        Change::WidenType => each(table, "quantity", |column| column.kind = Kind::BigInteger),
        Change::AddIndex => each(table, "name", |column| column.index = Index::Plain),
        Change::AddForeignKey => {
            table.columns.push(Column { kind: Kind::Reference(name(0)), ..column("target_id") });
        }
        Change::CreateTable | Change::DropTable => {}
    }
}

fn each(table: &mut Table, name: &str, change: impl Fn(&mut Column)) {
    table.columns.iter_mut().filter(|column| column.name == name).for_each(change);
}

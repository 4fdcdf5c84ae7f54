use limbeck_schema::{Index, IndexPart, Table};

use super::{
    create::{CreateIndex, PartText, parse_index},
    objects::Objects,
    unreadable,
};
use crate::{IntrospectError, reply::Row};

/// Adds the indexes that were created as such; those of constraints are not objects of their own.
pub(super) fn add(table: &mut Table, objects: &Objects, rows: &[Row]) -> Result<(), IntrospectError> {
    let mut rest = rows;
    while let [first, ..] = rest {
        let name = first.text("index_name")?;
        let mut length = 1;
        while let Some(row) = rest.get(length)
            && row.text("index_name")? == name
        {
            length += 1;
        }
        let (members, after) = rest.split_at(length);
        if first.text("origin")? == "c" {
            let sql = objects.indexes.get(&name).ok_or_else(|| unreadable(&name, &"it has no statement"))?;
            let create = parse_index(sql).map_err(|reason| unreadable(&name, &reason))?;
            let index = index(name, table, create, members)?;
            table.indexes.push(index);
        }
        rest = after;
    }
    Ok(())
}

fn index(name: String, table: &Table, create: CreateIndex, members: &[Row]) -> Result<Index, IntrospectError> {
    let mut partial = false;
    let mut index = Index::new(name, Vec::<IndexPart>::new());
    for row in members {
        index.unique = row.flag("is_unique")?;
        partial = row.flag("is_partial")?;
    }
    if create.parts.len() != members.len() || create.filter.is_some() != partial {
        return Err(unreadable(&index.name, &"its members or predicate are not those of its statement"));
    }
    for (row, text) in members.iter().zip(create.parts) {
        index.parts.push(part(table, row, text)?);
    }
    index.filter = create.filter;
    Ok(index)
}

fn part(table: &Table, row: &Row, text: PartText) -> Result<IndexPart, IntrospectError> {
    let mut part = match row.optional_text("column_name")? {
        Some(column) if row.integer("column_number")? >= 0 => {
            let own = table.column(&column).and_then(|column| column.collation.as_deref()).unwrap_or("BINARY");
            let collation = row.filled_text("collation")?.filter(|collation| !collation.eq_ignore_ascii_case(own));
            IndexPart { collation, ..IndexPart::column(column) }
        }
        _ => IndexPart { collation: text.collation, ..IndexPart::expression(text.text) },
    };
    part.descending = row.flag("is_descending")?;
    Ok(part)
}

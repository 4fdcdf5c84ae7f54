//! Schemas by chance, from a seed.

use limbeck_schema::{
    AutoIncrement, Check, Column, ColumnType, Deferrable, Enumeration, Expression, ForeignKey, Generated, Index,
    IndexPart, ObjectName, PrimaryKey, ReferentialAction, Schema, Table, Unique,
};

/// A linear congruential generator (Knuth's MMIX constants): the same seed gives the same numbers everywhere.
pub(crate) struct Random(u64);

impl Random {
    pub(crate) fn new(seed: u64) -> Self {
        let mut random = Self(seed);
        random.next();
        random
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        self.0 >> 33
    }

    /// A number below `end`.
    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next()).unwrap_or(0) % end.max(1)
    }

    /// True once in `times`.
    fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    fn pick<T: Clone>(&mut self, items: &[T]) -> Option<T> {
        items.get(self.below(items.len())).cloned()
    }

    /// Some of the items, in their order.
    fn some<T: Clone>(&mut self, items: &[T], times: usize) -> Vec<T> {
        items.iter().filter(|_| self.once_in(times)).cloned().collect()
    }
}

const TABLES: [&str; 6] = ["animals", "cages", "doctors", "owners", "visits", "wards"];
const COLUMNS: [&str; 7] = ["a", "b", "c", "d", "e", "f", "g"];

/// A schema of up to six tables that refer to each other, cycles and references to themselves among them. Every name is stated.
pub(crate) fn schema(random: &mut Random) -> Schema {
    let mut schema = Schema::default();
    for name in ["mood", "size"] {
        if !random.once_in(3) {
            let labels = random.some(&["s", "m", "l", "xl"], 2);
            let labels = if labels.is_empty() { vec!["s"] } else { labels };
            schema.enums.insert(ObjectName::bare(name), Enumeration::new(name, labels));
        }
    }
    let enums: Vec<Enumeration> = schema.enums.values().cloned().collect();
    for name in TABLES {
        if !random.once_in(3) {
            let table = table(name, &enums, random);
            schema.tables.insert(table.name.clone(), table);
        }
    }
    let targets: Vec<(ObjectName, ColumnType)> = schema
        .tables
        .values()
        .filter_map(|table| {
            let key = table.column(table.single_key()?)?;
            Some((table.name.clone(), key.column_type.clone()))
        })
        .collect();
    for table in schema.tables.values_mut() {
        foreign_keys(table, &targets, random);
    }
    schema
}

fn table(name: &str, enums: &[Enumeration], random: &mut Random) -> Table {
    let mut id =
        Column::new("id", random.pick(&[ColumnType::Integer, ColumnType::BigInteger]).unwrap_or(ColumnType::Integer));
    let is_composite = random.once_in(4);
    if !is_composite && !random.once_in(3) {
        id.auto_increment = Some(AutoIncrement::ByDefault);
    }
    let mut columns = vec![id];
    for name in COLUMNS {
        if random.once_in(2) {
            columns.push(column(name, enums, random));
        }
    }
    let mut table = Table::new(name, columns);
    let mut key = vec!["id".to_owned()];
    if is_composite {
        let plain = table.columns.iter_mut().skip(1).find(|column| is_indexable(column));
        if let Some(member) = plain {
            member.nullable = false;
            member.default = None;
            key.push(member.name.clone());
        }
    }
    table.primary_key = Some(PrimaryKey::new(key).named(format!("pk-{name}")));
    if random.once_in(3) {
        table.comment = random.pick(&["one", "two"]).map(str::to_owned);
    }
    parts(&mut table, random);
    generated(&mut table, random);
    table
}

fn column(name: &str, enums: &[Enumeration], random: &mut Random) -> Column {
    use ColumnType as T;
    let mut types = vec![
        T::SmallInteger,
        T::Integer,
        T::BigInteger,
        T::string_len(20),
        T::string_len(40),
        T::Boolean,
        T::Double,
        T::decimal_len(10, 2),
        T::Date,
        T::TimestampWithTimeZone,
        T::Json,
    ];
    types.extend(enums.iter().cloned().map(T::Enum));
    let mut column = Column::new(name, random.pick(&types).unwrap_or(T::Integer));
    column.nullable = !random.once_in(3);
    if random.once_in(3) {
        column.default = match &column.column_type {
            T::SmallInteger | T::Integer | T::BigInteger => random.pick(&[0, 1]).map(Expression::Integer),
            T::String(_) => random.pick(&["x", "y"]).map(Expression::from),
            T::Boolean => random.pick(&[true, false]).map(Expression::Boolean),
            T::TimestampWithTimeZone => Some(Expression::CurrentTimestamp),
            _ => None,
        };
    }
    if random.once_in(4) {
        column.comment = random.pick(&["one", "two"]).map(str::to_owned);
    }
    column
}

/// Whether every database can have it in a key and in an index.
fn is_indexable(column: &Column) -> bool {
    !matches!(column.column_type, ColumnType::Json) && column.generated.is_none()
}

fn parts(table: &mut Table, random: &mut Random) {
    let columns: Vec<String> =
        table.columns.iter().filter(|column| is_indexable(column)).map(|column| column.name.clone()).collect();
    let others = columns.get(1..).unwrap_or_default().to_vec();
    for name in random.some(&others, 4) {
        let unique = format!("uq-{}-{name}", table.name);
        if random.once_in(2) {
            table.uniques.push(Unique::new([name]).named(unique));
        } else {
            let mut index = Index::new(unique, [name]);
            index.unique = true;
            table.indexes.push(index);
        }
    }
    for name in random.some(&others, 3) {
        let mut part = IndexPart::column(name.clone());
        part.descending = random.once_in(3);
        let mut parts = vec![part];
        parts.extend(random.pick(&others).filter(|other| *other != name).map(IndexPart::column));
        table.indexes.push(Index::new(format!("idx-{}-{name}", table.name), parts));
    }
    let numbers = table.columns.iter().filter(|column| column.column_type.is_integer() && column.name != "id");
    let numbers: Vec<String> = numbers.map(|column| column.name.clone()).collect();
    for name in random.some(&numbers, 3) {
        let limit = random.below(2);
        let check = Check::new(format!("{name} > {limit}")).named(format!("ck-{}-{name}", table.name));
        table.checks.push(check);
    }
}

/// A computed column now and then; it is no part of keys and indexes.
fn generated(table: &mut Table, random: &mut Random) {
    let number = table.columns.iter().find(|column| column.column_type == ColumnType::Integer && column.name != "id");
    let Some(number) = number.map(|column| column.name.clone()).filter(|_| random.once_in(3)) else {
        return;
    };
    let mut computed = Column::new("z", ColumnType::Integer);
    computed.nullable = true;
    computed.generated = Some(Generated { expression: format!("{number} * {}", 2 + random.below(2)), stored: true });
    table.columns.push(computed);
}

/// Keys of columns of their own, named after the target, so that their types agree.
fn foreign_keys(table: &mut Table, targets: &[(ObjectName, ColumnType)], random: &mut Random) {
    for (target, column_type) in random.some(targets, 3) {
        let name = format!("{}_id", target.name);
        let mut column = Column::new(name.clone(), column_type);
        column.nullable = true;
        table.columns.push(column);
        let mut key = ForeignKey::new([name.clone()], target, ["id"]).named(format!("fk-{}-{name}", table.name));
        key.on_delete =
            random.pick(&[None, Some(ReferentialAction::Cascade), Some(ReferentialAction::SetNull)]).flatten();
        if random.once_in(6) {
            key.deferrable = Some(Deferrable::InitiallyDeferred);
        }
        table.foreign_keys.push(key);
        if random.once_in(3) {
            table.indexes.push(Index::new(format!("idx-{}-{name}", table.name), [name]));
        }
    }
}

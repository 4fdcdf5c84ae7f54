//! Steps of every kind with every field, written as plain values: what the rendered file has to record again.

use limbeck_operations::{Alteration, Operation as O, Setting, Step};
use limbeck_schema::{
    AutoIncrement, Check, Column, ColumnType, Deferrable, Dialect, Enumeration, Expression, ForeignKey, Generated,
    Index, IndexPart, NullsOrder, ObjectName, PrimaryKey, ReferentialAction, Schema, StringLength, Table, TableOptions,
    Unique,
};

/// Text that no quoting may change.
pub const AWKWARD: &str = "it's \"quoted\"\\ \t\r\nnäct \u{202e} \u{1f408} r#\"raw\"#";

/// The schema before the steps.
pub fn before() -> Schema {
    let mut schema = Schema::default();
    let mut animals = Table::new(
        "animals",
        vec![
            Column::new("id", ColumnType::Integer),
            Column::new("name", ColumnType::Text),
            Column::new("weight", ColumnType::Double),
            Column { generated: Some(generated(true)), ..Column::new("double_weight", ColumnType::Double) },
            Column::new("shelter_id", ColumnType::Integer),
            Column::new("gone", ColumnType::Text),
        ],
    );
    animals.primary_key = Some(PrimaryKey::new(["id"]).named("animals_pkey"));
    animals.comment = Some("before".into());
    schema.insert(animals);
    schema.insert(Table::new(
        ("zoo", "visits"),
        vec![Column::new("id", ColumnType::Integer), Column::new("at", ColumnType::Timestamp)],
    ));
    schema.insert(Table::new("leaving", vec![Column::new("id", ColumnType::Integer)]));
    let mood = Enumeration::new(("zoo", "mood"), ["calm", "wild"]);
    schema.enums.insert(mood.name.clone(), mood);
    schema
}

fn name(name: &str) -> ObjectName {
    name.into()
}

fn strings(strings: &[&str]) -> Vec<String> {
    strings.iter().map(|&string| string.to_owned()).collect()
}

fn generated(stored: bool) -> Generated {
    Generated { expression: "\"weight\" * 2".into(), stored }
}

/// Every column type, in every form.
pub fn column_types() -> Vec<ColumnType> {
    use ColumnType as T;
    vec![
        T::Char(None),
        T::Char(Some(3)),
        T::String(StringLength::None),
        T::String(StringLength::N(128)),
        T::String(StringLength::Max),
        T::Text,
        T::TinyInteger,
        T::SmallInteger,
        T::Integer,
        T::BigInteger,
        T::TinyUnsigned,
        T::SmallUnsigned,
        T::Unsigned,
        T::BigUnsigned,
        T::Float,
        T::Double,
        T::Decimal(None),
        T::Decimal(Some((10, 2))),
        T::Money(None),
        T::Money(Some((19, 4))),
        T::DateTime,
        T::Timestamp,
        T::TimestampWithTimeZone,
        T::Time,
        T::Date,
        T::Year,
        T::Interval(None, None),
        T::Interval(Some("day to second".into()), None),
        T::Interval(None, Some(3)),
        T::Interval(Some("second".into()), Some(6)),
        T::Binary(16),
        T::VarBinary(StringLength::None),
        T::VarBinary(StringLength::N(64)),
        T::VarBinary(StringLength::Max),
        T::Blob,
        T::Bit(None),
        T::Bit(Some(8)),
        T::VarBit(12),
        T::Boolean,
        T::Json,
        T::JsonBinary,
        T::Uuid,
        T::Enum(Enumeration::new(("zoo", "mood"), ["calm", "wild"])),
        T::Enum(Enumeration::new("", [""; 0])),
        T::Array(Box::new(T::Array(Box::new(T::string_len(8))))),
        T::Vector(None),
        T::Vector(Some(3)),
        T::Cidr,
        T::Inet,
        T::MacAddr,
        T::LTree,
        T::Custom("citext".into()),
    ]
}

/// Every expression, in every form.
pub fn expressions() -> Vec<Expression> {
    use Expression as E;
    vec![
        E::Null,
        E::Boolean(true),
        E::Boolean(false),
        E::Integer(0),
        E::Integer(-7),
        E::Integer(i64::from(i32::MAX) + 1),
        E::Integer(i64::MIN),
        E::Number("1.50e3".into()),
        E::Text(String::new()),
        E::Text(AWKWARD.into()),
        E::CurrentTimestamp,
        E::CurrentDate,
        E::CurrentTime,
        E::Sql("lower('A') || \"b\"".into()),
    ]
}

/// A column of each type, and columns with each facet.
fn columns() -> Vec<Column> {
    let typed = column_types().into_iter().enumerate().map(|(at, kind)| Column::new(format!("type_{at}"), kind));
    let defaults = expressions().into_iter().enumerate().map(|(at, expression)| Column {
        default: Some(expression),
        ..Column::new(format!("default_{at}"), ColumnType::Text)
    });
    let numbering =
        [AutoIncrement::ByDefault, AutoIncrement::Always, AutoIncrement::Serial("all_id_seq".into())].map(Some);
    let numbered = numbering.into_iter().enumerate().map(|(at, auto_increment)| Column {
        auto_increment,
        ..Column::new(format!("numbered_{at}"), ColumnType::BigInteger)
    });
    let full = Column {
        name: "full \"name\"".into(),
        column_type: ColumnType::TimestampWithTimeZone,
        nullable: true,
        default: Some(Expression::CurrentTimestamp),
        auto_increment: None,
        generated: Some(generated(false)),
        on_update: Some(Expression::CurrentTimestamp),
        collation: Some("utf8mb4_bin".into()),
        comment: Some(AWKWARD.into()),
        extra: Some("ON CONFLICT IGNORE".into()),
        keep: true,
    };
    let key = Column { auto_increment: Some(AutoIncrement::ByDefault), ..Column::new("id", ColumnType::Integer) };
    [key].into_iter().chain(typed).chain(defaults).chain(numbered).chain([full]).collect()
}

fn foreign_key(action: ReferentialAction) -> ForeignKey {
    ForeignKey::new(["shelter_id"], ("zoo", "visits"), ["id"])
        .named(format!("fk {}", action.sql()))
        .on_delete(action)
        .on_update(action)
        .deferrable(Deferrable::InitiallyDeferred)
        .keep()
}

fn unique() -> Unique {
    Unique::new(["name", "weight"])
        .named("uq-animals-name")
        .nulls_not_distinct()
        .deferrable(Deferrable::InitiallyImmediate)
        .keep()
}

fn check() -> Check {
    Check::new("\"weight\" > 0").named("ck-animals-weight").keep()
}

/// A table with all that a table can have.
fn everything() -> Table {
    let mut table = Table::new(("zoo", "everything"), columns());
    table.columns.push(Column::new("shelter_id", ColumnType::Integer));
    table.primary_key = Some(PrimaryKey::new(["id", "shelter_id"]).named("pk-everything"));
    table.uniques = vec![Unique::new(["id"]), unique()];
    table.checks = vec![Check::new("true"), check()];
    table.comment = Some(AWKWARD.into());
    table.options = TableOptions {
        without_rowid: true,
        strict: true,
        engine: Some("MyISAM".into()),
        collation: Some("utf8mb4_bin".into()),
    };
    table.keep = true;
    let bare = ForeignKey::new(["shelter_id"], "animals", ["id"]);
    use ReferentialAction::{Cascade, NoAction, Restrict, SetDefault, SetNull};
    table.foreign_keys =
        [bare].into_iter().chain([NoAction, Restrict, Cascade, SetNull, SetDefault].map(foreign_key)).collect();
    table
}

fn table_steps() -> Vec<O> {
    let mut plain = Table::new("plain", vec![Column::new("id", ColumnType::Integer)]);
    plain.primary_key = Some(PrimaryKey::new(["id"]));
    let big = Column { auto_increment: Some(AutoIncrement::ByDefault), ..Column::new("id", ColumnType::BigInteger) };
    let mut numbered = Table::new("numbered", vec![big]);
    numbered.primary_key = Some(PrimaryKey::new(["id"]));
    vec![
        O::CreateEnum { enumeration: Enumeration::new("kind", ["cat", "dog"]), keep: false },
        O::CreateEnum { enumeration: Enumeration::new(("zoo", "empty"), [""; 0]), keep: true },
        O::CreateTable { definition: plain },
        O::CreateTable { definition: numbered },
        O::CreateTable { definition: Table::new("nothing", Vec::new()) },
        O::CreateTable { definition: everything() },
        O::RenameTable { table: name("plain"), to: ("zoo", "plain").into() },
        O::SetTableComment { table: name("animals"), comment: Some(AWKWARD.into()) },
        O::SetTableComment { table: name("animals"), comment: None },
        O::DropTable { table: name("leaving") },
        O::AlterEnum {
            name: ("zoo", "mood").into(),
            previous: strings(&["calm", "wild"]),
            next: strings(&["calm", "wild", AWKWARD]),
        },
        O::RenameEnumLabel { name: ("zoo", "mood").into(), label: AWKWARD.into(), to: "odd".into() },
        O::DropEnum { name: name("kind") },
    ]
}

fn column_steps() -> Vec<O> {
    let alter = |changes| O::AlterColumn { table: name("animals"), column: "weight".into(), changes };
    let fill = |column: &str, value| O::FillColumn { table: name("animals"), column: column.into(), value };
    let added = columns().into_iter().filter(|column| column.name != "id").take(3);
    let with_comment = |comment| Alteration { comment: Some(comment), ..Alteration::default() };
    let numbered = |setting| Alteration { auto_increment: Some(setting), ..Alteration::default() };
    let set = [AutoIncrement::ByDefault, AutoIncrement::Always, AutoIncrement::Serial("s".into())].map(Setting::Set);
    let types = column_types()
        .into_iter()
        .map(|column_type| Alteration { column_type: Some(column_type), ..Alteration::default() });
    let full = columns()
        .into_iter()
        .filter(|column| column.keep)
        .map(|column| O::AddColumn { table: ("zoo", "visits").into(), column });
    added
        .map(|column| O::AddColumn { table: name("animals"), column })
        .chain(full)
        .chain([
            fill("weight", 1.into()),
            fill("name", "it's \"quoted\"".into()),
            fill("weight", Expression::Sql("(SELECT max(\"weight\") FROM animals)".into())),
            O::RenameColumn { table: name("animals"), column: "name".into(), to: "called".into() },
            O::RenameColumn { table: name("animals"), column: "called".into(), to: "name".into() },
            O::DropColumn { table: name("animals"), column: "gone".into() },
            alter(Alteration::default()),
            alter(Alteration {
                column_type: Some(ColumnType::Decimal(Some((6, 2)))),
                using: Some("\"weight\"::numeric".into()),
                nullable: Some(true),
                default: Some(Setting::Set(Expression::Number("1.5".into()))),
                auto_increment: Some(Setting::Drop),
                generated: Some(Setting::Set(generated(true))),
                on_update: Some(Setting::Set(Expression::CurrentTimestamp)),
                collation: Some(Setting::Set("C".into())),
                comment: Some(Setting::Set(AWKWARD.into())),
            }),
            alter(Alteration {
                nullable: Some(false),
                default: Some(Setting::Drop),
                generated: Some(Setting::Drop),
                on_update: Some(Setting::Drop),
                collation: Some(Setting::Drop),
                ..with_comment(Setting::Drop)
            }),
            alter(Alteration { generated: Some(Setting::Set(generated(false))), ..Alteration::default() }),
        ])
        .chain(set.map(numbered).map(alter))
        .chain(types.map(alter))
        .collect()
}

fn index_parts() -> Vec<IndexPart> {
    vec![
        IndexPart::column("name").descending().nulls(NullsOrder::Last),
        IndexPart::column("weight").prefix(10).collation("C").operator_class("text_pattern_ops"),
        IndexPart::expression("lower(\"name\")").nulls(NullsOrder::First),
    ]
}

fn constraint_steps() -> Vec<O> {
    let animals = || name("animals");
    let full = Index {
        unique: true,
        method: Some("gin".into()),
        filter: Some("\"weight\" > 0".into()),
        include: strings(&["id"]),
        nulls_not_distinct: true,
        keep: true,
        ..Index::new("full", index_parts())
    };
    let key = foreign_key(ReferentialAction::Cascade);
    vec![
        O::CreateIndex { table: animals(), index: Index::new("idx-animals-name", ["name", "weight"]) },
        O::CreateIndex { table: animals(), index: full },
        O::DropIndex { table: animals(), name: "idx-animals-name".into(), parts: vec!["name".into(), "weight".into()] },
        O::DropIndex { table: animals(), name: "full".into(), parts: index_parts() },
        O::AddUnique { table: animals(), unique: Unique::new(["name"]) },
        O::AddUnique { table: animals(), unique: unique() },
        O::DropUnique { table: animals(), columns: strings(&["name"]), name: None },
        O::DropUnique { table: animals(), columns: strings(&["weight", "name"]), name: Some("uq-animals-name".into()) },
        O::AddForeignKey { table: animals(), foreign_key: ForeignKey::new(["id"], "animals", ["id"]) },
        O::AddForeignKey { table: animals(), foreign_key: key.clone() },
        O::DropForeignKey { table: animals(), columns: strings(&["id"]), target: animals(), name: None },
        O::DropForeignKey { table: animals(), columns: key.columns, target: key.target, name: key.name },
        O::AddCheck { table: animals(), check: check() },
        O::AddCheck { table: animals(), check: Check::new(AWKWARD) },
        O::DropCheck { table: animals(), name: "ck-animals-weight".into() },
        O::DropCheck { table: animals(), name: AWKWARD.into() },
        O::AlterPrimaryKey { table: animals(), primary_key: None },
        O::AlterPrimaryKey { table: animals(), primary_key: Some(PrimaryKey::new(["id", "name"])) },
        O::AlterPrimaryKey { table: animals(), primary_key: Some(PrimaryKey::new(["id"]).named("animals_pkey")) },
    ]
}

/// Steps for some dialects, and SQL text with what it does.
fn limited_steps() -> Vec<Step> {
    let execute = |sql: &str, records| O::Execute { sql: sql.into(), records };
    let only = |operation, only: &[Dialect]| Step { only: only.to_vec(), ..Step::new(operation) };
    let drop = O::DropTable { table: name("nothing") };
    let made = O::CreateTable { definition: Table::new("made", vec![Column::new("id", ColumnType::Integer)]) };
    let inner = vec![
        only(made, &[Dialect::Postgres]),
        Step::new(execute("select 1", vec![only(drop, &[Dialect::Sqlite, Dialect::Postgres])])),
    ];
    let lines = "update \"animals\"\n   set name = 'x'\n where true";
    let unless_done = |step| Step { unless_done: true, ..step };
    vec![
        unless_done(Step::new(O::DropTable { table: name("gone") })),
        unless_done(only(O::DropColumn { table: name("animals"), column: "gone".into() }, &[Dialect::Sqlite])),
        only(O::DropTable { table: name("elsewhere") }, &[Dialect::Sqlite]),
        only(O::DropColumn { table: name("animals"), column: "elsewhere".into() }, &[Dialect::MySql, Dialect::MariaDb]),
        Step::new(execute("select 1", Vec::new())),
        Step::new(execute(AWKWARD, Vec::new())),
        Step::new(execute(lines, inner)),
        only(execute("vacuum", Vec::new()), &[Dialect::Sqlite]),
        only(execute(lines, Vec::new()), &[Dialect::MySql, Dialect::MariaDb]),
        only(execute("select 2", vec![Step::new(O::DropTable { table: name("made") })]), &[Dialect::Postgres]),
    ]
}

/// What the rendered revision does.
pub fn upgrade() -> Vec<Step> {
    let operations = table_steps().into_iter().chain(column_steps()).chain(constraint_steps());
    operations.map(Step::new).chain(limited_steps()).collect()
}

/// What undoes a part of it.
pub fn downgrade() -> Vec<Step> {
    [
        O::DropTable { table: ("zoo", "everything").into() },
        O::DropColumn { table: ("zoo", "visits").into(), column: "at".into() },
        O::DropColumn { table: name("animals"), column: "double_weight".into() },
    ]
    .map(Step::new)
    .into()
}

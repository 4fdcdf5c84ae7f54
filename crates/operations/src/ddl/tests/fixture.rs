use limbeck_schema::{
    AutoIncrement, Check, Column, ColumnType, Dialect, Enumeration, Expression, ForeignKey, Generated, Index,
    ObjectName, PrimaryKey, ReferentialAction, Schema, Server, Table, Unique,
};

use crate::{
    Op, Step,
    ddl::{Needs, Statement, StepStatements, statements},
};

/// Users and their animals: something of everything that all dialects have.
pub(super) fn shelter() -> Schema {
    let mut schema = Schema::default();
    let mut id = Column::new("id", ColumnType::BigInteger);
    id.auto_increment = Some(AutoIncrement::ByDefault);
    let email = Column::new("email", ColumnType::string_len(255));
    let mut users = Table::new("users", vec![id, email]);
    users.primary_key = Some(PrimaryKey::new(["id"]).named("pk-users"));
    users.uniques = vec![Unique::new(["email"]).named("users_email_key")];
    schema.insert(users);
    schema.insert(animals());
    schema
}

pub(super) fn kinds(labels: &[&str]) -> ColumnType {
    ColumnType::Enum(Enumeration::new("animal_kind", labels.iter().copied()))
}

fn animals() -> Table {
    let mut id = Column::new("id", ColumnType::Integer);
    id.auto_increment = Some(AutoIncrement::ByDefault);
    let mut name = Column::new("name", ColumnType::string_len(64));
    name.comment = Some("what it's called".into());
    let mut kind = Column::new("kind", kinds(&["cat", "dog"]));
    kind.default = Some("dog".into());
    let mut owner = Column::new("owner_id", ColumnType::BigInteger);
    owner.nullable = true;
    let mut price = Column::new("price", ColumnType::decimal_len(10, 2));
    price.default = Some(0.into());
    let mut net = Column::new("net", ColumnType::decimal_len(10, 2));
    net.nullable = true;
    net.generated = Some(Generated { expression: "price * 0.8".into(), stored: true });
    let mut seen = Column::new("seen_at", ColumnType::Timestamp);
    seen.default = Some(Expression::CurrentTimestamp);
    let mut table = Table::new("animals", vec![id, name, kind, owner, price, net, seen]);
    table.primary_key = Some(PrimaryKey::new(["id"]).named("pk-animals"));
    table.uniques = vec![Unique::new(["name"]).named("uq-animals-name")];
    table.foreign_keys = vec![
        ForeignKey::new(["owner_id"], "users", ["id"])
            .named("fk-animals-owner_id")
            .on_delete(ReferentialAction::Cascade),
    ];
    table.checks = vec![Check::new("price >= 0").named("ck-animals-price")];
    table.indexes = vec![Index::new("idx-animals-kind", ["kind"])];
    table.comment = Some("all of them".into());
    table
}

pub(super) fn name(table: &str) -> ObjectName {
    ObjectName::bare(table)
}

/// The steps that `record` records.
pub(super) fn steps(record: impl FnOnce(&mut Op)) -> Vec<Step> {
    let mut op = Op::default();
    record(&mut op);
    op.into_steps()
}

/// What a cell says for a rebuild, whose text is tested once.
pub(super) const REBUILD: &[&str] = &["rebuild"];

/// The statements, or the error. A rebuild is one word.
pub(super) fn texts(steps: &[Step], before: &Schema, dialect: Dialect) -> Vec<String> {
    let groups = match statements(steps, before, &server(dialect)) {
        Ok(groups) => groups,
        Err(error) => return vec![format!("error: {error}")],
    };
    let texts = |group: StepStatements| {
        let rebuild = |statement: &Statement| statement.sql.starts_with("CREATE TABLE \"_limbeck_rebuild_");
        if group.statements.iter().any(rebuild) {
            assert!(group.statements.iter().all(|statement| statement.needs == Needs::ForeignKeysOff));
            return vec!["rebuild".to_owned()];
        }
        group.statements.into_iter().map(|statement| statement.sql).collect()
    };
    groups.into_iter().flat_map(texts).collect()
}

/// A server that the hand tests ran on, or its like.
pub(super) fn server(dialect: Dialect) -> Server {
    let mut server = Server::assumed(dialect);
    server.version = match dialect {
        Dialect::Sqlite => limbeck_schema::Version::new(3, 40, 1),
        Dialect::Postgres => limbeck_schema::Version::new(15, 18, 0),
        Dialect::MySql => limbeck_schema::Version::new(8, 0, 36),
        Dialect::MariaDb => limbeck_schema::Version::new(10, 11, 19),
    };
    server
}

/// A row: what is recorded, and the statements on SQLite, PostgreSQL and MariaDB. MySQL's are MariaDB's.
pub(super) type Row = (&'static str, fn(&mut Op), [&'static [&'static str]; 3]);

/// Holds each row against the statements that its steps have after the schema `before`.
pub(super) fn expect(rows: &[Row], before: &Schema) {
    for (row, record, [sqlite, postgres, mariadb]) in rows {
        let steps = steps(record);
        for (dialect, expected) in [
            (Dialect::Sqlite, sqlite),
            (Dialect::Postgres, postgres),
            (Dialect::MariaDb, mariadb),
            (Dialect::MySql, mariadb),
        ] {
            assert_eq!(texts(&steps, before, dialect), *expected, "{row}, {dialect}");
        }
    }
}

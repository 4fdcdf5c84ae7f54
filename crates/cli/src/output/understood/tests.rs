//! What no entity of a test can be made to be: values by hand.

use std::path::PathBuf;

use limbeck::Settings;
use limbeck_entity::{Aside, Entities, Entity, Field, Format, Opaque, Span};
use limbeck_schema::{AutoIncrement, Column, ColumnType, Dialect, ObjectName, PrimaryKey, Table};
use serde_json::json;

use super::EntitiesObject;

fn span(line: usize) -> Span {
    Span { file: PathBuf::from("src/orders.rs"), line, column: 5 }
}

fn entity(table: &str, line: usize, aside: Option<Aside>) -> Entity {
    let field = |name: &str, rust_type: Option<&str>| Field {
        column: name.to_owned(),
        rust_type: rust_type.map(str::to_owned),
    };
    let fields = vec![field("id", Some("Id")), field("total", None)];
    Entity { span: span(line), format: Format::Expanded, table: table.into(), fields, aside }
}

/// `orders` with an opaque key and a total; the other entities are set aside.
fn entities() -> Entities {
    let mut id = Column::new("id", ColumnType::Blob);
    id.auto_increment = Some(AutoIncrement::ByDefault);
    let mut orders = Table::new("orders", vec![id, Column::new("total", ColumnType::Year)]);
    orders.primary_key = Some(PrimaryKey::new(["id"]));
    let mut entities = Entities::default();
    entities.schema.insert(orders);
    entities.list = vec![
        entity("orders", 3, None),
        entity("old", 30, Some(Aside::Frozen)),
        entity("hidden", 60, Some(Aside::Ignored)),
    ];
    let opaque = Opaque {
        span: span(7),
        length: 2,
        rust_type: "Id".to_owned(),
        reason: "no `Id`".to_owned(),
        help: "say it".to_owned(),
    };
    entities.opaque.insert(("orders".into(), "id".to_owned()), opaque);
    entities
}

#[test]
fn what_could_not_be_told_is_null_and_has_its_reason() {
    let all = |_: &ObjectName| true;
    let object = EntitiesObject::new(&entities(), &Settings::default(), Dialect::Sqlite, all);
    let object = serde_json::to_value(&object).expect("an object");
    let orders = &object["entities"][0];
    assert_eq!(
        orders["columns"],
        json!([
            {
                "name": "id", "rust_type": "Id", "column_type": null, "sql_type": null, "nullable": false,
                "primary_key": true, "auto_increment": false, "unique": false, "default": null, "generated": null,
            },
            {
                "name": "total", "rust_type": null, "column_type": "Year", "sql_type": null, "nullable": false,
                "primary_key": false, "auto_increment": false, "unique": false, "default": null, "generated": null,
            },
        ])
    );
    let opaque = json!([
        {"column": "id", "rust_type": "Id", "reason": "no `Id`", "help": "say it", "file": "src/orders.rs", "line": 7},
    ]);
    assert_eq!(orders["opaque"], opaque);
    assert_eq!(object["counts"], json!({"entities": 1, "columns": 2, "opaque": 1, "set_aside": 2, "warnings": 0}));
    let reasons: Vec<_> = object["set_aside"].as_array().expect("a list").iter().map(|it| &it["reason"]).collect();
    assert_eq!(
        reasons,
        [&json!("a copy in a folder of migrations, of how the table was then"), &json!("`#[limbeck(ignore)]` says so")]
    );
}

#[test]
fn a_type_is_that_of_the_dialect() {
    for (dialect, expected) in [
        (Dialect::Sqlite, json!(null)),
        (Dialect::Postgres, json!(null)),
        (Dialect::MySql, json!("year")),
        (Dialect::MariaDb, json!("year")),
    ] {
        let object = EntitiesObject::new(&entities(), &Settings::default(), dialect, |name| name.name == "orders");
        let object = serde_json::to_value(&object).expect("an object");
        assert_eq!(object["entities"][0]["columns"][1]["sql_type"], expected, "{dialect}");
        assert_eq!(object["set_aside"], json!([]), "{dialect}");
    }
}

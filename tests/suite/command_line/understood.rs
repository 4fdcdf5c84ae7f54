//! What `entities` says of what was understood: no database, the types of any dialect, as text and as JSON.

use serde_json::{Value, json};

use super::{
    program::Project,
    transcript::Transcript,
    workspace::{bare, copy, here},
};

fn with_orders(settings: &str) -> Project {
    let project = Project::empty(bare());
    project.write("limbeck.toml", &format!("entities = [\"entities\"]\n{settings}"));
    copy(&here("understood"), &project.folder.join("entities"));
    project
}

#[test]
fn each_entity_is_printed_with_what_was_understood_of_it() {
    let project = with_orders("ignore = [\"*_old\"]\nviews = [\"v_*\"]\n");
    let customers = std::fs::read_to_string(here("understood/customers.rs")).expect("an entity");
    project.write("entities/a_view.rs", &customers.replace("\"customers\"", "\"v_customers\""));
    project.write("entities/an_old_one.rs", &customers.replace("\"customers\"", "\"customers_old\""));
    let mut transcript = Transcript::default();
    let mut run = |arguments: &[&str], status| transcript.add(&project.run(arguments).exits(status));
    run(&["entities"], 0);
    run(&["entities", "cust*", "--dialect", "mariadb"], 0);
    run(&["entities", "shop.*", "--dialect", "postgres"], 0);
    run(&["entities", "nothing", "customers"], 2);
    run(&["entities", "--dialect", "oracle"], 2);
    transcript.compare("entities");
    assert!(!project.files("").iter().any(|file| file.ends_with(".db")), "{:?}", project.files(""));
}

#[test]
fn the_object_has_what_the_readme_says() {
    let project = with_orders("");
    let said = project.run(&["entities", "orders", "--format", "json"]).exits(0);
    let object = said.json();
    let keys = |value: &Value| {
        let mut keys: Vec<_> = value.as_object().expect("an object").keys().cloned().collect();
        keys.sort();
        keys
    };
    assert_eq!(keys(&object), ["counts", "dialect", "entities", "set_aside", "warnings"]);
    assert_eq!(object["counts"], json!({"entities": 1, "columns": 7, "opaque": 0, "set_aside": 0, "warnings": 1}));
    let orders = &object["entities"][0];
    let documented = [
        "checks",
        "columns",
        "file",
        "foreign_keys",
        "format",
        "indexes",
        "line",
        "opaque",
        "primary_key",
        "schema",
        "table",
        "uniques",
    ];
    assert_eq!(keys(orders), documented);
    assert_eq!(orders["file"], "entities/orders.rs");
    assert_eq!((&orders["line"], &orders["format"]), (&json!(6), &json!("dense")));
    assert_eq!((&orders["schema"], &orders["table"]), (&json!("shop"), &json!("orders")));
    let column = |at: usize| &orders["columns"][at];
    assert_eq!(
        *column(0),
        json!({
            "name": "id", "rust_type": "i64", "column_type": "BigInteger", "sql_type": "integer", "nullable": false,
            "primary_key": true, "auto_increment": true, "unique": false, "default": null, "generated": null,
        })
    );
    assert_eq!((&column(1)["name"], &column(1)["unique"]), (&json!("número"), &json!(true)));
    assert_eq!((&column(2)["sql_type"], &column(2)["default"]), (&json!("real(16, 4)"), &json!("0")));
    assert_eq!((&column(3)["column_type"], &column(3)["sql_type"]), (&json!("Array(Text)"), &Value::Null));
    assert_eq!(column(5)["nullable"], true);
    let key = &orders["foreign_keys"][0];
    assert_eq!((&key["columns"], &key["references_table"]), (&json!(["customer_id"]), &json!("customers")));
    assert_eq!((&key["references_columns"], &key["on_delete"]), (&json!(["id"]), &json!("CASCADE")));
    let groups = orders["uniques"].as_array().into_iter().chain(orders["indexes"].as_array()).flatten();
    let of = |it: &Value| it.get("columns").or_else(|| it.get("parts")).cloned();
    assert!(groups.into_iter().any(|it| of(it) == Some(json!(["shelf", "slot"]))), "{said}");
    assert_eq!(object["warnings"][0]["line"], 17);
}

#[test]
fn the_dialect_is_that_of_the_flag_the_url_the_settings_or_sqlite() {
    for (settings, url, flags, expected) in [
        ("", None, &[][..], "sqlite"),
        ("dialects = [\"mariadb\", \"sqlite\"]", None, &[], "mariadb"),
        // Nobody answers there, and nobody is asked.
        ("dialects = [\"mariadb\"]", Some("postgres://nobody@127.0.0.1:1/none"), &[], "postgres"),
        ("", Some("postgres://nobody@127.0.0.1:1/none"), &["--dialect", "mysql"], "mysql"),
    ] {
        let project = with_orders(settings);
        let project = url.map_or_else(|| project.clone(), |url| project.at(url));
        let object = project.run(&[&["entities", "--format", "json"], flags].concat()).exits(0).json();
        assert_eq!(object["dialect"], expected, "{settings}, {url:?}");
    }
}

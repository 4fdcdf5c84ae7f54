//! Prints the schema of a database, a line of JSON for each part: `cargo run -p limbeck-introspect --example dump -- URL [SCHEMA..]`.

use std::time::Instant;

use limbeck_introspect::{Request, schema, server};
use sea_orm::{ConnectOptions, Database};
use serde_json::Value;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let url = arguments.next().ok_or("name a database URL, then further schemas")?;
    let connection = Database::connect(ConnectOptions::new(url).sqlx_logging(false).to_owned()).await?;
    let server = server(&connection).await?;
    let start = Instant::now();
    let read = schema(&connection, &server, &Request { schemas: arguments.collect() }).await?;
    let took = start.elapsed();
    print(&serde_json::to_value(&read)?, 0);
    eprintln!("{} {}: {} tables in {took:?}", server.dialect, server.version, read.tables.len());
    Ok(())
}

/// Prints a list, and the lists in its objects, one member a line.
fn print(value: &Value, depth: usize) {
    let Value::Object(fields) = value else {
        return println!("{:depth$}{value}", "");
    };
    for (name, field) in fields {
        match field {
            Value::Array(members) if depth < 8 => {
                println!("{:depth$}{name}:", "");
                for member in members {
                    let deeper = if depth == 0 { depth + 4 } else { 8 };
                    if deeper == 8 { println!("{:deeper$}{member}", "") } else { print(member, deeper) }
                }
            }
            _ => println!("{:depth$}{name}: {field}", ""),
        }
    }
}

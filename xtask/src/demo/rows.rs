//! The rows that the demo puts in and looks for afterwards.

use sea_orm::{ConnectionTrait, Database, DatabaseConnection, DbErr, Statement};

use crate::steps::{Failure, show as show_command};

impl From<DbErr> for Failure {
    fn from(error: DbErr) -> Self {
        Self(error.to_string())
    }
}

const INSERTS: [&str; 3] = [
    "INSERT INTO shelters (id, name, city) VALUES \
     (x'00000000000000000000000000000001', 'North', 'Reykjavík'), (x'00000000000000000000000000000002', 'South', 'Santiago')",
    "INSERT INTO users (email, name, role) VALUES ('ada@example.org', 'Ada', 'keeper'), ('bob@example.org', 'Bob', 'visitor')",
    "INSERT INTO animals (name, kind, shelter_id) VALUES \
     ('Mia', 'cat', x'00000000000000000000000000000001'), ('Rex', 'dog', x'00000000000000000000000000000002'), \
     ('O''Malley', 'cat', x'00000000000000000000000000000002')",
];

const QUERY: &str = "SELECT animals.id, animals.name, animals.kind, shelters.name AS shelter \
                     FROM animals JOIN shelters ON shelters.id = animals.shelter_id ORDER BY animals.id";

/// Puts the rows in.
pub(super) fn fill(url: &str) -> Result<(), Failure> {
    with_database(url, async |database| {
        for sql in INSERTS {
            show_command(sql);
            database.execute_unprepared(sql).await?;
        }
        Ok(())
    })
}

/// Prints the animals and returns what was printed.
pub(super) fn show(url: &str) -> Result<String, Failure> {
    with_database(url, async |database| {
        show_command(QUERY);
        let rows = database.query_all_raw(Statement::from_string(database.get_database_backend(), QUERY)).await?;
        let mut lines = String::new();
        for row in rows {
            let id: i32 = row.try_get("", "id")?;
            let (name, kind): (String, String) = (row.try_get("", "name")?, row.try_get("", "kind")?);
            let shelter: String = row.try_get("", "shelter")?;
            lines.push_str(&format!("{id}  {name:<10} {kind:<5} {shelter}\n"));
        }
        print!("{lines}");
        Ok(lines)
    })
}

fn with_database<T>(url: &str, work: impl AsyncFnOnce(&DatabaseConnection) -> Result<T, DbErr>) -> Result<T, Failure> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let database = Database::connect(url).await?;
        let result = work(&database).await?;
        database.close().await?;
        Ok(result)
    })
}

//! The sample application's entities, before and after the issue's own change.

use super::{
    program::Project,
    workspace::{copy, root},
};

/// Copies the entities of `crates/shelter` into the project.
pub fn take(project: &Project) {
    copy(&root().join("crates/shelter/src/entities"), &project.folder.join("src/entities"));
}

/// Animals get `registered_at`, indexed and with a default; users adopt animals.
pub fn edit(project: &Project) {
    project.edit(
        "src/entities/animals.rs",
        "    pub shelter_id: Uuid,",
        "    #[sea_orm(indexed, default_expr = \"Expr::current_timestamp()\")]\n    pub registered_at: DateTimeUtc,\n    pub shelter_id: Uuid,",
    );
    project.write("src/entities/adoptions.rs", ADOPTIONS);
    project.edit("src/entities/mod.rs", "pub mod animals;", "pub mod adoptions;\npub mod animals;");
}

const ADOPTIONS: &str = r#"//! Who has taken which animal home.

use sea_orm::entity::prelude::*;

/// An animal that has found a home.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "adoptions")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub user_id: i32,
    #[sea_orm(primary_key, auto_increment = false)]
    pub animal_id: i32,
    pub adopted_on: Date,
    #[sea_orm(belongs_to, from = "user_id", to = "id", on_delete = "Cascade")]
    pub user: BelongsTo<super::users::Entity>,
    #[sea_orm(belongs_to, from = "animal_id", to = "id", on_delete = "Restrict")]
    pub animal: BelongsTo<super::animals::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
"#;

/// Rows for the tables of the sample as it is, for the server of `url`.
pub fn inserts(url: &str) -> [String; 3] {
    let id = if url.starts_with("postgres") {
        "'00000000-0000-0000-0000-000000000001'"
    } else {
        "x'00000000000000000000000000000001'"
    };
    [
        format!("INSERT INTO shelters (id, name, city) VALUES ({id}, 'North', 'Reykjavík')"),
        "INSERT INTO users (email, name, role) VALUES ('ada@example.org', 'Ada', 'keeper')".to_owned(),
        format!("INSERT INTO animals (name, kind, shelter_id) VALUES ('Mia', 'cat', {id}), ('O''Malley', 'dog', {id})"),
    ]
}

/// What is left of them.
pub const ANIMALS: &str =
    "SELECT animals.name AS line FROM animals JOIN shelters ON shelters.id = animals.shelter_id ORDER BY animals.id";

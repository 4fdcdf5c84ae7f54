//! Foreign keys from relations in every spelling.

use crate::{attempt, entity, key_lines, read};

const USER: &str = "#[sea_orm(primary_key)] pub id: i32, #[sea_orm(unique, column_name = \"Mail\")] pub email: String,
    #[sea_orm(unique_key = \"pair\")] pub a: i32, #[sea_orm(unique_key = \"pair\", enum_name = \"Bee\")] pub b: i32,";

const POST: &str = "#[sea_orm(primary_key)] pub id: i32, #[sea_orm(column_name = \"author\")] pub user_id: Option<i32>,
    pub mail: String, pub a: i32, pub b: i32, pub parent_id: Option<i32>,";

/// The foreign keys of `post`, which has these fields and this text besides.
fn keys(fields: &str, rest: &str) -> Vec<String> {
    let (user, post) = (entity("users", USER, ""), entity("post", &format!("{POST}{fields}"), rest));
    key_lines(&read(&[("src/user.rs", &user), ("src/post.rs", &post)]), "post")
}

fn first_problem(fields: &str, rest: &str) -> String {
    let (user, post) = (entity("users", USER, ""), entity("post", &format!("{POST}{fields}"), rest));
    let problems = match attempt(&[("src/user.rs", &user), ("src/post.rs", &post)]) {
        Ok(entities) => entities.warnings,
        Err(problems) => problems,
    };
    assert_eq!(problems.len(), 1, "{fields} {rest}: {problems:?}");
    problems[0].message.clone()
}

const TO_USER: &str = "fk-post-author: author -> users (id)";

#[test]
fn variants_of_a_relation_enum() {
    for (name, variant, expected) in [
        (
            "plain",
            "#[sea_orm(belongs_to = \"super::user::Entity\", from = \"Column::UserId\", to = \"super::user::Column::Id\")] User",
            TO_USER.to_owned(),
        ),
        (
            "actions",
            "#[sea_orm(belongs_to = \"super::user::Entity\", from = \"Column::UserId\", to = \"super::user::Column::Id\", on_delete = \"SetNull\", on_update = \"NoAction\")] User",
            format!("{TO_USER} delete SET NULL update NO ACTION"),
        ),
        (
            "no commas, a comment behind, lines",
            "#[sea_orm(\n belongs_to = \"crate::user::Entity\"\n from = \"Column::UserId\"\n to = \"crate::user::Column::Id\"\n on_delete = \"Cascade\"\n)]\n/// The author.\nUser",
            format!("{TO_USER} delete CASCADE"),
        ),
        (
            "a name",
            "#[sea_orm(belongs_to = \"super::user::Entity\", from = \"Column::UserId\", to = \"super::user::Column::Id\", fk_name = \"my_fk\")] User",
            "my_fk: author -> users (id)".to_owned(),
        ),
        (
            "a tuple over two lines, the variant under another name",
            "#[sea_orm(belongs_to = \"super::user::Entity\", from = \"(Column::A,\n Column::B)\", to = \"(super::user::Column::A, super::user::Column::Bee)\")] User",
            "fk-post-a-b: a, b -> users (a, bee)".to_owned(),
        ),
        (
            "a tuple of one",
            "#[sea_orm(belongs_to = \"super::user::Entity\", from = \"(Column::Mail)\", to = \"(super::user::Column::Email,)\")] User",
            "fk-post-mail: mail -> users (Mail)".to_owned(),
        ),
        (
            "self",
            "#[sea_orm(belongs_to = \"Entity\", from = \"Column::ParentId\", to = \"Column::Id\")] Parent",
            "fk-post-parent_id: parent_id -> post (id)".to_owned(),
        ),
        (
            "a condition is part of a join",
            "#[sea_orm(belongs_to = \"super::user::Entity\", from = \"Column::UserId\", to = \"super::user::Column::Id\", on_condition = \"Column::A.eq(1)\", condition_type = \"any\")] User",
            TO_USER.to_owned(),
        ),
    ] {
        let rest = format!("#[derive(EnumIter, DeriveRelation)] pub enum Relation {{ {variant} }}");
        assert_eq!(keys("", &rest), [expected], "{name}");
    }
}

#[test]
fn relations_that_make_no_key() {
    for variant in [
        "#[sea_orm(has_many = \"super::user::Entity\", from = \"Column::Id\", to = \"super::user::Column::A\")] Users",
        "#[sea_orm(has_one = \"super::user::Entity\")] User",
        "#[sea_orm(belongs_to = \"super::nowhere::Entity\", from = \"Column::UserId\", to = \"super::nowhere::Column::Id\", skip_fk)] User",
        "#[cfg(test)] #[sea_orm(belongs_to = \"Nowhere\")] User",
    ] {
        let rest = format!("#[derive(EnumIter, DeriveRelation)] pub enum Relation {{ {variant} }}");
        assert_eq!(keys("", &rest), Vec::<String>::new(), "{variant}");
    }
}

#[test]
fn relation_fields_of_the_dense_format() {
    for (field, expected) in [
        (
            "#[sea_orm(belongs_to, from = \"user_id\", to = \"id\")] pub user: BelongsTo<Option<super::user::Entity>>,",
            Some(TO_USER),
        ),
        (
            "#[sea_orm(belongs_to, from = \"Column::UserId\", to = \"Column::Id\")] pub user: HasOne<super::user::Entity>,",
            Some(TO_USER),
        ),
        (
            "#[sea_orm(belongs_to, relation_enum = \"X\", from = \"user_id\", to = \"id\", on_delete = \"Cascade\")] pub user: BelongsTo<crate::user::Entity>,",
            Some("fk-post-author: author -> users (id) delete CASCADE"),
        ),
        (
            "#[sea_orm(belongs_to, from = \"(a, b)\", to = \"(a, bee)\")] pub user: BelongsTo<super::user::Entity>,",
            Some("fk-post-a-b: a, b -> users (a, bee)"),
        ),
        (
            "#[sea_orm(self_ref, relation_enum = \"P\", from = \"parent_id\", to = \"id\")] pub parent: BelongsTo<Option<Entity>>,",
            Some("fk-post-parent_id: parent_id -> post (id)"),
        ),
        (
            "#[sea_orm(self_ref, belongs_to, relation_enum = \"P\", from = \"parent_id\", to = \"id\")] pub parent: HasOne<Entity>,",
            Some("fk-post-parent_id: parent_id -> post (id)"),
        ),
        (
            "#[sea_orm(belongs_to, from = \"mail\", to = \"email\")] #[sea_orm(fk_name = \"mine\")] pub user: BelongsTo<super::user::Entity>,",
            Some("mine: mail -> users (Mail)"),
        ),
        (
            "#[sea_orm(belongs_to, from = \"user_id\", to = \"id\", skip_fk)] pub user: BelongsTo<Option<super::user::Entity>>,",
            None,
        ),
        (
            "#[sea_orm(belongs_to, via = \"post_tag\", from = \"user_id\", to = \"id\")] pub user: BelongsTo<Option<super::user::Entity>>,",
            Some(TO_USER),
        ),
        ("#[sea_orm(has_many)] pub users: HasMany<super::user::Entity>,", None),
        ("#[sea_orm(has_many, via = \"post_tag\")] pub users: HasMany<super::user::Entity>,", None),
        (
            "#[sea_orm(self_ref, via = \"follower\", from = \"User\", to = \"Follower\")] pub users: HasMany<Entity>,",
            None,
        ),
        ("#[sea_orm(self_ref, relation_enum = \"C\", relation_reverse = \"P\")] pub children: HasMany<Entity>,", None),
        ("pub user: HasOne<super::user::Entity>,", None),
    ] {
        assert_eq!(keys(field, ""), expected.into_iter().collect::<Vec<_>>(), "{field}");
    }
    let warned =
        first_problem("#[sea_orm(from = \"user_id\", to = \"id\")] pub user: BelongsTo<super::user::Entity>,", "");
    assert!(warned.contains("not `belongs_to`"), "{warned}");
}

#[test]
fn a_compact_model_keeps_its_relation_enum() {
    let source = entity(
        "post",
        &format!("{POST} #[sea_orm(belongs_to, from = \"x\", to = \"y\")] pub user: HasOne<super::user::Entity>,"),
        "#[derive(DeriveRelation)] pub enum Relation {
            #[sea_orm(belongs_to = \"super::user::Entity\", from = \"Column::UserId\", to = \"super::user::Column::Id\")] User }",
    )
    .replace("#[derive(Clone", "#[sea_orm::compact_model]\n#[derive(Clone");
    let entities = read(&[("src/user.rs", &entity("users", USER, "")), ("src/post.rs", &source)]);
    assert_eq!(key_lines(&entities, "post"), [TO_USER]);
}

#[test]
fn relations_written_by_hand() {
    for (name, body, expected) in [
        (
            "a chain in each arm",
            "match self {
                Self::User => Entity::belongs_to(super::user::Entity).from(Column::UserId).to(super::user::Column::Id)
                    .on_delete(ForeignKeyAction::Cascade).on_update(sea_orm::ForeignKeyAction::Restrict).into(),
                Self::Posts => Entity::has_many(super::user::Entity).into(),
                Self::Other | Self::More => panic!(\"none\"),
            }",
            vec![format!("{TO_USER} delete CASCADE update RESTRICT")],
        ),
        (
            "one conversion behind the match",
            "match self {
                Self::User => Entity::belongs_to(super::user::Entity).from(Column::UserId).to(super::user::Column::Id),
                Self::Pair => Entity::belongs_to(super::user::Entity).from((Column::A, Column::B)).to((super::user::Column::A, super::user::Column::Bee)),
            }.into()",
            vec![TO_USER.to_owned(), "fk-post-a-b: a, b -> users (a, bee)".to_owned()],
        ),
        (
            "a condition, a name, a block",
            "match self { Self::User => { Entity::belongs_to(super::user::Entity).from(Column::UserId).to(super::user::Column::Id)
                .on_condition(|left, _right| { let c = left; f(c) }).fk_name(\"mine\").into() } }",
            vec!["mine: author -> users (id)".to_owned()],
        ),
        ("no key wanted", "match self { Self::User => Entity::belongs_to(super::user::Entity).from(Column::UserId).to(super::user::Column::Id).skip_fk().into() }", vec![]),
        (
            "an arm that is left out",
            "match self {
                #[cfg(test)] Self::User => Entity::belongs_to(super::nowhere::Entity).from(Column::UserId).to(super::nowhere::Column::Id).into(),
                #[cfg(not(test))] Self::User => Entity::belongs_to(super::user::Entity).from(Column::UserId).to(super::user::Column::Id).into(),
            }",
            vec![TO_USER.to_owned()],
        ),
        ("a panic", "panic!(\"No RelationDef\")", vec![]),
        ("nothing", "unreachable!();", vec![]),
    ] {
        let rest = format!(
            "#[derive(EnumIter)] pub enum Relation {{ User }} impl RelationTrait for Relation {{ fn def(&self) -> RelationDef {{ {body} }} }}"
        );
        assert_eq!(keys("", &rest), expected, "{name}");
    }
    for body in [
        "helper(self)",
        "match self { Self::User => super::user::Relation::Post.def().rev() }",
        "match self { Self::User => Entity::has_many(super::user::Entity).into::<RelationDef>().rev() }",
        "let def = 1; def",
        "match self { Self::User => Entity::belongs_to(super::user::Entity).from(Column::UserId).into() }",
    ] {
        let rest = format!("impl RelationTrait for Relation {{ fn def(&self) -> RelationDef {{ {body} }} }}");
        assert!(first_problem("", &rest).contains("this relation is not understood"), "{body}");
    }
}

/// Trap: targets under another name, through a prelude, in another crate, by the module's name alone.
#[test]
fn targets_are_found_wherever_they_are() {
    let user = entity("users", USER, "");
    for (name, user_path, extra, import, target) in [
        ("renamed import", "src/user.rs", None, "use super::user::{Entity as Users, Column as UsersColumn};", "Users"),
        (
            "prelude",
            "src/user.rs",
            Some(("src/prelude.rs", "pub use super::user::Entity as User;")),
            "",
            "super::prelude::User",
        ),
        ("module file in capitals", "src/User.rs", None, "", "super::User::Entity"),
        ("folder", "src/user/mod.rs", None, "use crate::user;", "user::Entity"),
        (
            "another crate",
            "crates/my-users/src/user.rs",
            Some(("crates/my-users/src/lib.rs", "pub mod user;")),
            "",
            "my_users::user::Entity",
        ),
        (
            "private module with a glob",
            "src/db/user.rs",
            Some(("src/db/mod.rs", "mod user; pub use user::*;")),
            "",
            "crate::db::Entity",
        ),
        ("module's name alone", "elsewhere/user.rs", None, "use unknown_crate::user;", "user::Entity"),
    ] {
        let rest = format!(
            "{import} #[derive(DeriveRelation)] pub enum Relation {{
                #[sea_orm(belongs_to = \"{target}\", from = \"Column::UserId\", to = \"UsersColumn::Id\")] User }}"
        );
        let post = entity("post", POST, &rest);
        let mut files = vec![("src/post.rs", post.as_str()), (user_path, user.as_str())];
        files.extend(extra);
        assert_eq!(key_lines(&read(&files), "post"), [TO_USER], "{name}");
    }
}

/// Trap: the `Relation` enum stands in another folder than the entities.
#[test]
fn a_relation_enum_may_stand_elsewhere() {
    let (user, post) = (entity("users", USER, ""), entity("post", POST, ""));
    let relations = "use crate::post::{Column, Entity};
        #[derive(DeriveRelation)] #[sea_orm(entity = Entity)] pub enum Relation {
            #[sea_orm(belongs_to = \"crate::user::Entity\", from = \"Column::UserId\", to = \"crate::user::Column::Id\")] User }";
    let files = [("src/user.rs", user.as_str()), ("src/post.rs", &post), ("src/relations/post.rs", relations)];
    assert_eq!(key_lines(&read(&files), "post"), [TO_USER]);
}

#[test]
fn one_key_that_two_relations_make_is_one() {
    let variant = |name: &str, more: &str| {
        format!(
            "#[sea_orm(belongs_to = \"super::user::Entity\", from = \"Column::UserId\", to = \"super::user::Column::Id\"{more})] {name},"
        )
    };
    let derive = |variants: String| format!("#[derive(DeriveRelation)] pub enum Relation {{ {variants} }}");
    let twice = derive(variant("A", "") + &variant("B", ", on_delete = \"Cascade\""));
    assert_eq!(keys("", &twice), [format!("{TO_USER} delete CASCADE")]);
    let against = derive(variant("A", ", on_delete = \"Restrict\"") + &variant("B", ", on_delete = \"Cascade\""));
    assert_eq!(
        first_problem("", &against),
        "two relations make the foreign key of author to `users`, one with `on_delete` RESTRICT, one with CASCADE"
    );
    let other =
        variant("A", "") + "#[sea_orm(belongs_to = \"Entity\", from = \"Column::UserId\", to = \"Column::Id\")] B,";
    assert_eq!(
        first_problem("", &derive(other.clone())),
        "two foreign keys are called `fk-post-author`: to `users` and to `post`"
    );
    let named = derive(other.replace("\"Column::Id\")", "\"Column::Id\", fk_name = \"two\")"));
    assert_eq!(keys("", &named), [TO_USER, "two: author -> post (id)"]);
}

#[test]
fn what_is_wrong_with_a_relation_is_told() {
    let derive =
        |attributes: &str| format!("#[derive(DeriveRelation)] pub enum Relation {{ #[sea_orm({attributes})] User }}");
    for (attributes, expected) in [
        (
            "belongs_to = \"super::nobody::Entity\", from = \"Column::UserId\", to = \"super::nobody::Column::Id\"",
            "this relation belongs to `super::nobody::Entity`, but no entity is found there",
        ),
        (
            "belongs_to = \"super::user::Entity\", from = \"Column::UserIdd\", to = \"super::user::Column::Id\"",
            "`from` names `UserIdd`, which the entity of `post` does not have",
        ),
        (
            "belongs_to = \"super::user::Entity\", from = \"Column::UserId\", to = \"super::user::Column::Uid\"",
            "`to` names `Uid`, which the entity of `users` does not have",
        ),
        (
            "belongs_to = \"super::user::Entity\", from = \"Column::UserId\", to = \"(super::user::Column::Id, super::user::Column::A)\"",
            "`from` names one column and `to` names 2 columns",
        ),
        (
            "belongs_to = \"super::user::Entity\", to = \"super::user::Column::Id\"",
            "this relation belongs to another entity, but does not say `from`",
        ),
        (
            "belongs_to = \"super::user::Entity\", from = \"Column::UserId\", to = \"super::user::Column::Id\", on_delete = \"Casdade\"",
            "`Casdade` is no action of a foreign key",
        ),
        (
            "belongs_to = \"super::user::\", from = \"Column::UserId\", to = \"Column::Id\"",
            "`super::user::` is no path to an entity",
        ),
        (
            "belongs_to = \"super::user::Entity\", from = \"1 + 1\", to = \"super::user::Column::Id\"",
            "`1 + 1` names no columns",
        ),
        ("from = \"Column::UserId\"", "the relation `User` says none of `belongs_to`, `has_one`, `has_many`"),
    ] {
        assert_eq!(first_problem("", &derive(attributes)), expected, "{attributes}");
    }
}

/// Trap: a `belongs_to` that cannot be a constraint.
#[test]
fn a_key_to_what_is_not_unique_is_a_warning() {
    let field = "#[sea_orm(belongs_to, from = \"id\", to = \"a\")] pub user: BelongsTo<super::user::Entity>,";
    assert_eq!(first_problem(field, ""), "a foreign key cannot refer to `users` (a), which is not unique");
}

/// Trap: tables that refer to each other in a circle.
#[test]
fn keys_may_go_in_a_circle() {
    let one = entity(
        "one",
        "#[sea_orm(primary_key)] pub id: i32, pub two_id: i32, #[sea_orm(belongs_to, from = \"two_id\", to = \"id\")] pub two: BelongsTo<super::two::Entity>,",
        "",
    );
    let two = entity(
        "two",
        "#[sea_orm(primary_key)] pub id: i32, pub one_id: i32, #[sea_orm(belongs_to, from = \"one_id\", to = \"id\")] pub one: BelongsTo<super::one::Entity>,",
        "",
    );
    let entities = read(&[("one.rs", &one), ("two.rs", &two)]);
    assert_eq!(key_lines(&entities, "one"), ["fk-one-two_id: two_id -> two (id)"]);
    assert_eq!(key_lines(&entities, "two"), ["fk-two-one_id: one_id -> one (id)"]);
}

use limbeck_schema::{Column, ColumnType, Enumeration, Table};

use super::*;

/// A table with columns of text.
fn table(name: &str, columns: &[&str]) -> Table {
    Table::new(name, columns.iter().map(|name| Column::new(*name, ColumnType::Text)).collect())
}

fn schema(tables: Vec<Table>, labels: &[&str]) -> Schema {
    let mut schema = Schema::default();
    tables.into_iter().for_each(|table| schema.insert(table));
    schema.enums.insert("mood".into(), Enumeration::new("mood", labels.iter().copied()));
    schema
}

fn before() -> Schema {
    let tables = vec![table("animals", &["nick", "a.b"]), table("cages", &["size"]), table("mood", &["calm", "kept"])];
    schema(tables, &["calm", "wild"])
}

fn wanted() -> Schema {
    let tables =
        vec![table("animals", &["nickname", "ab"]), table("kennels", &["width"]), table("mood", &["quiet", "kept"])];
    schema(tables, &["quiet", "wild"])
}

/// What the flag means, or why it means nothing; the table `cages` is `kennels` from now on.
fn meant(flag: &str) -> Result<Rename, String> {
    let (before, wanted) = (before(), wanted());
    let cages = Rename::Table { from: "cages".into(), to: "kennels".into() };
    let names = Names::new(&before, &wanted, [&cages]);
    let stated = flag.parse().expect(flag);
    names.rename(&stated).map_err(|error| error.to_string())
}

fn column(table: &str, from: &str, to: &str) -> Rename {
    Rename::Column { table: table.into(), from: from.to_owned(), to: to.to_owned() }
}

#[test]
fn a_stated_rename_means_what_is_there() {
    let label = Rename::Label { enumeration: "mood".into(), from: "calm".to_owned(), to: "quiet".to_owned() };
    for (flag, expected) in [
        ("cages=kennels", Rename::Table { from: "cages".into(), to: "kennels".into() }),
        ("animals.nick=nickname", column("animals", "nick", "nickname")),
        ("animals.nick=animals.nickname", column("animals", "nick", "nickname")),
        ("animals.\"a.b\"=ab", column("animals", "a.b", "ab")),
        ("cages.size=width", column("kennels", "size", "width")),
        ("cages.size=kennels.width", column("kennels", "size", "width")),
        ("kennels.size=width", column("kennels", "size", "width")),
        ("label:mood.calm=quiet", label),
        ("column:mood.calm=quiet", column("mood", "calm", "quiet")),
    ] {
        assert_eq!(meant(flag), Ok(expected), "{flag}");
    }
}

#[test]
fn a_rename_that_means_nothing_says_what_is_there() {
    for (flag, expected) in [
        ("animals.neck=nickname", "there is no column neck of animals; there are `nick`, `a.b`"),
        ("animals.nick=alias", "no entity has the column alias of animals; there are `nickname`, `ab`"),
        ("cage=kennels", "there is no table cage; there are `animals`, `cages`, `mood`"),
        ("label:mood.cold=quiet", "there is no label cold of mood; there are `calm`, `wild`"),
        ("animals.nick=cages.nickname", "`cages.nickname` is no name that the column nick of animals can have"),
        ("a.b.c.d=e", "there is no such table, column or label"),
        (
            "mood.calm=quiet",
            "it may mean several things: pass `--rename column:mood.calm=quiet` or `--rename label:mood.calm=quiet`",
        ),
    ] {
        let error = meant(flag).expect_err(flag);
        assert!(error.ends_with(&format!("does not apply: {expected}")), "{flag}: {error}");
    }
}

#[test]
fn a_drop_is_of_what_goes() {
    let (before, wanted) = (before(), wanted());
    let names = Names::new(&before, &wanted, []);
    let nick = Leaving::Column { table: "animals".into(), column: "nick".to_owned() };
    assert_eq!(names.leaving(&"animals.nick".parse().expect("a path")).ok(), Some(nick));
    for (path, expected) in [
        ("mood.kept", "the entities still have the column kept of mood: take it out of them first"),
        ("animals.x", "there is no column x of animals; there are `nick`, `a.b`"),
        ("mood.calm", "it may mean several things: pass `--drop column:mood.calm` or `--drop label:mood.calm`"),
    ] {
        let error = names.leaving(&path.parse().expect(path)).expect_err(path).to_string();
        assert!(error.ends_with(expected), "{path}: {error}");
    }
}

#[test]
fn flags_mean_what_they_were_made_of() {
    let (before, wanted) = (before(), wanted());
    let names = Names::new(&before, &wanted, []);
    for (rename, expected, drop) in [
        (column("animals", "nick", "nickname"), "--rename animals.nick=nickname", "--drop animals.nick"),
        (column("animals", "a.b", "ab"), "--rename 'animals.\"a.b\"=ab'", "--drop 'animals.\"a.b\"'"),
        (column("mood", "calm", "quiet"), "--rename column:mood.calm=quiet", "--drop column:mood.calm"),
    ] {
        let leaving = start_of(&rename);
        assert_eq!(names.rename_flag(&leaving, &rename), expected);
        assert_eq!(names.drop_flag(&leaving), drop);
    }
}

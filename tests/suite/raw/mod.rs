//! What only raw SQL makes, on a table that a generated revision changes afterwards, in each way that could lose it. Looked at in the server's own words,
//! not in Limbeck's: up it has to be there still, down everything has to be as it was, or the revision has to say what is not.

mod edit;
mod mariadb;
mod postgres;
mod sqlite;
mod story;
mod words;

use edit::Edit;

/// What somebody made by raw SQL.
struct Thing {
    /// What it is.
    name: &'static str,
    /// The statements that make it, on the table `beasts` and its columns `name` and `weight`.
    sql: &'static [&'static str],
    /// What does not go round, and what people are told of it. Where nothing is said, everything does, but that the table goes with a warning.
    but: &'static [(&'static [Edit], Told)],
}

impl Thing {
    fn told(&self, edit: Edit) -> Told {
        let stated = self.but.iter().find(|(edits, _)| edits.contains(&edit)).map(|(_, told)| *told);
        let warned = Told::Warned("A13: no revision brings back what beasts has besides");
        stated.unwrap_or(if edit == Edit::DropTable { warned } else { Told::Nothing })
    }
}

/// What people are told of a thing that can't be there afterwards.
#[derive(Clone, Copy, Debug)]
enum Told {
    /// Nothing: it is there.
    Nothing,
    /// The revision is refused in these words, Limbeck's or the server's, and nothing is changed.
    Refused(&'static str),
    /// The downgrade is refused in these words, and nothing is changed.
    Stuck(&'static str),
    /// The change of the revision has a hazard or a note with these words.
    Warned(&'static str),
    /// Nothing, as what is said in other words means the same: why, and the words that may come or go.
    Same(&'static str, &'static [&'static str]),
}

const fn thing(name: &'static str, sql: &'static [&'static str]) -> Thing {
    but(name, sql, &[])
}

const fn but(name: &'static str, sql: &'static [&'static str], but: &'static [(&'static [Edit], Told)]) -> Thing {
    Thing { name, sql, but }
}

use std::{cell::RefCell, collections::BTreeMap};

use limbeck::Target;
use limbeck_autogenerate::{Comparison, compare};
use limbeck_operations::{Op, prelude::*};
use limbeck_schema::Dialect;

use super::{Thing, Told, edit::Edit, words::Said};
use crate::grown::site::{Site, at};

/// What the first revision makes: the table that raw SQL works on.
fn first(op: &mut Op) {
    op.create_table("owners", [pk_auto("id"), string_len("name", 64)])
        .primary_key(primary_key(["id"]).named("pk-owners"));
    op.create_table(
        "beasts",
        [
            pk_auto("id"),
            string_len("name", 64),
            integer("weight").default(1),
            integer("owner_id").null(),
            string_len("note", 40).null(),
        ],
    )
    .primary_key(primary_key(["id"]).named("pk-beasts"))
    .foreign_key(foreign_key(["owner_id"], "owners", ["id"]).named("fk-beasts-owner_id"));
}

const ROWS: [&str; 2] = [
    "INSERT INTO owners (name) VALUES ('Mia')",
    "INSERT INTO beasts (name, weight, owner_id) VALUES ('Rex', 3, 1), ('Tom', 4, NULL)",
];

/// What the server says without any thing: at the start, and after each edit.
struct Bare {
    start: Said,
    ends: BTreeMap<Edit, Said>,
}

/// Tries each of `things` with each edit.
///
/// # Panics
/// With all that was lost and not told, or told and not lost.
pub fn tell(dialect: Dialect, things: &[&Thing]) {
    let bare = RefCell::new(Bare { start: Said::default(), ends: BTreeMap::new() });
    at(dialect, "raw_bare", |site| async move { begin(&site, &[]).await });
    at(dialect, "raw_bare", |site| {
        let bare = &bare;
        async move {
            Site::forget_newest();
            begin(&site, &[]).await;
            let start = Said::by(&site.database).await;
            for edit in Edit::on(dialect) {
                let end = up(&site, edit).await.unwrap_or_else(|error| panic!("{edit:?} of nothing: {error}")).1;
                bare.borrow_mut().ends.insert(edit, end);
                let back = down(&site, edit, &start).await;
                assert_eq!(back, Ok(Vec::new()), "{edit:?} of nothing, back");
            }
            bare.borrow_mut().start = start;
        }
    });
    let bare = bare.into_inner();
    let mut wrong = Vec::new();
    for thing in things {
        let mut left: Vec<Edit> = Edit::on(dialect).collect();
        left.reverse();
        while !left.is_empty() {
            at(dialect, "raw", |site| {
                let (left, wrong, bare) = (&mut left, &mut wrong, &bare);
                async move {
                    Site::forget_newest();
                    begin(&site, thing.sql).await;
                    while let Some(edit) = left.pop() {
                        let outcome = tried(&site, edit, bare).await;
                        let is_back = outcome.is_ok();
                        if let Err(what) = judged(outcome, thing.told(edit)) {
                            wrong.push(format!("{}, {edit:?}: {what}", thing.name));
                        }
                        if !is_back {
                            break;
                        }
                    }
                }
            });
        }
    }
    assert!(wrong.is_empty(), "{dialect}: {} wrong\n{}", wrong.len(), wrong.join("\n"));
}

async fn begin(site: &Site, sql: &[&str]) {
    site.write_first(first);
    site.upgrade().await;
    site.send(&ROWS).await;
    site.send(sql).await;
}

/// Why a round was not closed.
enum Lost {
    /// The revision was refused, in these words.
    Refused(String),
    /// The downgrade was refused, in these words.
    Stuck(String),
    /// What differs, after the upgrade and after the downgrade, and what the revision says.
    Differs { lines: Vec<String>, said: String },
}

fn judged(outcome: Result<(), Lost>, told: Told) -> Result<(), String> {
    match (outcome, told) {
        (Ok(()), Told::Nothing) => Ok(()),
        (Ok(()), told) => Err(format!("goes round, and is said not to: {told:?}")),
        (Err(Lost::Refused(why)), Told::Refused(words)) if why.contains(words) => Ok(()),
        (Err(Lost::Stuck(why)), Told::Stuck(words)) if why.contains(words) => Ok(()),
        (Err(Lost::Differs { said, .. }), Told::Warned(words)) if said.contains(words) => Ok(()),
        (Err(Lost::Differs { lines, .. }), Told::Same(why, words)) => {
            let other = lines.into_iter().find(|line| !words.iter().any(|word| line.contains(word)));
            other.map_or(Ok(()), |line| Err(format!("{line}: more than that {why}")))
        }
        (Err(Lost::Refused(why)), _) => Err(format!("refused: {why}")),
        (Err(Lost::Stuck(why)), _) => Err(format!("the downgrade is refused: {why}")),
        (Err(Lost::Differs { lines, said }), _) => Err(format!("{lines:?}\n  the revision says: {said}")),
    }
}

async fn tried(site: &Site, edit: Edit, bare: &Bare) -> Result<(), Lost> {
    let start = Said::by(&site.database).await;
    let (found, end) = up(site, edit).await.map_err(Lost::Refused)?;
    let kept = bare.ends.get(&edit).filter(|_| edit.keeps());
    let mut lines = kept.map_or(Vec::new(), |bare_end| start.beyond(&bare.start).against(&end.beyond(bare_end)));
    lines.extend(down(site, edit, &start).await.map_err(Lost::Stuck)?);
    if lines.is_empty() { Ok(()) } else { Err(Lost::Differs { lines, said: said(&found) }) }
}

/// Compares, writes the revision and runs it.
async fn up(site: &Site, edit: Edit) -> Result<(Comparison, Said), String> {
    let wanted = edit.wanted(&site.made());
    let found = site.compare_as(&wanted, (false, &edit.renames()), compare).await;
    assert!(!found.changes.is_empty(), "{edit:?} is no change");
    let back = found.downgrade().map_err(|error| format!("no way back: {error}"))?;
    site.write(found.upgrade(), back);
    let upgraded = limbeck::upgrade(&site.database.connection, &Site::migrations(), Target::Heads).await;
    if let Err(error) = upgraded {
        Site::forget_newest();
        return Err(format!("{error}; {:?}; {}", error.cause(), said(&found)));
    }
    let end = Said::by(&site.database).await;
    Ok((found, end))
}

/// Takes it back, and says what is not as it was.
async fn down(site: &Site, edit: Edit, start: &Said) -> Result<Vec<String>, String> {
    let target: Target = "-1".parse().expect("a target");
    let downgraded = limbeck::downgrade(&site.database.connection, &Site::migrations(), target).await;
    Site::forget_newest();
    downgraded.map_err(|error| format!("{error}; {:?}", error.cause()))?;
    let (mut start, mut end) = (start.clone(), Said::by(&site.database).await);
    if edit == Edit::DropTable {
        (start, end) = (start.without_counters(), end.without_counters());
    }
    Ok(start.against(&end))
}

/// What the reviewer reads.
fn said(found: &Comparison) -> String {
    let hazards = found
        .changes
        .iter()
        .flat_map(|change| change.hazards.iter().map(|hazard| format!("{}: {hazard}", hazard.code)));
    let notes = found.changes.iter().filter_map(|change| change.note.clone());
    hazards.chain(notes).collect::<Vec<_>>().join("; ")
}

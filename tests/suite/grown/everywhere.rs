//! Adoption in a project of several databases: the baseline of one of them makes the same on the others, but for what they do not know.

use std::path::Path;

use limbeck::{History, Settings};
use limbeck_autogenerate::baseline;
use limbeck_operations::{ddl, replay_all};
use limbeck_schema::{Dialect, Schema, Server};

use super::{
    baseline::{adopt, by_another_tool, clean},
    site::{Site, at, on_every_server},
};
use crate::round::{assert_same, differences};

on_every_server!(super::everywhere::story);

const DECLARED: [Dialect; 3] = [Dialect::Sqlite, Dialect::Postgres, Dialect::MariaDb];

fn story(dialect: Dialect) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("suite/grown/beasts.rs");
    let wanted = crate::cases::load::entities(&file).schema;
    let wanted = &wanted;
    at(dialect, "baseline_declared", |mut site| async move {
        site.declared = DECLARED.to_vec();
        site.send(&by_another_tool(dialect)).await;
        let found = site.compare_by(wanted, false, baseline).await;
        assert_eq!(found.left, 0, "the entities want what is there: {:?}", differences(&found));
        site.write_changes(&found);
        for declared in DECLARED {
            let [up, down] = Site::newest();
            let server = Server::assumed(declared);
            let made = ddl::script(&up, &Schema::default(), &server);
            made.unwrap_or_else(|error| panic!("adopted on {dialect}, up on {declared}: {error}"));
            let mut after = Schema::default();
            replay_all(&up, &mut after, declared).expect("steps that fit");
            let undone = ddl::script(&down, &after, &server);
            undone.unwrap_or_else(|error| panic!("adopted on {dialect}, down on {declared}: {error}"));
        }
        adopt(&site).await;
        clean(&site, wanted, "once it is adopted").await;
        let history = History::load(&site.database.connection, dialect, &Settings::default()).await;
        let history = history.expect("a history that is read").expect("a history");
        let edited = history.edited(&Site::migrations(), dialect).expect("operations that are understood");
        assert!(edited.is_empty(), "adopted on {dialect}: {:?}", edited.first().map(|edited| &edited.downgrade));
        // What was there before stays, though the same words undo something on another server.
        let before = site.read().await;
        site.downgrade("base").await;
        assert_same(&before, &site.read().await, &format!("adopted on {dialect}, after the way down"));
        assert_eq!((site.count("beasts").await, site.count("keepers").await), (1, 1), "adopted on {dialect}");
    });
    for other in DECLARED {
        at(other, "baseline_elsewhere", |mut site| async move {
            site.declared = DECLARED.to_vec();
            site.upgrade().await;
            clean(&site, wanted, &format!("adopted on {dialect}, made on {other}")).await;
            site.downgrade("base").await;
            assert_eq!(site.read().await, Schema::default(), "adopted on {dialect}, undone on {other}");
        });
    }
}

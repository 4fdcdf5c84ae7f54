//! What an application embeds: revision graph, history table, lock, runner. The only writer.
//!
//! In: the compiled revisions of a `migrations` crate, a database, a [`Target`]. Out: a database that is there, and a [`Report`] of what was done.
//! Also the vocabulary that others read histories with: [`Settings`], [`Graph`], [`Target`], [`History`].
//!
//! Never here: `syn`, `clap`, printing.
//!
//! # At the start of an application
//!
//! Any number of processes may do this at once: one runs each revision, the others wait and find it done.
//!
//! ```
//! use limbeck::{Error, Migrations, Report, Target};
//! use sea_orm::DatabaseConnection;
//!
//! // In an application: `migrations::MIGRATIONS`, which the build script of the `migrations` crate makes.
//! static MIGRATIONS: Migrations = Migrations::new(&[], "");
//!
//! async fn migrate(db: &DatabaseConnection) -> Result<Report, Error> {
//!     limbeck::upgrade(db, &MIGRATIONS, Target::Head).await
//! }
//! ```
//!
//! # In a revision file
//!
//! ```
//! use limbeck::prelude::*;
//!
//! pub const REVISION: Revision = Revision::new("51d0b4c2aa9e").steps(upgrade, downgrade);
//!
//! fn upgrade(op: &mut Op) {
//!     op.create_table("animals", [pk_auto("id"), text("name")]);
//! }
//!
//! fn downgrade(op: &mut Op) {
//!     op.drop_table("animals");
//! }
//! ```

mod chain;
pub mod connection;
mod error;
pub mod graph;
pub mod history;
mod lock;
mod migrations;
mod raw_sql;
mod report;
mod runner;
mod script;
mod settings;
pub mod target;

pub use chain::Chain;
pub use connection::{Access, ConnectError, Connection, dialect_of_url, display_url};
pub use error::{Blocker, Cause, Error, Left, Stuck};
pub use graph::{Graph, GraphError, Node, Seen};
pub use history::{Doubt, Edited, History, HistoryError, InFlight, Row, State, recorded};
pub use limbeck_operations::{self as operations, Data, Op, Operation, Revision, Step, prelude};
pub use limbeck_schema::{self as schema, Dialect};
pub use lock::LockError;
pub use migrations::{Entry, Migrations};
pub use report::{Action, Ran, Report};
pub use runner::{Assume, Baseline, Event, Plan, Planned, Run, Sent, downgrade, stamp, upgrade};
pub use script::{Script, ScriptError, Scripting};
pub use settings::{ParseTimeoutError, Settings, SettingsError, Timeout};
pub use target::{Anchor, Direction, Range, Target, TargetError};

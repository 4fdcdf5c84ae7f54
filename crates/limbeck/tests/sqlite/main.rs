//! The runner on SQLite, in files and in memory. Other servers are the business of the workspace's own tests.

mod concurrent;
mod connecting;
mod database;
mod downgrade;
mod failure;
mod squashed;
mod stamp;
mod upgrade;

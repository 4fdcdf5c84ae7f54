//! What the tests stand on: database servers, a database of its own for each test, and the revisions of the program that is killed and raced.
//!
//! In: the server programs that are installed, or the URLs in `LIMBECK_TEST_POSTGRES_URL` and `LIMBECK_TEST_MARIADB_URL`. Out: empty databases, as
//! a URL and a connection. A server is started at its first use and stops with the process, however that ends. What is thrown away stands in `folder()`.
//!
//! Never here: a test.

pub mod clients;
mod database;
mod folder;
pub mod revisions;
pub mod servers;

use std::{future::Future, sync::OnceLock};

pub use database::{BoxedError, Database, with_database};
pub use folder::folder;
use tokio::runtime::Runtime;

/// Runs `body` on the one runtime of the test process, which the shared connections live on; a test's thread waits for it.
///
/// # Panics
/// Where `body` does, or where no runtime can be started.
pub fn run<T>(body: impl Future<Output = T>) -> T {
    static RUNTIME: OnceLock<Runtime> = OnceLock::new();
    RUNTIME
        .get_or_init(|| {
            tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("a runtime for the tests")
        })
        .block_on(body)
}

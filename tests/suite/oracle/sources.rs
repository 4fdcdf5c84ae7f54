//! The sample entities, compiled.

#![allow(dead_code, missing_docs, reason = "entities as users write them")]

#[path = "../../oracle/defaults.rs"]
pub mod defaults;
#[path = "../../oracle/dense.rs"]
pub mod dense;
#[path = "../../oracle/enums.rs"]
pub mod enums;
#[path = "../../oracle/keys.rs"]
pub mod keys;
#[path = "../../oracle/mysql_only.rs"]
pub mod mysql_only;
#[path = "../../oracle/names.rs"]
pub mod names;
#[path = "../../oracle/newtypes.rs"]
pub mod newtypes;
#[path = "../../oracle/numbers.rs"]
pub mod numbers;
#[path = "../../oracle/postgres_only.rs"]
pub mod postgres_only;
#[path = "../../oracle/texts.rs"]
pub mod texts;
#[path = "../../oracle/times.rs"]
pub mod times;
#[path = "../../oracle/written.rs"]
pub mod written;

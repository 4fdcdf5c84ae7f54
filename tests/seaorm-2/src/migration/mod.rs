//! A folder of migrations.

pub mod m20240101_000001_begin;

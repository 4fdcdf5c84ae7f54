//! The statements of every operation on every dialect, as rows; a server's word on them is in `tests/`.

mod columns;
mod facts;
mod fixture;
mod labels;
mod lacks;
mod new_labels;
mod operations;
mod script;
mod steps;

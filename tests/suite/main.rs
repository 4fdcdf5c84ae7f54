//! The one test binary of the workspace: the harness itself, the cases, hand-written revisions, all types, SeaORM as oracle.

mod cases;
mod codegen;
mod command_line;
mod documented;
mod grown;
mod handwritten;
mod harness;
mod oracle;
mod preflight;
mod proof;
mod random;
mod round;
mod scale;
mod scripts;
mod snapshot;
mod split;
mod sql;
mod types;
mod verdicts;

//! The one test binary of the workspace: the harness itself, the cases, interrupted runs, hand-written revisions, all types, SeaORM as oracle.

mod cases;
mod codegen;
mod command_line;
mod documented;
mod embedding;
mod grown;
mod handwritten;
mod harness;
mod interrupted;
mod oracle;
mod preflight;
mod proof;
mod random;
mod raw;
mod round;
mod running;
mod scale;
mod scripts;
mod snapshot;
mod split;
mod sql;
mod types;
mod verdicts;

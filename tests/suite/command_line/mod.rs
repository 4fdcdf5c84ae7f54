//! The real command line in throw-away workspaces: exit status, standard output, standard error, files and rows.
//!
//! A workspace is laid out as `limbeck init` does and compiled by cargo, so that its program holds the revisions of its own folder. Third-party crates
//! are compiled once, in this repository's build folder. `transcripts` holds what the long stories print; `LIMBECK_UPDATE=1` writes it anew.

mod adopting;
mod branches;
mod configuration;
mod connections;
mod day;
mod differences;
mod entities;
mod graph;
mod hazards;
mod in_the_way;
mod init;
mod messages;
mod offline;
mod output;
mod placing;
mod program;
mod progress;
mod proving;
mod questions;
mod rebase;
mod released;
mod renames;
mod rows;
mod running;
mod runs;
mod sample;
mod scripts;
mod servers;
mod squash;
mod terminal;
mod transcript;
mod understood;
mod verdicts;
mod workspace;

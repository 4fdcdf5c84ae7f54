//! A standard output that can't be written, or that nobody reads any more.

use std::{
    fs::File,
    io,
    process::{Command, Stdio},
};

use super::{
    program::Project,
    workspace::{limbeck, revised},
};

/// What is printed: reports, objects, scripts.
fn printing() -> Vec<(Project, &'static [&'static str])> {
    let (plain, with_revisions) = (Project::empty(limbeck()), Project::empty(revised()));
    let mut calls: Vec<(Project, &[&str])> = Vec::new();
    for arguments in [&["completions", "bash"][..], &["explain"]] {
        calls.push((plain.clone(), arguments));
    }
    for arguments in [
        &["history"][..],
        &["upgrade", "--sql", "--dialect", "sqlite"],
        &["ensure-version", "--sql"],
        &["log", "--format", "json"],
    ] {
        calls.push((with_revisions.at("sqlite://dev.db"), arguments));
    }
    calls
}

fn run(project: &Project, arguments: &[&str], stdout: Stdio) -> (Option<i32>, String) {
    let mut command = Command::new(project.program());
    command.args(arguments).stdin(Stdio::null());
    project.prepare(&mut command);
    let output = command.stdout(stdout).output().expect("the program's end");
    (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
}

#[cfg(target_os = "linux")]
#[test]
fn output_that_is_cut_off_is_an_error() {
    for (project, arguments) in printing() {
        let full = File::options().write(true).open("/dev/full").expect("a device without room");
        let (status, stderr) = run(&project, arguments, full.into());
        assert_eq!(status, Some(2), "{arguments:?}:\n{stderr}");
        assert!(stderr.contains("error: cannot write the standard output: No space left"), "{arguments:?}:\n{stderr}");
    }
}

#[test]
fn a_reader_that_is_gone_is_no_reason_to_fail() {
    for (project, arguments) in printing() {
        let (reader, writer) = io::pipe().expect("a pipe");
        drop(reader);
        let (status, stderr) = run(&project, arguments, writer.into());
        assert_eq!(status, Some(0), "{arguments:?}:\n{stderr}");
        assert!(!stderr.contains("error"), "{arguments:?}:\n{stderr}");
    }
}

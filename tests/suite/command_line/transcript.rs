//! What a story printed, compared with the file that holds it.

use std::collections::HashMap;

use super::{program::Said, workspace::here};
use crate::snapshot;

/// The commands of a story with what they said, without what differs from run to run.
#[derive(Default)]
pub struct Transcript {
    text: String,
    names: Vec<(String, &'static str)>,
}

impl Transcript {
    /// Shows `text`, a path or a URL, as `name`.
    pub fn call(&mut self, text: &str, name: &'static str) {
        self.names.push((text.to_owned(), name));
    }

    /// Adds a command with what it said.
    pub fn add(&mut self, said: &Said) {
        self.text.push_str(&format!("{said}\n"));
    }

    /// Adds a file's name and text.
    pub fn add_file(&mut self, name: &str, text: &str) {
        self.text.push_str(&format!("{name}\n{text}\n"));
    }

    /// Adds a line that says what is done by hand.
    pub fn note(&mut self, text: &str) {
        self.text.push_str(&format!("# {text}\n\n"));
    }

    /// Holds it against the file of this name.
    pub fn compare(self, name: &str) {
        let mut text = self.text;
        for (found, shown) in &self.names {
            text = text.replace(found, shown);
        }
        for (shape, shown) in [("dddd-dd-dd dd:dd:dd UTC", "[time]"), ("mdddddddd_dddddd_", "m[time]_")] {
            text = without(&text, shape, shown);
        }
        let file = here("transcripts").join(name).with_extension("txt");
        snapshot::compare(&file, &numbered_ids(&text)).unwrap_or_else(|difference| panic!("{difference}"));
    }
}

/// `text` with `shown` for each part of this shape, in which `d` is a digit.
fn without(text: &str, shape: &str, shown: &str) -> String {
    let fits = |part: &str| {
        let bytes = part.as_bytes();
        bytes.len() >= shape.len()
            && shape.bytes().zip(bytes).all(|(s, c)| if s == b'd' { c.is_ascii_digit() } else { s == *c })
    };
    let mut out = String::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let length = if fits(rest) {
            out.push_str(shown);
            shape.len()
        } else {
            out.push(c);
            c.len_utf8()
        };
        rest = &rest[length..];
    }
    out
}

/// `text` with `[id 1]`, `[id 2]` for ids made by chance, in the order in which they turn up.
fn numbered_ids(text: &str) -> String {
    let mut known: HashMap<String, usize> = HashMap::new();
    let mut out = String::new();
    let mut word = String::new();
    for c in text.chars().chain(['\n']) {
        if c.is_alphanumeric() {
            word.push(c);
            continue;
        }
        // A test's own ids have no place for chance.
        let is_stated = word.get(2..11) == Some("000000000");
        let hexadecimal = word.chars().all(|c| matches!(c, '0'..='9' | 'a'..='f'));
        if word.len() == 12 && !is_stated && hexadecimal && word.contains(|c: char| c.is_ascii_alphabetic()) {
            let next = known.len() + 1;
            let number = *known.entry(std::mem::take(&mut word)).or_insert(next);
            out.push_str(&format!("[id {number}]"));
        } else {
            out.push_str(&std::mem::take(&mut word));
        }
        out.push(c);
    }
    out.pop();
    out
}

#[test]
fn what_differs_from_run_to_run_is_not_shown() {
    for (text, expected) in [
        ("Created 2026-11-22 10:14:03 UTC", "Created [time]"),
        ("m20261122_101403_animals.rs", "m[time]_animals.rs"),
        ("m2026112_101403_animals.rs", "m2026112_101403_animals.rs"),
    ] {
        let found = without(text, "dddd-dd-dd dd:dd:dd UTC", "[time]");
        assert_eq!(without(&found, "mdddddddd_dddddd_", "m[time]_"), expected);
    }
    let ids = "7d3e9a41c0b2 -> 51d0b4c2aa9e, 7d3e9a41c0b2 (123456789012 x7d3e9a41c0b2)";
    assert_eq!(numbered_ids(ids), "[id 1] -> [id 2], [id 1] (123456789012 x7d3e9a41c0b2)");
}

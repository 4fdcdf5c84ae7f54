//! The reader never panics: real sources, broken in many ways for a bounded time.
//!
//! `LIMBECK_FUZZ_SECONDS` says for how long (5 by default), `LIMBECK_SEED` where to begin; a failure prints the seed that shows it.

use std::{
    fs,
    panic::{AssertUnwindSafe, catch_unwind},
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use limbeck_entity::{files, read_texts};

/// A small generator of numbers (SplitMix64), so that a seed says everything.
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `end`; 0 where that is 0.
    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(end.max(1)).unwrap_or(1)).unwrap_or(0)
    }

    fn one_of<'a>(&mut self, words: &[&'a str]) -> &'a str {
        words[self.below(words.len())]
    }
}

/// What is put in: words that the reader looks for, and what a tired person types.
const WORDS: &[&str] = &[
    "#[sea_orm(",
    "#[limbeck(",
    ")]",
    "(",
    ")",
    "{",
    "}",
    "[",
    "]",
    "<",
    ">",
    ",",
    "::",
    "=",
    "\"",
    "'",
    "r#",
    "//",
    "/*",
    "*/",
    ";",
    "=>",
    "|",
    "primary_key",
    "auto_increment = true",
    "column_type = \"",
    "String(StringLen::N(",
    "Decimal(Some((",
    "default_expr = \"Expr::",
    "extra = \"CHECK (",
    "belongs_to",
    "from = \"(Column::",
    "to = \"",
    "unique_key = \"",
    "index(columns(\"",
    "generated(",
    "table_name = \"\"",
    "enum_name = \"\"",
    "#[derive(DeriveEntityModel)]",
    "#[derive(DeriveActiveEnum)]",
    "#[derive(DeriveValueType)]",
    "#[derive(DeriveRelation)]",
    "#[cfg(feature = \"",
    "#[cfg_attr(",
    "impl ColumnTrait for Column",
    "impl RelationTrait for Relation",
    "impl ValueType for ",
    "match self",
    "Self::",
    "Option<",
    "Vec<",
    "use super::*;",
    "use crate::",
    "pub mod x",
    "type A = A;",
    "struct Model",
    "enum Column",
    "BelongsTo<",
    "99999999999999999999",
    "-",
    "é",
    "日本",
    "\u{feff}",
    "\0",
    "\r\n",
];

fn mutate(text: &str, other: &str, dice: &mut Dice) -> String {
    let mut characters: Vec<char> = text.chars().collect();
    for _ in 0..=dice.below(6) {
        let at = dice.below(characters.len());
        let length = dice.below(40).min(characters.len() - at);
        match dice.below(7) {
            0 => drop(characters.drain(at..at + length)),
            1 => drop(characters.splice(at..at, dice.one_of(WORDS).chars())),
            2 => drop(characters.splice(at..at + length, dice.one_of(WORDS).chars())),
            3 => {
                let piece: Vec<char> = characters[at..at + length].to_vec();
                let to = dice.below(characters.len());
                drop(characters.splice(to..to, piece));
            }
            4 => characters.truncate(at),
            5 => {
                let other: Vec<char> = other.chars().collect();
                let from = dice.below(other.len());
                let end = (from + dice.below(200)).min(other.len());
                drop(characters.splice(at..at, other[from..end].iter().copied()));
            }
            _ => {
                let word = dice.one_of(WORDS).repeat(1 + dice.below(300));
                drop(characters.splice(at..at, word.chars()));
            }
        }
    }
    characters.into_iter().collect()
}

#[test]
fn no_broken_source_makes_the_reader_panic() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/seaorm-2/src/entities");
    let sources: Vec<String> = files(&[folder])
        .expect("sources to break")
        .iter()
        .map(|file| fs::read_to_string(file).expect("a source"))
        .collect();
    let number = |name: &str, usual: u64| std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(usual);
    let first = number("LIMBECK_SEED", 1);
    let end = Instant::now() + Duration::from_secs(number("LIMBECK_FUZZ_SECONDS", 5));
    let (mut seed, mut understood) = (first, 0);
    while Instant::now() < end {
        let mut dice = Dice(seed);
        let (one, two) = (dice.below(sources.len()), dice.below(sources.len()));
        let broken = mutate(&sources[one], &sources[two], &mut dice);
        let texts: [(PathBuf, String); 2] =
            [("src/broken.rs".into(), broken), ("src/whole.rs".into(), sources[two].clone())];
        let result = catch_unwind(AssertUnwindSafe(|| read_texts(&texts).is_ok()));
        let Ok(is_understood) = result else { panic!("LIMBECK_SEED={seed} makes the reader panic") };
        understood += u32::from(is_understood);
        seed += 1;
    }
    println!("{} sources were broken, {understood} of them are still understood", seed - first);
}

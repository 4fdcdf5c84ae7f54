use std::{fmt, str::FromStr};

use super::{Explanation, Rule, data, deploy, locks, loss};

/// Makes the codes of their rules, each of which is a module with a `rule` and an `EXPLANATION`.
macro_rules! codes {
    ($($(#[$doc:meta])* $code:ident => $group:ident::$rule:ident,)*) => {
        /// A rule's stable code. The letter is its group: A loses data, B breaks running code, C locks or rewrites, D may fail on data.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum HazardCode {
            $($(#[$doc])* $code,)*
        }

        impl HazardCode {
            /// Every code, in order.
            pub const ALL: &'static [Self] = &[$(Self::$code,)*];

            /// The code as it is printed: `A02`.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$code => stringify!($code),)*
                }
            }

            /// What it is, the locks that are taken, the safe form.
            pub const fn explanation(self) -> &'static Explanation {
                match self {
                    $(Self::$code => &$group::$rule::EXPLANATION,)*
                }
            }

            pub(super) const fn rule(self) -> Rule {
                match self {
                    $(Self::$code => $group::$rule::rule,)*
                }
            }
        }
    };
}

codes! {
    /// A table is dropped with its rows.
    A01 => loss::drop_table,
    /// A column is dropped with its values, or they are replaced.
    A02 => loss::drop_column,
    /// A type gets narrower.
    A05 => loss::narrowing,
    /// Values are converted between kinds of types.
    A06 => loss::conversion,
    /// A label of an enumerated type goes.
    A07 => loss::label,
    /// A column numbers the rows no more.
    A09 => loss::counter,
    /// An index goes.
    A10 => loss::index,
    /// A constraint goes.
    A12 => loss::constraint,
    /// Something goes that no revision brings back.
    A13 => loss::beyond,
    /// A column is renamed.
    B01 => deploy::rename_column,
    /// A table is renamed.
    B02 => deploy::rename_table,
    /// A column that may not be NULL is added without a default.
    B03 => deploy::required_column,
    /// A column may not be NULL any more.
    B04 => deploy::not_null,
    /// A default goes or becomes another one.
    B05 => deploy::default,
    /// A column may be NULL from now on.
    B06 => deploy::allow_null,
    /// A label of an enumerated type is renamed.
    B07 => deploy::rename_label,
    /// A label is added to an enumerated type.
    B08 => deploy::label,
    /// A column of PostgreSQL's type `json` is added.
    B09 => deploy::json,
    /// A key gets another type, or is numbered otherwise.
    B10 => deploy::key_type,
    /// Rows may not agree in columns any more.
    B11 => deploy::unique,
    /// An index is made.
    C01 => locks::index,
    /// A primary key is made or dropped.
    C04 => locks::primary_key,
    /// A unique constraint is added.
    C05 => locks::unique,
    /// A foreign key is added.
    C06 => locks::foreign_key,
    /// A check is added.
    C07 => locks::check,
    /// A column may not be NULL any more, which every row is read for.
    C08 => locks::not_null,
    /// A column is added whose default is computed for each row.
    C10 => locks::computed_default,
    /// A column is added that numbers the rows.
    C11 => locks::numbered_column,
    /// A column is added that is computed and stored.
    C12 => locks::stored_column,
    /// A type becomes another one.
    C16 => locks::retype,
    /// A column is ordered otherwise.
    C17 => locks::collation,
    /// The same table is read or written anew once more.
    C20 => locks::again,
    /// A table is made that refers to one that is in use.
    C26 => locks::referenced,
    /// Rows are changed by one statement.
    C30 => locks::backfill,
    /// A unique constraint or index is added.
    D01 => data::unique,
    /// A foreign key is added.
    D02 => data::foreign_key,
    /// A check is added.
    D03 => data::check,
    /// A table gets another primary key.
    D04 => data::primary_key,
    /// A column may not be NULL, and rows may be without a value.
    D05 => data::not_null,
    /// A type gets narrower than values may be.
    D06 => data::narrowing,
    /// Values have to be converted.
    D07 => data::conversion,
    /// A label goes that rows may hold.
    D08 => data::label,
}

/// What a group of rules warns of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum HazardGroup {
    /// A: data is lost, or what guards it.
    LosesData,
    /// B: code that runs while the revision is applied, or has not been deployed yet, breaks.
    BreaksCode,
    /// C: others wait, for a lock or until rows are read or written anew.
    Locks,
    /// D: the statement fails if the data is not as it has to be.
    MayFailOnData,
}

impl HazardGroup {
    /// Every group, in order.
    pub const ALL: [Self; 4] = [Self::LosesData, Self::BreaksCode, Self::Locks, Self::MayFailOnData];

    /// The letter that its codes begin with.
    pub const fn letter(self) -> char {
        match self {
            Self::LosesData => 'A',
            Self::BreaksCode => 'B',
            Self::Locks => 'C',
            Self::MayFailOnData => 'D',
        }
    }

    /// The group in a few words.
    pub const fn words(self) -> &'static str {
        match self {
            Self::LosesData => "loses data",
            Self::BreaksCode => "breaks running code",
            Self::Locks => "locks or rewrites",
            Self::MayFailOnData => "may fail on data",
        }
    }
}

impl HazardCode {
    /// The group that the code's letter stands for.
    pub fn group(self) -> HazardGroup {
        let letter = self.name().chars().next();
        HazardGroup::ALL.into_iter().find(|group| Some(group.letter()) == letter).unwrap_or(HazardGroup::LosesData)
    }
}

impl fmt::Display for HazardCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A text that is no code.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{text}` is no hazard; {}", way_out(.text, *.nearest))]
pub struct ParseHazardError {
    /// The text.
    pub text: String,
    /// The code that it is likest to.
    pub nearest: HazardCode,
}

/// The nearest code where the letter is a group's; else the groups.
fn way_out(text: &str, nearest: HazardCode) -> String {
    let first = text.trim().chars().next().map(|letter| letter.to_ascii_uppercase());
    if HazardGroup::ALL.into_iter().any(|group| Some(group.letter()) == first) {
        return format!("the nearest is {nearest}");
    }
    let groups: Vec<_> =
        HazardGroup::ALL.into_iter().map(|group| format!("{} ({})", group.letter(), group.words())).collect();
    format!("the groups are {}, each with codes like {nearest}", groups.join(", "))
}

impl FromStr for HazardCode {
    type Err = ParseHazardError;

    /// The code of this name, in upper or lower case.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let found = Self::ALL.iter().copied().find(|code| code.name().eq_ignore_ascii_case(text.trim()));
        found.ok_or_else(|| ParseHazardError { text: text.to_owned(), nearest: nearest(text) })
    }
}

/// Of the codes with the same letter, if there are any, the one with the next number.
fn nearest(text: &str) -> HazardCode {
    let number =
        |text: &str| text.chars().filter(char::is_ascii_digit).take(4).collect::<String>().parse().unwrap_or(0);
    let letter = text.trim().chars().next().map(|letter| letter.to_ascii_uppercase());
    let wanted: u32 = number(text);
    let distance = |code: HazardCode| {
        let other_letter = Some(code.group().letter()) != letter;
        (other_letter, wanted.abs_diff(number(code.name())), code)
    };
    HazardCode::ALL.iter().copied().min_by_key(|code| distance(*code)).unwrap_or(HazardCode::A01)
}

/// Which hazards are not to be: whole groups, or single codes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Denied {
    /// All of a group.
    Group(HazardGroup),
    /// One.
    Code(HazardCode),
}

impl Denied {
    /// Whether `code` is among them.
    pub fn holds(&self, code: HazardCode) -> bool {
        match self {
            Self::Group(group) => code.group() == *group,
            Self::Code(denied) => code == *denied,
        }
    }
}

impl FromStr for Denied {
    type Err = ParseHazardError;

    /// A group's letter or a code, in upper or lower case.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let group =
            HazardGroup::ALL.into_iter().find(|group| group.letter().to_string().eq_ignore_ascii_case(text.trim()));
        group.map_or_else(|| text.parse().map(Self::Code), |group| Ok(Self::Group(group)))
    }
}

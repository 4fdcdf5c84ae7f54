use std::fmt;

/// A rule's stable code. The letter is its group: A loses data, B breaks running code, C locks or rewrites, D may fail on data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum HazardCode {
    /// A table is dropped with its rows.
    A01,
    /// A column is dropped with its values, or they are replaced.
    A02,
    /// A type gets narrower.
    A05,
    /// Values are converted between kinds of types.
    A06,
    /// A label of an enumerated type goes.
    A07,
    /// A column is renamed.
    B01,
    /// A table is renamed.
    B02,
    /// A column that may not be NULL is added without a default.
    B03,
    /// A column may not be NULL any more.
    B04,
    /// A unique constraint or index is added.
    D01,
    /// A foreign key is added.
    D02,
    /// A check is added.
    D03,
    /// A table gets another primary key.
    D04,
}

/// What a group of rules warns of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum HazardGroup {
    /// Data is lost.
    LosesData,
    /// Code that runs while the revision is applied, or has not been deployed yet, breaks.
    BreaksCode,
    /// The statement fails if the data is not as it has to be.
    MayFailOnData,
}

impl HazardGroup {
    /// The group in a few words.
    pub const fn words(self) -> &'static str {
        match self {
            Self::LosesData => "loses data",
            Self::BreaksCode => "breaks running code",
            Self::MayFailOnData => "may fail on data",
        }
    }
}

impl HazardCode {
    /// Every code, in order.
    pub const ALL: [Self; 13] = [
        Self::A01,
        Self::A02,
        Self::A05,
        Self::A06,
        Self::A07,
        Self::B01,
        Self::B02,
        Self::B03,
        Self::B04,
        Self::D01,
        Self::D02,
        Self::D03,
        Self::D04,
    ];

    /// The code as it is printed: `A02`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::A01 => "A01",
            Self::A02 => "A02",
            Self::A05 => "A05",
            Self::A06 => "A06",
            Self::A07 => "A07",
            Self::B01 => "B01",
            Self::B02 => "B02",
            Self::B03 => "B03",
            Self::B04 => "B04",
            Self::D01 => "D01",
            Self::D02 => "D02",
            Self::D03 => "D03",
            Self::D04 => "D04",
        }
    }

    /// The group that the code's letter stands for.
    pub const fn group(self) -> HazardGroup {
        match self {
            Self::A01 | Self::A02 | Self::A05 | Self::A06 | Self::A07 => HazardGroup::LosesData,
            Self::B01 | Self::B02 | Self::B03 | Self::B04 => HazardGroup::BreaksCode,
            Self::D01 | Self::D02 | Self::D03 | Self::D04 => HazardGroup::MayFailOnData,
        }
    }

    /// What is dangerous, and the safe form.
    pub const fn explanation(self) -> &'static str {
        match self {
            Self::A01 => {
                "The rows are lost, and a downgrade brings back an empty table. Stop using the table first; drop it in a later \
                 revision, after a backup."
            }
            Self::A02 => {
                "The values are lost, and a downgrade brings back an empty column. Take the field out of the entity and deploy \
                 that first; drop the column in a later revision."
            }
            Self::A05 => {
                "Values that do not fit any more stop the statement, or are cut or rounded where the server is not strict; SQLite \
                 keeps them as they are. Look for them first, or add a new column and move the values over."
            }
            Self::A06 => {
                "Every value is converted; one that can't be stops the statement on PostgreSQL, becomes a zero or an empty value \
                 where MySQL and MariaDB are not strict, and stays as it is on SQLite. State the conversion with `.using(..)`, or \
                 add a new column and move the values over."
            }
            Self::A07 => {
                "Rows that hold the label stop the statement. Set them to another label first, in a revision that keeps both."
            }
            Self::B01 => {
                "Code that knows the old name fails from here on. Keep the column's name and rename the field alone \
                 (`column_name`), or deploy together."
            }
            Self::B02 => {
                "Code that knows the old name fails from here on. Keep the table's name and rename the entity alone \
                 (`table_name`), or leave a view under the old name."
            }
            Self::B03 => {
                "A table with rows refuses the column (PostgreSQL, SQLite) or fills it with zeros and empty strings (MySQL, \
                 MariaDB), and code that does not know it can't insert any more. Give it a default, or add it as nullable, fill \
                 it and only then forbid NULL."
            }
            Self::B04 => {
                "Rows with NULL stop the statement, and code that writes NULL fails from here on. Fill the column first, and \
                 deploy code that always sets it."
            }
            Self::D01 => "Rows that agree in these columns stop the statement. Look for them first.",
            Self::D02 => "Rows that refer to nothing stop the statement. Look for them first.",
            Self::D03 => "Rows that do not meet the check stop the statement. Look for them first.",
            Self::D04 => {
                "Rows that agree in the new key, or hold NULL in it, stop the statement; foreign keys to the old key have to go \
                 first."
            }
        }
    }
}

impl fmt::Display for HazardCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

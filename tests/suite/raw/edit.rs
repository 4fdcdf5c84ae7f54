use limbeck_schema::{Check, ColumnType, Dialect, Expression, ObjectName, Rename, Schema};

/// What the entities want next, of both columns of `beasts` that raw SQL works on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Edit {
    /// Wider types, of the key too.
    Widen,
    /// Types of another kind.
    Convert,
    /// They may be NULL.
    Nullable,
    /// Other defaults.
    Default,
    /// Comments.
    Comment,
    /// A check, for which SQLite makes the table anew.
    AddCheck,
    /// Other names.
    RenameColumns,
    /// Another name of the table.
    RenameTable,
    /// They go.
    DropColumns,
    /// The table goes.
    DropTable,
}

impl Edit {
    const ALL: [Self; 10] = [
        Self::Widen,
        Self::Convert,
        Self::Nullable,
        Self::Default,
        Self::Comment,
        Self::AddCheck,
        Self::RenameColumns,
        Self::RenameTable,
        Self::DropColumns,
        Self::DropTable,
    ];

    /// Those that could lose something on `dialect`: SQLite has no comments, and on PostgreSQL a comment and a check are set for themselves.
    pub fn on(dialect: Dialect) -> impl Iterator<Item = Self> {
        let loses_nothing = move |edit: &Self| {
            matches!(
                (edit, dialect),
                (Self::Comment, Dialect::Sqlite | Dialect::Postgres) | (Self::AddCheck, Dialect::Postgres)
            )
        };
        Self::ALL.into_iter().filter(move |edit| !loses_nothing(edit))
    }

    /// Whether what was there has to be there afterwards.
    pub const fn keeps(self) -> bool {
        !matches!(self, Self::DropColumns | Self::DropTable)
    }

    /// What is wanted next.
    pub fn wanted(self, made: &Schema) -> Schema {
        let mut wanted = made.clone();
        let name = ObjectName::from("beasts");
        if matches!(self, Self::DropTable) {
            wanted.tables.remove(&name);
            return wanted;
        }
        let mut table = wanted.tables.remove(&name).expect("the table");
        match self {
            Self::Widen => {
                set_type(&mut table, "id", ColumnType::BigInteger);
                set_type(&mut table, "weight", ColumnType::BigInteger);
                set_type(&mut table, "name", ColumnType::string_len(128));
            }
            Self::Convert => {
                set_type(&mut table, "weight", ColumnType::Double);
                set_type(&mut table, "name", ColumnType::Text);
            }
            Self::Nullable => {
                for column in ["name", "weight"] {
                    table.column_mut(column).expect("a column").nullable = true;
                }
            }
            Self::Default => {
                table.column_mut("weight").expect("a column").default = Some(Expression::Integer(2));
                table.column_mut("name").expect("a column").default = Some(Expression::Text("Rex".into()));
            }
            Self::Comment => {
                for column in ["name", "weight"] {
                    table.column_mut(column).expect("a column").comment = Some("of a beast".to_owned());
                }
                table.comment = Some("beasts".to_owned());
            }
            Self::AddCheck => table.checks.push(Check::new("weight < 1000").named("ck-beasts-weight")),
            Self::RenameColumns => {
                table.column_mut("weight").expect("a column").name = "mass".to_owned();
                table.column_mut("name").expect("a column").name = "title".to_owned();
            }
            Self::RenameTable => table.name = ObjectName::from("creatures"),
            Self::DropColumns => table.columns.retain(|column| column.name != "weight" && column.name != "name"),
            Self::DropTable => {}
        }
        wanted.insert(table);
        wanted
    }

    pub fn renames(self) -> Vec<Rename> {
        match self {
            Self::RenameColumns => ["weight mass", "name title"]
                .into_iter()
                .filter_map(|names| names.split_once(' '))
                .map(|(from, to)| Rename::Column { table: "beasts".into(), from: from.to_owned(), to: to.to_owned() })
                .collect(),
            Self::RenameTable => vec![Rename::Table { from: "beasts".into(), to: "creatures".into() }],
            Self::Widen
            | Self::Convert
            | Self::Nullable
            | Self::Default
            | Self::Comment
            | Self::AddCheck
            | Self::DropColumns
            | Self::DropTable => Vec::new(),
        }
    }
}

fn set_type(table: &mut limbeck_schema::Table, column: &str, column_type: ColumnType) {
    table.column_mut(column).expect("a column").column_type = column_type;
}

/// Why there is no connection. No variant ever holds a password.
#[derive(Debug, thiserror::Error)]
pub enum ConnectError {
    /// The URL's scheme is none that is known.
    #[error("`{url}` names no database that Limbeck knows")]
    UnknownScheme {
        /// The URL, as far as it may be shown.
        url: String,
    },
    /// The scheme is known, and its driver is not compiled in.
    #[error("`{url}`: the driver is not compiled in")]
    NoDriver {
        /// The URL, as far as it may be shown.
        url: String,
        /// The cargo feature of `limbeck` that brings it.
        feature: &'static str,
    },
    /// The driver does not understand the URL.
    #[error("`{url}` is not understood: {reason}")]
    InvalidUrl {
        /// The URL, as far as it may be shown.
        url: String,
        /// The driver's words.
        reason: String,
    },
    /// Nothing answers there.
    #[error("`{url}`: no server answers: {reason}")]
    Unreachable {
        /// The URL, as far as it may be shown.
        url: String,
        /// The system's words.
        reason: String,
    },
    /// The server does not let this user in.
    #[error("`{url}`: the server refuses the user: {reason}")]
    Credentials {
        /// The URL, as far as it may be shown.
        url: String,
        /// The server's words.
        reason: String,
    },
    /// The server has no such database.
    #[error("`{url}`: there is no such database: {reason}")]
    NoDatabase {
        /// The URL, as far as it may be shown.
        url: String,
        /// The server's words.
        reason: String,
    },
    /// SQLite can't open the file.
    #[error("`{url}`: the file can't be opened: {reason}")]
    NoFile {
        /// The URL, as far as it may be shown.
        url: String,
        /// SQLite's words.
        reason: String,
        /// Whether a missing file would have been made.
        creates: bool,
    },
    /// Something else went wrong on the way.
    #[error("`{url}`: {reason}")]
    Refused {
        /// The URL, as far as it may be shown.
        url: String,
        /// The driver's words.
        reason: String,
    },
    /// The application's connection is not open, or of a kind that has no pool (a mock or a proxy).
    #[error("the application's connection is no open pool of a database that is compiled into `limbeck`")]
    NoPool,
    /// An SQLite database in memory behind a pool of several connections that do not share it.
    #[error("the database in memory has a pool of {connections} connections, and each would see a database of its own")]
    ApartInMemory {
        /// How many.
        connections: u32,
    },
}

impl ConnectError {
    /// What to do about it.
    pub fn hint(&self) -> String {
        match self {
            Self::UnknownScheme { .. } => {
                "begin the URL with `sqlite:`, `postgres://`, `mysql://` or `mariadb://`".to_owned()
            }
            Self::NoDriver { feature, .. } => {
                format!("add the feature `{feature}` to the dependency on `limbeck` in Cargo.toml")
            }
            Self::InvalidUrl { .. } => {
                "write it as `postgres://user:password@host:port/database`, with `%40` for `@` and the like in a password".to_owned()
            }
            Self::Unreachable { .. } => "start the server, or correct host and port".to_owned(),
            Self::Credentials { .. } => "correct user and password".to_owned(),
            Self::NoDatabase { .. } => "create the database, or correct its name".to_owned(),
            Self::NoFile { creates: true, .. } => "make its folder, or correct the path".to_owned(),
            Self::NoFile { creates: false, .. } => "correct the path; `upgrade` makes the file".to_owned(),
            Self::Refused { .. } => "correct what the driver names".to_owned(),
            Self::NoPool => "give an open `DatabaseConnection`, and `limbeck` the feature of its database".to_owned(),
            Self::ApartInMemory { .. } => "open it with `max_connections(1)`".to_owned(),
        }
    }
}

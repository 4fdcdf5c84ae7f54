//! What a revision file imports: operations as data, and what can be read from them.
//!
//! In: calls on [`Op`] from a revision's `upgrade` and `downgrade`. Out: [`Operation`]s; of each, against the schema before it: the
//! schema after it ([`replay`]), its reverse ([`reverse`]), its statements ([`ddl`]), its dangers ([`hazards`]).
//!
//! Never here: I/O, but for the handle that a data step is given; `syn`; a catalog query.

mod alteration;
mod columns;
mod data;
pub mod ddl;
mod done;
mod expressions;
mod hazard;
mod op;
mod operation;
mod recorded;
mod replay;
mod reverse;
mod revision;

/// What a revision file needs, and nothing else.
pub mod prelude {
    pub use limbeck_schema::{
        AutoIncrement, Check, ColumnType, Deferrable, Dialect,
        Dialect::{MariaDb, MySql, Postgres, Sqlite},
        Enumeration, ForeignKey, IndexPart, NullsOrder, PrimaryKey,
        ReferentialAction::{Cascade, NoAction, Restrict, SetDefault, SetNull},
        StringLength, Unique,
    };

    pub use crate::{
        ColumnDefinition, Data, Op, Revision,
        columns::*,
        expressions::*,
        op::{check, foreign_key, primary_key, unique},
    };
}

pub use alteration::{Alteration, Setting};
pub use columns::ColumnDefinition;
pub use data::{Advance, Data, DataStep};
pub use ddl::{DdlError, Needs, Statement, StepStatements};
pub use done::passed_over;
pub use hazard::{Denied, Explanation, Hazard, HazardCode, HazardGroup, HazardWatch, Locks, ParseHazardError, hazards};
pub use op::Op;
pub use operation::{Operation, Step};
pub use recorded::Recorded;
pub use replay::{ReplayError, replay, replay_all, replay_step};
pub use reverse::{ReverseError, reverse, reverse_all};
pub use revision::Revision;

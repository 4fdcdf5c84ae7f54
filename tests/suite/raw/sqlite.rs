use limbeck_schema::Dialect;

use super::{
    Edit::{AddCheck, Convert, Default, DropColumns, DropTable, Nullable, RenameColumns, Widen},
    Thing,
    Told::{Nothing, Refused, Same, Warned},
    but, story, thing,
};

#[test]
fn what_only_raw_sql_makes_goes_round() {
    story::tell(Dialect::Sqlite, &THINGS.iter().collect::<Vec<_>>());
}

/// The table as the first revision made it, but for what is written in its place.
macro_rules! beasts {
    ($columns:literal, $rest:literal, $options:literal) => {
        &[
            "DROP TABLE beasts",
            concat!(
                "CREATE TABLE beasts (",
                $columns,
                ", owner_id integer, note varchar(40)",
                $rest,
                ", CONSTRAINT \"fk-beasts-owner_id\" FOREIGN KEY (owner_id) REFERENCES owners (id)) ",
                $options
            ),
            "INSERT INTO beasts (id, name, weight, owner_id) VALUES (1, 'Rex', 3, 1), (2, 'Tom', 4, NULL)",
        ]
    };
}

const THINGS: &[Thing] = &[
    but(
        "strict",
        &[
            "DROP TABLE beasts",
            "CREATE TABLE beasts (id integer NOT NULL CONSTRAINT \"pk-beasts\" PRIMARY KEY AUTOINCREMENT, name text NOT NULL, weight integer NOT NULL DEFAULT 1, owner_id integer, note text, CONSTRAINT \"fk-beasts-owner_id\" FOREIGN KEY (owner_id) REFERENCES owners (id)) STRICT",
            "INSERT INTO beasts (name) VALUES ('Rex')",
        ],
        &[(&[Widen, Convert], Refused("does not fit the database"))],
    ),
    thing(
        "without rowid",
        beasts!(
            "id integer NOT NULL, name varchar(64) NOT NULL, weight integer NOT NULL DEFAULT 1",
            ", CONSTRAINT \"pk-beasts\" PRIMARY KEY (id)",
            "WITHOUT ROWID"
        ),
    ),
    but(
        "a collation",
        beasts!(
            "id integer NOT NULL CONSTRAINT \"pk-beasts\" PRIMARY KEY AUTOINCREMENT, name varchar(64) NOT NULL COLLATE NOCASE, weight integer NOT NULL DEFAULT 1 COLLATE RTRIM",
            "",
            ""
        ),
        &[(&[DropColumns], Warned("collation of name as it is there"))],
    ),
    but(
        "a counter",
        &["INSERT INTO beasts (id, name) VALUES (900, 'x')", "DELETE FROM beasts WHERE id = 900"],
        &[(&[DropTable], Nothing)],
    ),
    but(
        "conflicts of NOT NULL",
        beasts!(
            "id integer NOT NULL CONSTRAINT \"pk-beasts\" PRIMARY KEY AUTOINCREMENT, name varchar(64) NOT NULL ON CONFLICT IGNORE, weight integer NOT NULL ON CONFLICT REPLACE DEFAULT 1",
            "",
            ""
        ),
        &[
            (&[Nullable], Warned("`NOT NULL ON CONFLICT IGNORE` of name")),
            (&[DropColumns], Warned("`NOT NULL ON CONFLICT IGNORE` of name")),
        ],
    ),
    but(
        "conflicts of keys",
        beasts!(
            "id integer NOT NULL CONSTRAINT \"pk-beasts\" PRIMARY KEY ON CONFLICT REPLACE AUTOINCREMENT, name varchar(64) NOT NULL UNIQUE ON CONFLICT FAIL, weight integer NOT NULL DEFAULT 1",
            ", UNIQUE (weight, note) ON CONFLICT ROLLBACK",
            ""
        ),
        &[(&[DropColumns], Refused("is used by unique constraint"))],
    ),
    but(
        "conflicts of a named key",
        beasts!(
            "id integer NOT NULL CONSTRAINT \"pk-beasts\" PRIMARY KEY AUTOINCREMENT, name varchar(64) NOT NULL CONSTRAINT un UNIQUE ON CONFLICT FAIL, weight integer NOT NULL DEFAULT 1",
            ", CONSTRAINT uw UNIQUE (weight DESC, note COLLATE NOCASE) ON CONFLICT ROLLBACK",
            ""
        ),
        &[(&[DropColumns], Refused("is used by unique constraint `un`"))],
    ),
    but(
        "conflicts of checks",
        beasts!(
            "id integer NOT NULL CONSTRAINT \"pk-beasts\" PRIMARY KEY AUTOINCREMENT, name varchar(64) NOT NULL, weight integer NOT NULL DEFAULT 1 CHECK (weight > 0)",
            ", CONSTRAINT ck CHECK (name <> 'it''s') ON CONFLICT ABORT",
            ""
        ),
        &[
            (
                &[Widen, Convert, Nullable, Default],
                Same("ON CONFLICT behind a CHECK does nothing", &["on", "conflict", "abort"]),
            ),
            (&[AddCheck], Warned("A12")),
            (&[DropColumns], Refused("is used by check `ck`")),
        ],
    ),
    but(
        "names of NOT NULL and defaults",
        beasts!(
            "id integer CONSTRAINT idn NOT NULL CONSTRAINT \"pk-beasts\" PRIMARY KEY AUTOINCREMENT, name varchar(64) CONSTRAINT nn NOT NULL, weight integer CONSTRAINT wn NOT NULL CONSTRAINT wd DEFAULT 1",
            "",
            ""
        ),
        &[(
            &[Widen, Convert, Nullable, Default, AddCheck, DropColumns, DropTable],
            Same("the names of NOT NULL and DEFAULT do nothing", &["constraint", "idn", "nn", "wd", "wn"]),
        )],
    ),
    but(
        "a key that may be NULL",
        beasts!(
            "id integer CONSTRAINT \"pk-beasts\" PRIMARY KEY AUTOINCREMENT, name varchar(64) NOT NULL, weight integer NOT NULL DEFAULT 1",
            "",
            ""
        ),
        &[(
            &[Widen, Convert, Nullable, Default, AddCheck, DropColumns, DropTable],
            Same("a rowid is never NULL", &["beasts.id", "0", "1"]),
        )],
    ),
    but(
        "a key without a counter",
        beasts!(
            "id integer NOT NULL, name varchar(64) NOT NULL, weight integer NOT NULL DEFAULT 1",
            ", CONSTRAINT \"pk-beasts\" PRIMARY KEY (id)",
            ""
        ),
        &[(&[DropTable], Same("the key comes back as the revisions made it, and counts", &["id"]))],
    ),
    thing(
        "a descending key",
        beasts!(
            "id integer NOT NULL CONSTRAINT \"pk-beasts\" PRIMARY KEY DESC, name varchar(64) NOT NULL, weight integer NOT NULL DEFAULT 1",
            "",
            ""
        ),
    ),
    but(
        "a partial index",
        &["CREATE UNIQUE INDEX ix ON beasts (name COLLATE NOCASE DESC, note) WHERE weight > 1 AND note <> 'it''s'"],
        &[(&[DropColumns], Refused("is used by index `ix`"))],
    ),
    but(
        "an index of expressions",
        &["CREATE INDEX ix ON beasts (lower(name) DESC, (weight * 2))"],
        &[(&[DropColumns], Refused("is used by index `ix`"))],
    ),
    but(
        "a trigger",
        &[
            "CREATE TRIGGER lighter AFTER UPDATE OF weight ON beasts FOR EACH ROW WHEN NEW.weight > 9 BEGIN UPDATE beasts SET weight = 9 WHERE id = NEW.id; SELECT 'a; b'; END",
        ],
        &[(&[DropColumns], Refused("error in trigger lighter"))],
    ),
    thing(
        "a trigger of no column",
        &["CREATE TRIGGER refuse BEFORE DELETE ON beasts BEGIN SELECT RAISE(ABORT, 'no') WHERE 0; END"],
    ),
    but(
        "another table's trigger",
        &[
            "CREATE TRIGGER count AFTER INSERT ON owners BEGIN UPDATE beasts SET note = 'x' WHERE owner_id = NEW.id; END",
        ],
        &[(&[DropTable], Nothing)],
    ),
    but(
        "a view with a trigger",
        &[
            "CREATE VIEW heavy AS SELECT name, weight FROM beasts WHERE weight > 3",
            "CREATE TRIGGER instead INSTEAD OF INSERT ON heavy BEGIN INSERT INTO beasts (name, weight) VALUES (NEW.name, NEW.weight); END",
        ],
        &[
            (&[RenameColumns], Refused("error in trigger instead")),
            (&[DropColumns], Refused("error in view heavy")),
            (&[DropTable], Nothing),
        ],
    ),
    but("a view of other columns", &["CREATE VIEW noted AS SELECT note FROM beasts"], &[(&[DropTable], Nothing)]),
    but(
        "computed columns",
        beasts!(
            "id integer NOT NULL CONSTRAINT \"pk-beasts\" PRIMARY KEY AUTOINCREMENT, name varchar(64) NOT NULL, weight integer NOT NULL DEFAULT 1, twice integer GENERATED ALWAYS AS (weight * 2) VIRTUAL NOT NULL, shout text AS (upper(name)) STORED UNIQUE",
            "",
            ""
        ),
        &[(&[DropColumns], Refused("is used by computed column `shout`"))],
    ),
    but(
        "checks with words",
        beasts!(
            "id integer NOT NULL CONSTRAINT \"pk-beasts\" PRIMARY KEY AUTOINCREMENT, name varchar(64) NOT NULL /* a name */, weight integer NOT NULL DEFAULT 1 -- in kilograms\n CHECK (weight > 0 /* heavy */ OR note = '-- no' -- why\n)",
            "",
            ""
        ),
        &[
            (
                &[Widen, Convert, Nullable, Default],
                Same("a comment is no part of the table", &["*/", "--", "/*", "-a", "in", "kilograms", "name", "why"]),
            ),
            (&[AddCheck], Warned("A12")),
            (&[DropColumns], Refused("is used by check")),
        ],
    ),
    thing(
        "deferred keys",
        beasts!(
            "id integer NOT NULL CONSTRAINT \"pk-beasts\" PRIMARY KEY AUTOINCREMENT, name varchar(64) NOT NULL, weight integer NOT NULL DEFAULT 1, mother integer REFERENCES beasts (id) ON UPDATE CASCADE ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED",
            "",
            ""
        ),
    ),
    but(
        "keys that match",
        beasts!(
            "id integer NOT NULL CONSTRAINT \"pk-beasts\" PRIMARY KEY AUTOINCREMENT, name varchar(64) NOT NULL, weight integer NOT NULL DEFAULT 1, mother integer CONSTRAINT mum REFERENCES beasts MATCH FULL ON UPDATE RESTRICT NOT DEFERRABLE INITIALLY IMMEDIATE",
            "",
            ""
        ),
        &[(
            &[Widen, Convert, Nullable, Default, AddCheck, DropColumns],
            Same(
                "MATCH does nothing, and a key that names no columns is to the primary key",
                &["?", "deferrable", "full", "id", "immediate", "initially", "match", "not", "mother"],
            ),
        )],
    ),
    but(
        "several keys of the same columns",
        beasts!(
            "id integer NOT NULL CONSTRAINT \"pk-beasts\" PRIMARY KEY AUTOINCREMENT, name varchar(64) NOT NULL UNIQUE, weight integer NOT NULL DEFAULT 1",
            ", CONSTRAINT un UNIQUE (name)",
            ""
        ),
        &[
            (
                &[Widen, Convert, Nullable, Default, AddCheck],
                Same("two constraints of the same columns are one", &["unique"]),
            ),
            (&[DropColumns], Refused("is used by unique constraint `un`")),
        ],
    ),
    but(
        "a column without a type",
        beasts!(
            "id integer NOT NULL CONSTRAINT \"pk-beasts\" PRIMARY KEY AUTOINCREMENT, name varchar(64) NOT NULL, weight integer NOT NULL DEFAULT 1, any_thing, odd my_type(3, 4) DEFAULT (1 + 2), [a b] DEFAULT yes, big UNSIGNED BIG INT",
            "",
            ""
        ),
        &[(
            &[Widen, Convert, Nullable, Default, AddCheck, DropColumns],
            Same("a bare word as a default is a string", &["beasts.a b"]),
        )],
    ),
    but(
        "another table's key to it",
        &["CREATE TABLE tags (beast integer REFERENCES beasts ON DELETE CASCADE)", "INSERT INTO tags VALUES (1)"],
        &[(&[DropTable], Refused("is used by a foreign key of `tags`"))],
    ),
    thing("statistics", &["CREATE INDEX ix ON beasts (note)", "ANALYZE"]),
];

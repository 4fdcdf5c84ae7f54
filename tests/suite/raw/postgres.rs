use limbeck_schema::Dialect;

use super::{
    Edit::{Convert, Default, DropColumns, DropTable, Nullable, RenameColumns, Widen},
    Thing,
    Told::{Refused, Same, Stuck, Warned},
    but, story, thing,
};

/// A part of the things, as many rounds as a test should take.
macro_rules! parts {
    ($($name:ident: $part:literal;)*) => {
        $(#[test]
        fn $name() {
            let things: Vec<_> = THINGS.iter().skip($part).step_by(PARTS).collect();
            story::tell(Dialect::Postgres, &things);
        })*
    };
}

/// How many parts there are.
const PARTS: usize = 4;

parts! {
    what_only_raw_sql_makes_goes_round: 0;
    so_does_the_second_part: 1;
    so_does_the_third_part: 2;
    so_does_the_fourth_part: 3;
}

/// Why an expression may come back in other words: the server writes into it the casts that the type in between needs.
const CASTS: &str = "the casts of the type in between do nothing on the way back";

/// The words of those casts, and the expressions that get them.
const OF_CASTS: &[&str] = &["::", "precision", "weight >", "weight * 2"];

/// What the edits change of a column.
const OF_COLUMNS: &[&str] = &[
    "1",
    "2",
    "64",
    "128",
    "bigint",
    "integer",
    "character",
    "double",
    "precision",
    "text",
    "varying",
    "not",
    "null",
    "rex",
];

const THINGS: &[Thing] = &[
    but(
        "an exclusion constraint",
        &[
            "ALTER TABLE beasts ADD CONSTRAINT ex EXCLUDE USING btree (weight WITH =, name WITH =) WHERE (weight > 0) DEFERRABLE",
        ],
        &[(&[Convert], Same(CASTS, OF_CASTS)), (&[DropColumns], Warned("exclusion constraint ex"))],
    ),
    thing(
        "storage parameters",
        &["ALTER TABLE beasts SET (fillfactor = 70, autovacuum_enabled = false, toast.autovacuum_enabled = false)"],
    ),
    but(
        "options of an identity",
        &[
            "ALTER TABLE beasts ALTER COLUMN id SET GENERATED ALWAYS SET START WITH 100 SET INCREMENT BY 5 SET MINVALUE 2 SET MAXVALUE 100000 SET CACHE 3 SET CYCLE",
        ],
        &[(
            &[Widen],
            Same(
                "the limit of the bare sequence follows the type, the stated one stays",
                &["2147483647", "9223372036854775807"],
            ),
        )],
    ),
    but(
        "an owned sequence",
        &["CREATE SEQUENCE weights INCREMENT 7 MINVALUE 3 CYCLE CACHE 4 OWNED BY beasts.weight"],
        &[(&[DropColumns], Warned("sequence weights"))],
    ),
    but(
        "the storage of columns",
        &["ALTER TABLE beasts ALTER COLUMN name SET STORAGE EXTERNAL"],
        &[(&[DropColumns], Warned("storage of name"))],
    ),
    but(
        "the compression of columns",
        &["ALTER TABLE beasts ALTER COLUMN name SET COMPRESSION pglz"],
        &[(&[DropColumns], Warned("compression of name"))],
    ),
    but(
        "statistics targets",
        &[
            "ALTER TABLE beasts ALTER COLUMN weight SET STATISTICS 500",
            "ALTER TABLE beasts ALTER COLUMN name SET STATISTICS 0",
        ],
        &[(&[DropColumns], Warned("statistics target of weight"))],
    ),
    but(
        "options of columns",
        &["ALTER TABLE beasts ALTER COLUMN weight SET (n_distinct = 5)"],
        &[(&[DropColumns], Warned("options of weight"))],
    ),
    but(
        "the collation of a column",
        &["ALTER TABLE beasts ALTER COLUMN name TYPE varchar(64) COLLATE \"POSIX\""],
        &[(&[DropColumns], Warned("collation of name as it is there"))],
    ),
    but(
        "an index of many words",
        &[
            "CREATE UNIQUE INDEX ix ON beasts (name COLLATE \"POSIX\" varchar_pattern_ops DESC NULLS LAST, note) INCLUDE (weight) NULLS NOT DISTINCT WITH (fillfactor = 50) WHERE note <> 'x'",
        ],
        &[(&[DropColumns], Refused("is used by index `ix`"))],
    ),
    but(
        "an index of another method",
        &["CREATE INDEX ix ON beasts USING brin (weight) WITH (pages_per_range = 16)"],
        &[(&[DropColumns], Refused("is used by index `ix`"))],
    ),
    but(
        "an index of expressions",
        &[
            "CREATE INDEX ix ON beasts ((lower(name)), (weight * 2))",
            "ALTER INDEX ix ALTER COLUMN 2 SET STATISTICS 300",
        ],
        &[
            (&[Widen, Convert], Warned("statistics targets of index ix")),
            (&[DropColumns], Refused("is used by index `ix`")),
        ],
    ),
    but(
        "a deferred unique constraint",
        &["ALTER TABLE beasts ADD CONSTRAINT uq UNIQUE (name, weight) DEFERRABLE INITIALLY DEFERRED"],
        &[(&[DropColumns], Refused("is used by unique constraint `uq`"))],
    ),
    but(
        "a unique constraint that includes",
        &["ALTER TABLE beasts ADD CONSTRAINT uq UNIQUE (name) INCLUDE (weight) WITH (fillfactor = 60)"],
        &[(&[DropColumns], Refused("is used by unique constraint `uq`"))],
    ),
    but(
        "a unique constraint from an index",
        &[
            "CREATE UNIQUE INDEX ux ON beasts (name text_pattern_ops)",
            "CREATE UNIQUE INDEX uq ON beasts (weight)",
            "ALTER TABLE beasts ADD CONSTRAINT uq2 UNIQUE USING INDEX uq",
        ],
        &[(&[DropColumns], Refused("is used by index `ux`"))],
    ),
    but(
        "a check that is not valid",
        &["ALTER TABLE beasts ADD CONSTRAINT ck CHECK (weight > 100) NOT VALID"],
        &[(&[Convert], Same(CASTS, OF_CASTS)), (&[DropColumns], Refused("is used by check `ck`"))],
    ),
    but(
        "a check that children do not get",
        &["ALTER TABLE beasts ADD CONSTRAINT ck CHECK (weight > 0) NO INHERIT"],
        &[(&[Convert], Same(CASTS, OF_CASTS)), (&[DropColumns], Refused("is used by check `ck`"))],
    ),
    but(
        "a foreign key that is not valid",
        &[
            "CREATE TABLE weights (weight int PRIMARY KEY)",
            "ALTER TABLE beasts ADD CONSTRAINT fk FOREIGN KEY (weight) REFERENCES weights NOT VALID",
        ],
        &[(&[Convert], Refused("cannot be implemented")), (&[DropColumns], Refused("is used by foreign key `fk`"))],
    ),
    thing(
        "a full foreign key",
        &[
            "CREATE TABLE homes (owner int, note varchar(40), PRIMARY KEY (owner, note))",
            "INSERT INTO homes VALUES (1, 'x')",
            "UPDATE beasts SET note = 'x' WHERE owner_id = 1",
            "ALTER TABLE beasts ADD CONSTRAINT fk FOREIGN KEY (owner_id, note) REFERENCES homes MATCH FULL NOT VALID",
        ],
    ),
    thing(
        "a foreign key that nulls some columns",
        &[
            "CREATE TABLE homes (owner int, note varchar(40), PRIMARY KEY (owner, note))",
            "ALTER TABLE beasts ADD CONSTRAINT fk FOREIGN KEY (owner_id, note) REFERENCES homes ON DELETE SET NULL (note)",
        ],
    ),
    but(
        "a deferred foreign key",
        &[
            "CREATE TABLE weights (weight int PRIMARY KEY)",
            "INSERT INTO weights VALUES (3), (4)",
            "ALTER TABLE beasts ADD CONSTRAINT fk FOREIGN KEY (weight) REFERENCES weights DEFERRABLE INITIALLY DEFERRED",
        ],
        &[(&[Convert], Refused("cannot be implemented")), (&[DropColumns], Refused("is used by foreign key `fk`"))],
    ),
    but(
        "another table's foreign key to it",
        &["CREATE TABLE tags (beast int CONSTRAINT fk REFERENCES beasts DEFERRABLE)", "INSERT INTO tags VALUES (1)"],
        &[(&[DropTable], Refused("is used by a foreign key of `tags`"))],
    ),
    thing("a table without a log", &["ALTER TABLE beasts SET UNLOGGED"]),
    thing(
        "row security",
        &["ALTER TABLE beasts ENABLE ROW LEVEL SECURITY", "ALTER TABLE beasts FORCE ROW LEVEL SECURITY"],
    ),
    but(
        "policies",
        &[
            "CREATE POLICY light ON beasts AS RESTRICTIVE FOR UPDATE TO PUBLIC USING (weight > 0) WITH CHECK (name <> '')",
        ],
        &[
            (&[Widen, Convert], Refused("used in a policy definition")),
            (&[DropColumns], Refused("other objects depend on it")),
        ],
    ),
    thing(
        "a policy of no column",
        &["CREATE POLICY all_of_them ON beasts USING (true)", "ALTER TABLE beasts ENABLE ROW LEVEL SECURITY"],
    ),
    but(
        "a rule",
        &["CREATE RULE heavy AS ON DELETE TO beasts WHERE OLD.weight > 5 DO INSTEAD NOTHING"],
        &[
            (&[Widen, Convert], Refused("used by a view or rule")),
            (&[DropColumns], Refused("other objects depend on it")),
        ],
    ),
    thing("a rule of no column", &["CREATE RULE nobody AS ON DELETE TO beasts DO INSTEAD NOTHING"]),
    but(
        "a trigger of a column",
        &[
            "CREATE FUNCTION same() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
            "CREATE TRIGGER lighter BEFORE UPDATE OF weight ON beasts FOR EACH ROW WHEN (NEW.weight > 0) EXECUTE FUNCTION same()",
        ],
        &[
            (&[Widen, Convert], Refused("used in a trigger definition")),
            (&[DropColumns], Refused("other objects depend on it")),
        ],
    ),
    thing(
        "triggers that are switched",
        &[
            "CREATE FUNCTION same() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
            "CREATE TRIGGER one BEFORE INSERT ON beasts FOR EACH ROW EXECUTE FUNCTION same('a')",
            "CREATE TRIGGER two AFTER DELETE ON beasts EXECUTE FUNCTION same()",
            "ALTER TABLE beasts DISABLE TRIGGER one",
            "ALTER TABLE beasts ENABLE ALWAYS TRIGGER two",
        ],
    ),
    thing(
        "a deferred constraint trigger",
        &[
            "CREATE FUNCTION same() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
            "CREATE CONSTRAINT TRIGGER late AFTER UPDATE ON beasts DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION same()",
        ],
    ),
    thing(
        "grants on the table",
        &["GRANT SELECT, INSERT ON beasts TO PUBLIC", "GRANT ALL ON beasts TO pg_read_all_data WITH GRANT OPTION"],
    ),
    but(
        "grants on columns",
        &["GRANT SELECT (name), UPDATE (weight) ON beasts TO PUBLIC"],
        &[(&[DropColumns], Warned("grants on name"))],
    ),
    thing("grants on its sequence", &["GRANT USAGE ON SEQUENCE beasts_id_seq TO PUBLIC"]),
    thing("a full replica identity", &["ALTER TABLE beasts REPLICA IDENTITY FULL"]),
    but(
        "a replica identity of an index",
        &["CREATE UNIQUE INDEX ix ON beasts (weight)", "ALTER TABLE beasts REPLICA IDENTITY USING INDEX ix"],
        &[
            (&[Nullable], Refused("in index used as replica identity")),
            (&[DropColumns], Refused("is used by index `ix`")),
        ],
    ),
    but(
        "extended statistics",
        &[
            "CREATE STATISTICS joint (dependencies) ON name, weight FROM beasts",
            "ALTER STATISTICS joint SET STATISTICS 200",
        ],
        &[(&[Widen, Convert], Warned("target of statistics joint")), (&[DropColumns], Warned("statistics joint"))],
    ),
    but(
        "a parent",
        &["CREATE TABLE things (weight int NOT NULL)", "ALTER TABLE beasts INHERIT things"],
        &[
            (&[Widen, Convert], Refused("cannot alter inherited column")),
            (&[RenameColumns], Refused("cannot rename inherited column")),
            (&[DropColumns], Refused("cannot drop inherited column")),
        ],
    ),
    thing(
        "a parent without its columns",
        &["CREATE TABLE things (note varchar(40))", "ALTER TABLE beasts INHERIT things"],
    ),
    but(
        "a child",
        &["CREATE TABLE pups (age int) INHERITS (beasts)"],
        &[
            (&[Widen, Convert, Nullable, Default], Same("the child gets the same", OF_COLUMNS)),
            (&[DropTable], Refused("depend")),
        ],
    ),
    but(
        "partitions",
        &[
            "DROP TABLE beasts",
            "CREATE TABLE beasts (id int GENERATED BY DEFAULT AS IDENTITY, name varchar(64) NOT NULL, weight int NOT NULL DEFAULT 1, owner_id int CONSTRAINT \"fk-beasts-owner_id\" REFERENCES owners (id), note varchar(40), CONSTRAINT \"pk-beasts\" PRIMARY KEY (id)) PARTITION BY RANGE (id)",
            "CREATE TABLE beasts_1 PARTITION OF beasts FOR VALUES FROM (1) TO (100)",
        ],
        &[
            (&[Widen], Refused("part of the partition key")),
            (&[Convert, Nullable, Default], Same("the partitions get the same", OF_COLUMNS)),
        ],
    ),
    thing(
        "comments on its parts",
        &[
            "CREATE INDEX ix ON beasts (note)",
            "COMMENT ON INDEX ix IS 'an index'",
            "COMMENT ON CONSTRAINT \"fk-beasts-owner_id\" ON beasts IS 'a key'",
            "COMMENT ON CONSTRAINT \"pk-beasts\" ON beasts IS 'the key'",
        ],
    ),
    but(
        "a computed column",
        &["ALTER TABLE beasts ADD COLUMN twice int GENERATED ALWAYS AS (weight * 2) STORED"],
        &[(&[Convert], Same(CASTS, OF_CASTS)), (&[DropColumns], Refused("is used by computed column `twice`"))],
    ),
    but(
        "a computed column with all that a column has",
        &[
            "ALTER TABLE beasts ADD COLUMN shout text COLLATE \"POSIX\" NOT NULL GENERATED ALWAYS AS (upper(name)) STORED",
            "CREATE INDEX ix ON beasts (shout)",
            "COMMENT ON COLUMN beasts.shout IS 'loud'",
            "ALTER TABLE beasts ADD CONSTRAINT uq UNIQUE (shout)",
            "ALTER TABLE beasts ADD CONSTRAINT ck CHECK (shout <> '')",
        ],
        &[(&[Convert], Same(CASTS, OF_CASTS)), (&[DropColumns], Refused("is used by computed column `shout`"))],
    ),
    but(
        "a computed column with what only raw SQL says",
        &[
            "ALTER TABLE beasts ADD COLUMN shout text GENERATED ALWAYS AS (upper(name)) STORED",
            "GRANT SELECT (shout) ON beasts TO PUBLIC",
            "ALTER TABLE beasts ALTER COLUMN shout SET STATISTICS 300, ALTER COLUMN shout SET STORAGE EXTERNAL",
            "CREATE STATISTICS joint ON shout, note FROM beasts",
            "ALTER TABLE beasts ADD CONSTRAINT ex EXCLUDE (shout WITH =)",
        ],
        &[(&[Convert], Same(CASTS, OF_CASTS)), (&[DropColumns], Refused("is used by computed column `shout`"))],
    ),
    thing("a cluster mark", &["ALTER TABLE beasts CLUSTER ON \"pk-beasts\""]),
    but(
        "a view",
        &["CREATE VIEW heavy AS SELECT name, weight FROM beasts WHERE weight > 3"],
        &[
            (&[Widen, Convert], Refused("used by a view or rule")),
            (&[RenameColumns], Same("the view gives its columns the names that they had", &["as", "name", "weight"])),
            (&[DropColumns, DropTable], Refused("depend")),
        ],
    ),
    but(
        "a view of other columns",
        &["CREATE VIEW noted WITH (security_barrier) AS SELECT note FROM beasts WITH CHECK OPTION"],
        &[(&[DropTable], Refused("depend"))],
    ),
    but(
        "a materialized view",
        &[
            "CREATE MATERIALIZED VIEW sums AS SELECT sum(weight) AS total FROM beasts",
            "CREATE INDEX total ON sums (total)",
        ],
        &[(&[Widen, Convert], Refused("used by a view or rule")), (&[DropColumns, DropTable], Refused("depend"))],
    ),
    but(
        "a publication",
        &["CREATE PUBLICATION news FOR TABLE beasts (id, name) WHERE (id > 0)"],
        &[
            (&[Widen, Convert], Refused("used by a publication WHERE clause")),
            (&[DropColumns], Refused("other objects depend on it")),
        ],
    ),
    but(
        "a function of its rows",
        &["CREATE FUNCTION heavy(beast beasts) RETURNS boolean LANGUAGE sql AS 'SELECT beast.weight > 3'"],
        &[(&[DropTable], Refused("depend"))],
    ),
    but(
        "a table of its type",
        &["CREATE TABLE lists (one beasts, many beasts[])"],
        &[
            (&[Widen, Convert], Refused("uses its row type")),
            (&[DropColumns], Stuck("uses its row type")),
            (&[DropTable], Refused("depend")),
        ],
    ),
    thing(
        "a column of a domain",
        &["CREATE DOMAIN heft AS int DEFAULT 5 CHECK (VALUE > 0)", "ALTER TABLE beasts ADD COLUMN heft heft"],
    ),
];

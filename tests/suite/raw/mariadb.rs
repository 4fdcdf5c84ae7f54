use limbeck_schema::Dialect;

use super::{
    Edit::{AddCheck, Comment, Convert, Default, DropColumns, DropTable, Nullable, Widen},
    Thing,
    Told::{Nothing, Refused, Same, Warned},
    but, story, thing,
};

#[test]
fn what_only_raw_sql_makes_goes_round() {
    story::tell(Dialect::MariaDb, &THINGS.iter().collect::<Vec<_>>());
}

const THINGS: &[Thing] = &[
    thing(
        "an engine",
        &[
            "ALTER TABLE beasts DROP FOREIGN KEY `fk-beasts-owner_id`, DROP INDEX `fk-beasts-owner_id`",
            "ALTER TABLE beasts ENGINE=Aria TRANSACTIONAL=1 PAGE_CHECKSUM=0",
        ],
    ),
    thing("a row format", &["ALTER TABLE beasts ROW_FORMAT=COMPRESSED KEY_BLOCK_SIZE=4"]),
    thing("a character set", &["ALTER TABLE beasts CONVERT TO CHARACTER SET latin1 COLLATE latin1_german1_ci"]),
    but(
        "a character set of new columns",
        &["ALTER TABLE beasts DEFAULT CHARACTER SET latin1"],
        &[(&[DropColumns], Warned("collation of name as it is there"))],
    ),
    but(
        "a character set of a column",
        &["ALTER TABLE beasts MODIFY name varchar(64) CHARACTER SET latin1 COLLATE latin1_bin NOT NULL"],
        &[(&[DropColumns], Warned("collation of name as it is there"))],
    ),
    but("a counter", &["ALTER TABLE beasts AUTO_INCREMENT=1000"], &[(&[DropTable], Nothing)]),
    thing(
        "comments",
        &["ALTER TABLE beasts ADD INDEX ix (note) COMMENT 'an index', ADD COLUMN extra int COMMENT 'a \\'column\\''"],
    ),
    but(
        "an invisible column",
        &["ALTER TABLE beasts MODIFY weight int(11) INVISIBLE NOT NULL DEFAULT 1"],
        &[(&[DropColumns], Warned("`INVISIBLE` of weight"))],
    ),
    thing(
        "a moment of the last change",
        &[
            "ALTER TABLE beasts ADD COLUMN seen datetime(3) NOT NULL DEFAULT current_timestamp(3) ON UPDATE current_timestamp(3) AFTER name",
        ],
    ),
    but(
        "a compressed column",
        &["ALTER TABLE beasts MODIFY name varchar(64) COMPRESSED NOT NULL"],
        &[
            (
                &[Nullable, Default],
                Same(
                    "a compressed column that may not be NULL has the default of an empty text by itself",
                    &["default", "null"],
                ),
            ),
            (&[DropColumns], Warned("`COMPRESSED` of name")),
        ],
    ),
    but(
        "system versioning",
        &["ALTER TABLE beasts ADD SYSTEM VERSIONING"],
        &[(&[Widen, Convert, Nullable, Default, Comment, DropColumns], Refused("Not allowed for system-versioned"))],
    ),
    but(
        "a column without versions",
        &[
            "ALTER TABLE beasts ADD COLUMN vf timestamp(6) GENERATED ALWAYS AS ROW START, ADD COLUMN vt timestamp(6) GENERATED ALWAYS AS ROW END, ADD PERIOD FOR SYSTEM_TIME (vf, vt), ADD SYSTEM VERSIONING",
        ],
        &[(&[Widen, Convert, Nullable, Default, Comment, DropColumns], Refused("Not allowed for system-versioned"))],
    ),
    but(
        "columns out of the versions",
        &[
            "DROP TABLE beasts",
            "CREATE TABLE beasts (id int(11) NOT NULL AUTO_INCREMENT PRIMARY KEY, name varchar(64) NOT NULL, weight int(11) NOT NULL DEFAULT 1 WITHOUT SYSTEM VERSIONING, owner_id int(11), note varchar(40), CONSTRAINT `fk-beasts-owner_id` FOREIGN KEY (owner_id) REFERENCES owners (id)) WITH SYSTEM VERSIONING",
        ],
        &[(&[Widen, Convert, Nullable, Default, Comment, DropColumns], Refused("Not allowed for system-versioned"))],
    ),
    thing(
        "an application's period",
        &[
            "ALTER TABLE beasts ADD COLUMN a date NOT NULL DEFAULT '2026-01-01', ADD COLUMN b date NOT NULL DEFAULT '2027-01-01', ADD PERIOD FOR life (a, b)",
        ],
    ),
    thing("compressed pages", &["ALTER TABLE beasts PAGE_COMPRESSED=1 PAGE_COMPRESSION_LEVEL=3"]),
    thing(
        "options of statistics",
        &[
            "ALTER TABLE beasts STATS_PERSISTENT=1 STATS_AUTO_RECALC=0 STATS_SAMPLE_PAGES=25 MIN_ROWS=3 AVG_ROW_LENGTH=100 CHECKSUM=1",
        ],
    ),
    but(
        "a prefix index",
        &["ALTER TABLE beasts ADD UNIQUE INDEX ix (name(10)), ADD INDEX ij (note(5), name)"],
        &[(&[Convert], Refused("key was too long")), (&[DropColumns], Refused("is used by index `ij`"))],
    ),
    but(
        "a descending index",
        &["ALTER TABLE beasts ADD INDEX ix (weight DESC, name)"],
        &[(&[Convert], Refused("key was too long")), (&[DropColumns], Refused("is used by index `ix`"))],
    ),
    but(
        "a fulltext index",
        &["ALTER TABLE beasts ADD FULLTEXT INDEX ix (name, note)"],
        &[(&[DropColumns], Refused("is used by index `ix`"))],
    ),
    thing(
        "a spatial index",
        &[
            "ALTER TABLE beasts ADD COLUMN place point NOT NULL DEFAULT ST_GeomFromText('POINT(1 1)'), ADD SPATIAL INDEX ix (place)",
        ],
    ),
    thing("an ignored index", &["ALTER TABLE beasts ADD INDEX ix (note) IGNORED"]),
    thing(
        "a hash",
        &["ALTER TABLE beasts ADD COLUMN body text, ADD UNIQUE INDEX ix (body), ADD INDEX ij USING HASH (note)"],
    ),
    but(
        "a check of the table",
        &["ALTER TABLE beasts ADD CONSTRAINT ck CHECK (weight > 0 AND name <> 'it''s \\\\')"],
        &[(&[DropColumns], Refused("is used by check `ck`"))],
    ),
    but(
        "a check of a column",
        &[
            "ALTER TABLE beasts MODIFY weight int(11) NOT NULL DEFAULT 1 CHECK (weight > 0), MODIFY name varchar(64) NOT NULL CHECK (name <> 'it''s \\\\')",
        ],
        &[(&[DropColumns], Refused("is used by check `name`"))],
    ),
    but(
        "a virtual column",
        &["ALTER TABLE beasts ADD COLUMN twice int GENERATED ALWAYS AS (weight * 2) VIRTUAL INVISIBLE COMMENT 'two'"],
        &[(&[DropColumns], Refused("is used by computed column `twice`"))],
    ),
    but(
        "a stored column with an index",
        &[
            "ALTER TABLE beasts ADD COLUMN shout varchar(64) GENERATED ALWAYS AS (upper(name)) PERSISTENT AFTER id, ADD UNIQUE INDEX ix (shout)",
        ],
        &[(&[DropColumns], Refused("is used by computed column `shout`"))],
    ),
    thing(
        "a trigger",
        &[
            "CREATE TRIGGER lighter BEFORE UPDATE ON beasts FOR EACH ROW SET NEW.weight = greatest(NEW.weight, 1)",
            "CREATE TRIGGER first BEFORE UPDATE ON beasts FOR EACH ROW PRECEDES lighter SET NEW.note = 'it''s'",
        ],
    ),
    thing(
        "partitions",
        &[
            "ALTER TABLE beasts DROP FOREIGN KEY `fk-beasts-owner_id`, DROP INDEX `fk-beasts-owner_id`",
            "ALTER TABLE beasts PARTITION BY HASH (id) PARTITIONS 3",
        ],
    ),
    thing(
        "partitions by ranges",
        &[
            "ALTER TABLE beasts DROP FOREIGN KEY `fk-beasts-owner_id`, DROP INDEX `fk-beasts-owner_id`",
            "ALTER TABLE beasts PARTITION BY RANGE (id) (PARTITION p0 VALUES LESS THAN (100) COMMENT = 'low', PARTITION p1 VALUES LESS THAN MAXVALUE)",
        ],
    ),
    but(
        "a view",
        &["CREATE VIEW heavy AS SELECT name, weight FROM beasts WHERE weight > 3"],
        &[(&[DropTable], Nothing)],
    ),
    but(
        "unsigned and filled with zeros",
        &["ALTER TABLE beasts MODIFY weight int(7) UNSIGNED ZEROFILL NOT NULL DEFAULT 1"],
        &[
            (&[Widen, Convert], Refused("does not fit the database")),
            (&[Default], Same("the zeros are filled in", &["000000", "+1", "-2"])),
            (&[DropColumns], Warned("type of weight as it is there")),
        ],
    ),
    thing(
        "a default that calls",
        &[
            "CREATE SEQUENCE counts START WITH 5 INCREMENT BY 3",
            "ALTER TABLE beasts ADD COLUMN number int DEFAULT nextval(counts), ADD COLUMN key_of varchar(40) DEFAULT (concat(uuid(), 'it''s'))",
        ],
    ),
    but(
        "another table's foreign key to it",
        &["CREATE TABLE tags (beast int, CONSTRAINT fk FOREIGN KEY (beast) REFERENCES beasts (id) ON UPDATE CASCADE)"],
        &[
            (&[Widen], Refused("used in a foreign key constraint")),
            (&[DropTable], Refused("is used by a foreign key of `tags`")),
        ],
    ),
    but(
        "a key from a column with actions",
        &[
            "CREATE TABLE weights (weight int PRIMARY KEY) SELECT 3 AS weight UNION SELECT 4",
            "ALTER TABLE beasts ADD CONSTRAINT fk FOREIGN KEY ix (weight) REFERENCES weights (weight) ON DELETE RESTRICT ON UPDATE CASCADE",
        ],
        &[
            (&[Widen, Convert], Refused("used in a foreign key constraint")),
            (&[AddCheck], Refused("cannot be used in the CHECK clause")),
            (&[DropColumns], Refused("is used by foreign key `fk`")),
        ],
    ),
    thing(
        "enums and sets",
        &[
            "ALTER TABLE beasts ADD COLUMN mood enum('it''s','b\\\\') NOT NULL DEFAULT 'it''s', ADD COLUMN moods set('a','b') CHARACTER SET latin1 DEFAULT 'a,b'",
        ],
    ),
];

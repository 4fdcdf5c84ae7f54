-- A database as people make it, with every kind of object that SQLite has. Entities are generated from what stands above the line of
-- dashes; what stands below it makes sea-schema 0.18.1 panic, and is in the database only when it is compared.

CREATE TABLE integers (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    plain INTEGER NOT NULL,
    tiny TINYINT,
    small SMALLINT NOT NULL,
    big BIGINT NOT NULL,
    short INT,
    old_unsigned UNSIGNED BIG INT,
    wide INT8 DEFAULT 8
);
CREATE TABLE rowid_keys (
    id INTEGER PRIMARY KEY,
    held TEXT
);
CREATE TABLE int_keys (
    id INT PRIMARY KEY NOT NULL,
    held TEXT NOT NULL
);
CREATE TABLE texts (
    code VARCHAR(12) PRIMARY KEY NOT NULL,
    plain TEXT NOT NULL,
    short VARCHAR(40) NOT NULL DEFAULT 'it''s',
    unlimited VARCHAR,
    fixed CHAR(3),
    national NCHAR(55),
    old_clob CLOB,
    collated TEXT COLLATE NOCASE
);
CREATE TABLE numbers (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    real_one REAL NOT NULL,
    double_one DOUBLE NOT NULL,
    double_two DOUBLE PRECISION,
    float_one FLOAT,
    numeric_one NUMERIC,
    decimal_one DECIMAL(10, 5),
    decimal_two DECIMAL NOT NULL DEFAULT 1.5,
    real_decimal REAL(12, 2)
);
CREATE TABLE times (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    day DATE NOT NULL,
    hour TIME,
    moment DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    stamp TIMESTAMP,
    day_text date_text,
    hour_text time_text,
    moment_text datetime_text NOT NULL,
    stamp_text timestamp_text NOT NULL DEFAULT CURRENT_TIMESTAMP,
    zoned timestamp_with_timezone_text NOT NULL
);
CREATE TABLE others (
    id uuid_text NOT NULL PRIMARY KEY,
    flag BOOLEAN NOT NULL DEFAULT FALSE,
    bool_flag BOOL,
    raw BLOB NOT NULL,
    raw_short varbinary_blob(16),
    raw_long varbinary_blob,
    document JSON,
    document_text json_text NOT NULL,
    binary_text jsonb_text,
    mood enum_text NOT NULL DEFAULT 'calm',
    anything
);
CREATE TABLE defaults (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    text_one TEXT NOT NULL DEFAULT 'a "quoted" text',
    text_two TEXT NOT NULL DEFAULT "double quoted",
    empty TEXT NOT NULL DEFAULT '',
    number INTEGER NOT NULL DEFAULT -7,
    computed INTEGER NOT NULL DEFAULT (1 + 2),
    called TEXT NOT NULL DEFAULT (lower(hex(randomblob(16)))),
    absent TEXT DEFAULT NULL,
    moment TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE TABLE authors (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    email TEXT NOT NULL UNIQUE,
    nick TEXT NOT NULL,
    first TEXT NOT NULL,
    last TEXT NOT NULL,
    born INTEGER CHECK (born > 1000),
    manager_id INTEGER REFERENCES authors (id) ON DELETE SET NULL,
    CONSTRAINT full_name UNIQUE (first, last),
    CONSTRAINT some_nick CHECK (length(nick) > 0)
);
CREATE UNIQUE INDEX authors_nick ON authors (nick);
CREATE INDEX authors_last ON authors (last DESC, first);
CREATE UNIQUE INDEX authors_living ON authors (last) WHERE born > 1900;
CREATE INDEX authors_old ON authors (born) WHERE born < 1900;
CREATE TABLE books (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    author_id INTEGER NOT NULL,
    editor_id INTEGER,
    title TEXT NOT NULL,
    length INTEGER NOT NULL,
    pages_twice INTEGER GENERATED ALWAYS AS (length * 2) STORED,
    shouted TEXT GENERATED ALWAYS AS (upper(title)) VIRTUAL,
    FOREIGN KEY (author_id) REFERENCES authors (id) ON DELETE CASCADE ON UPDATE RESTRICT,
    CONSTRAINT edited_by FOREIGN KEY (editor_id) REFERENCES authors (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX "idx-books-author_id" ON books (author_id);
CREATE UNIQUE INDEX "idx-books-author_id-title" ON books (author_id, title);
CREATE TABLE tags (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    name TEXT NOT NULL UNIQUE
);
CREATE TABLE book_tags (
    book_id INTEGER NOT NULL REFERENCES books (id) ON DELETE CASCADE,
    tag_id INTEGER NOT NULL REFERENCES tags (id) ON DELETE CASCADE,
    PRIMARY KEY (book_id, tag_id)
);
CREATE TABLE pages (
    book_id INTEGER NOT NULL,
    chapter INTEGER NOT NULL,
    number INTEGER NOT NULL,
    body TEXT,
    PRIMARY KEY (book_id, chapter, number),
    FOREIGN KEY (book_id) REFERENCES books (id)
);
CREATE TABLE notes (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    page_book INTEGER NOT NULL,
    page_chapter INTEGER NOT NULL,
    page_number INTEGER NOT NULL,
    body TEXT NOT NULL,
    FOREIGN KEY (page_book, page_chapter, page_number) REFERENCES pages (book_id, chapter, number) ON UPDATE CASCADE
);
CREATE TABLE uniques (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    one INTEGER NOT NULL UNIQUE,
    two INTEGER NOT NULL,
    three INTEGER NOT NULL,
    four INTEGER NOT NULL,
    UNIQUE (one, two),
    UNIQUE (two, three),
    UNIQUE (three, four),
    UNIQUE (four)
);
CREATE TABLE bare_keys (
    id INTEGER NOT NULL,
    held TEXT,
    PRIMARY KEY (id)
);
CREATE TABLE unrowed (
    code TEXT NOT NULL PRIMARY KEY,
    held INTEGER
) WITHOUT ROWID;
CREATE TABLE strict_one (
    id INTEGER PRIMARY KEY NOT NULL,
    number INT,
    held ANY
) STRICT;
CREATE TABLE "Mixed Case" (
    "Id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "firstName" TEXT NOT NULL,
    "last-name" TEXT,
    "with space" INTEGER,
    "grün" TEXT
);
CREATE TABLE "order" (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "select" TEXT NOT NULL,
    "type" TEXT,
    "self" INTEGER,
    "group" INTEGER REFERENCES "order" (id),
    address1 TEXT,
    x2y TEXT
);
CREATE VIEW book_titles AS SELECT id, title FROM books;
CREATE TRIGGER books_titled AFTER INSERT ON books BEGIN UPDATE tags SET name = name WHERE id = NEW.id; END;
CREATE TABLE seaql_migrations (version TEXT NOT NULL PRIMARY KEY, applied_at BIGINT NOT NULL);
-- ----
CREATE INDEX books_lower_title ON books (lower(title));
CREATE UNIQUE INDEX authors_lower_email ON authors (lower(email));
CREATE TABLE reviews (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    book_id INTEGER NOT NULL REFERENCES books,
    words TEXT
);
CREATE VIRTUAL TABLE searched USING fts5 (title);

-- A database as people make it, with every kind of object that MariaDB has. Entities are generated from what stands above the line of
-- dashes; what stands below it makes sea-schema 0.18.1 panic, and is in the database only when it is compared.

CREATE TABLE integers (
    id int AUTO_INCREMENT PRIMARY KEY,
    tiny tinyint NOT NULL,
    small smallint NOT NULL,
    medium mediumint,
    plain int NOT NULL DEFAULT -7,
    big bigint,
    wide int(5),
    filled int(8) unsigned zerofill,
    tiny_unsigned tinyint unsigned,
    small_unsigned smallint unsigned NOT NULL,
    medium_unsigned mediumint unsigned,
    plain_unsigned int unsigned,
    big_unsigned bigint unsigned NOT NULL DEFAULT 0,
    flag boolean NOT NULL DEFAULT false,
    small_flag tinyint(1),
    one_bit bit,
    bits bit(8)
);
CREATE TABLE unsigned_keys (
    id bigint unsigned AUTO_INCREMENT PRIMARY KEY,
    held text
);
CREATE TABLE natural_keys (
    code varchar(12) PRIMARY KEY,
    number int NOT NULL AUTO_INCREMENT UNIQUE
);
CREATE TABLE uuid_keys (
    id binary(16) PRIMARY KEY,
    native uuid,
    parent binary(16) REFERENCES uuid_keys (id)
);
CREATE TABLE texts (
    id int AUTO_INCREMENT PRIMARY KEY,
    short varchar(40) NOT NULL DEFAULT 'it''s',
    longer varchar(255),
    fixed char(3),
    one_char char,
    plain text NOT NULL,
    tiny tinytext,
    medium mediumtext,
    longest longtext,
    collated varchar(20) CHARACTER SET latin1 COLLATE latin1_german2_ci,
    in_bytes varchar(20) COLLATE utf8mb4_bin
);
CREATE TABLE numbers (
    id int AUTO_INCREMENT PRIMARY KEY,
    float_one float NOT NULL,
    double_one double NOT NULL DEFAULT 1.5,
    double_two double(8, 3),
    decimal_one decimal,
    decimal_two decimal(10, 2) NOT NULL DEFAULT 12,
    decimal_three decimal(12, 4) unsigned
);
CREATE TABLE times (
    id int AUTO_INCREMENT PRIMARY KEY,
    day date NOT NULL,
    hour time NOT NULL,
    hour_precise time(3),
    moment datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
    moment_precise datetime(6),
    stamp timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    stamp_precise timestamp(3) NULL,
    vintage year
);
CREATE TABLE others (
    id int AUTO_INCREMENT PRIMARY KEY,
    raw blob NOT NULL,
    raw_tiny tinyblob,
    raw_medium mediumblob,
    raw_long longblob,
    raw_short varbinary(20),
    raw_fixed binary(20),
    document json,
    document_required json NOT NULL,
    address inet6,
    place point,
    surface geometry NOT NULL,
    chosen set('a', 'b')
);
CREATE TABLE moods (
    id int AUTO_INCREMENT PRIMARY KEY,
    held enum('calm', 'wild', 'it''s') NOT NULL DEFAULT 'calm',
    another enum('one', 'two')
);
CREATE TABLE more_moods (
    id int AUTO_INCREMENT PRIMARY KEY,
    held enum('other', 'labels') NOT NULL
);
CREATE TABLE defaults (
    id int AUTO_INCREMENT PRIMARY KEY,
    text_one varchar(50) NOT NULL DEFAULT 'a "quoted" \\ text',
    empty varchar(50) NOT NULL DEFAULT '',
    computed int NOT NULL DEFAULT (1 + 2),
    called varchar(50) NOT NULL DEFAULT (lower('ABC')),
    absent varchar(50) DEFAULT NULL,
    long_one text DEFAULT 'long'
);
CREATE TABLE authors (
    id bigint AUTO_INCREMENT PRIMARY KEY,
    email varchar(191) NOT NULL UNIQUE,
    nick varchar(50) NOT NULL COMMENT 'what friends say',
    first varchar(50) NOT NULL,
    last varchar(50) NOT NULL,
    born int CHECK (born > 1000),
    manager_id bigint,
    CONSTRAINT full_name UNIQUE (first, last),
    CONSTRAINT some_nick CHECK (length(nick) > 0),
    FOREIGN KEY (manager_id) REFERENCES authors (id) ON DELETE SET NULL
) COMMENT 'who''s who';
CREATE UNIQUE INDEX authors_nick ON authors (nick);
CREATE INDEX authors_last ON authors (last, first);
CREATE INDEX authors_begin ON authors (email(10));
CREATE FULLTEXT INDEX authors_searched ON authors (first, last);
CREATE TABLE books (
    id int AUTO_INCREMENT PRIMARY KEY,
    author_id bigint NOT NULL,
    editor_id bigint,
    title varchar(100) NOT NULL,
    length int NOT NULL,
    pages_twice int AS (length * 2) STORED,
    shouted varchar(100) AS (upper(title)) VIRTUAL,
    CONSTRAINT written_by FOREIGN KEY (author_id) REFERENCES authors (id) ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT edited_by FOREIGN KEY (editor_id) REFERENCES authors (id),
    UNIQUE KEY `idx-books-author_id-title` (author_id, title)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC CHARACTER SET utf8mb4;
CREATE TABLE tags (
    id int AUTO_INCREMENT PRIMARY KEY,
    name varchar(50) NOT NULL UNIQUE
);
CREATE TABLE book_tags (
    book_id int NOT NULL,
    tag_id int NOT NULL,
    PRIMARY KEY (book_id, tag_id),
    FOREIGN KEY (book_id) REFERENCES books (id) ON DELETE CASCADE,
    FOREIGN KEY (tag_id) REFERENCES tags (id) ON DELETE CASCADE
);
CREATE TABLE pages (
    book_id int NOT NULL,
    chapter int NOT NULL,
    number int NOT NULL AUTO_INCREMENT,
    body text,
    PRIMARY KEY (book_id, chapter, number),
    KEY (number),
    FOREIGN KEY (book_id) REFERENCES books (id)
);
CREATE TABLE notes (
    id int AUTO_INCREMENT PRIMARY KEY,
    page_book int NOT NULL,
    page_chapter int NOT NULL,
    page_number int NOT NULL,
    body text NOT NULL,
    FOREIGN KEY (page_book, page_chapter, page_number) REFERENCES pages (book_id, chapter, number) ON UPDATE CASCADE
);
CREATE TABLE uniques (
    id int AUTO_INCREMENT PRIMARY KEY,
    one int NOT NULL UNIQUE,
    two int NOT NULL,
    three int NOT NULL,
    four int NOT NULL,
    UNIQUE (one, two),
    UNIQUE (two, three),
    UNIQUE (three, four),
    UNIQUE (four)
);
CREATE TABLE indexed_otherwise (
    id int AUTO_INCREMENT PRIMARY KEY,
    one varchar(20) NOT NULL,
    two int NOT NULL,
    three varchar(20) NOT NULL
);
CREATE UNIQUE INDEX prefixed ON indexed_otherwise (one(5), two);
CREATE UNIQUE INDEX prefixed_alone ON indexed_otherwise (three(5));
CREATE TABLE `Mixed Case` (
    `Id` int AUTO_INCREMENT PRIMARY KEY,
    `firstName` varchar(20) NOT NULL,
    `last-name` varchar(20),
    `with space` int,
    `grün` varchar(20)
);
CREATE TABLE `order` (
    id int AUTO_INCREMENT PRIMARY KEY,
    `select` varchar(20) NOT NULL,
    `type` varchar(20),
    `self` int,
    `group` int,
    address1 varchar(20),
    x2y varchar(20),
    FOREIGN KEY (`group`) REFERENCES `order` (id)
);
CREATE VIEW book_titles AS SELECT id, title FROM books;
CREATE TRIGGER books_titled BEFORE INSERT ON books FOR EACH ROW SET NEW.length = NEW.length;
CREATE TABLE seaql_migrations (version varchar(255) PRIMARY KEY, applied_at bigint NOT NULL);
-- ----
CREATE TABLE kept_history (
    id int AUTO_INCREMENT PRIMARY KEY,
    held int
) WITH SYSTEM VERSIONING;

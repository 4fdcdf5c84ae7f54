SELECT type, name, tbl_name, sql FROM sqlite_schema;

SELECT s.name, c.*
FROM sqlite_schema AS s JOIN pragma_table_xinfo(s.name) AS c
WHERE s.type = 'table';

SELECT s.name, l.*, m.*
FROM sqlite_schema AS s JOIN pragma_index_list(s.name) AS l JOIN pragma_index_xinfo(l.name) AS m
WHERE s.type = 'table' AND m.key = 1;

SELECT s.name, k.*
FROM sqlite_schema AS s JOIN pragma_foreign_key_list(s.name) AS k
WHERE s.type = 'table';

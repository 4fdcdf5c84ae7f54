-- Everything with a statement. The server's own indexes have none.
SELECT s.type AS type, s.name AS name, s.tbl_name AS table_name, s.sql AS sql
FROM main.sqlite_schema AS s
WHERE s.sql IS NOT NULL AND lower(substr(s.name, 1, 7)) <> 'sqlite_'
ORDER BY s.name

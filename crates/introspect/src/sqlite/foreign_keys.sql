-- Members of foreign keys. The last one that was declared has the id 0.
SELECT s.name AS table_name, k.id AS id, k."from" AS column_name
FROM main.sqlite_schema AS s
JOIN pragma_foreign_key_list(s.name, 'main') AS k
WHERE s.type = 'table' AND s.sql NOT LIKE 'CREATE VIRTUAL%'
ORDER BY s.name, k.id DESC, k.seq

-- Columns; `hidden` is 2 for a virtual generated one and 3 for a stored one.
SELECT
    s.name AS table_name,
    c.name AS name,
    c.type AS type,
    c."notnull" AS not_null,
    c.dflt_value AS default_text,
    c.pk AS key_position,
    c.hidden AS hidden
FROM main.sqlite_schema AS s
JOIN pragma_table_xinfo(s.name, 'main') AS c
WHERE s.type = 'table' AND s.sql NOT LIKE 'CREATE VIRTUAL%'
ORDER BY s.name, c.cid

-- Members of indexes; origin 'c' was created as an index, 'u' serves a unique constraint, 'pk' the primary key.
SELECT
    s.name AS table_name,
    l.name AS index_name,
    l."unique" AS is_unique,
    l.origin AS origin,
    l.partial AS is_partial,
    m.name AS column_name,
    m.cid AS column_number,
    m."desc" AS is_descending,
    m.coll AS collation
FROM main.sqlite_schema AS s
JOIN pragma_index_list(s.name, 'main') AS l
JOIN pragma_index_xinfo(l.name, 'main') AS m
WHERE s.type = 'table' AND s.sql NOT LIKE 'CREATE VIRTUAL%' AND m."key" = 1
ORDER BY s.name, l.name, m.seqno

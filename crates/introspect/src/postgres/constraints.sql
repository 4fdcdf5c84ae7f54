-- Constraints, one row for each member of a key; the rows that PostgreSQL adds for partitions have a parent.
SELECT
    con.conrelid::int8 AS relation,
    con.oid::int8 AS id,
    con.conname::text AS name,
    con.contype::text AS kind,
    con.condeferrable::int::int8 AS is_deferrable,
    con.condeferred::int::int8 AS is_deferred,
    pg_catalog.pg_get_expr(con.conbin, con.conrelid) AS expression,
    con.confdeltype::text AS on_delete,
    con.confupdtype::text AS on_update,
    tn.nspname::text AS target_schema,
    t.relname::text AS target_name,
    -- Since 15; before it the field is not there and two NULLs are never a conflict.
    coalesce((pg_catalog.to_jsonb(i) ->> 'indnullsnotdistinct')::boolean, false)::int::int8 AS nulls_not_distinct,
    a.attname::text AS column_name,
    ta.attname::text AS target_column
FROM pg_catalog.pg_constraint con
JOIN pg_catalog.pg_class c ON c.oid = con.conrelid
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN pg_catalog.pg_index i ON i.indexrelid = con.conindid AND con.contype = 'u'
LEFT JOIN pg_catalog.pg_class t ON t.oid = con.confrelid AND con.contype = 'f'
LEFT JOIN pg_catalog.pg_namespace tn ON tn.oid = t.relnamespace
LEFT JOIN LATERAL unnest(con.conkey, con.confkey) WITH ORDINALITY AS k(attnum, target_attnum, position)
    ON con.contype IN ('p', 'u', 'f')
LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = con.conrelid AND a.attnum = k.attnum
LEFT JOIN pg_catalog.pg_attribute ta ON ta.attrelid = con.confrelid AND ta.attnum = k.target_attnum
WHERE n.nspname IN ({schemas})
    AND c.relkind IN ('r', 'p')
    AND NOT c.relispartition
    AND con.contype IN ('p', 'u', 'f', 'c')
    AND con.conparentid = 0
ORDER BY con.conrelid, con.conname, con.oid, k.position

-- Indexes that no constraint owns, one row for each member.
SELECT
    i.indrelid::int8 AS relation,
    i.indexrelid::int8 AS id,
    ic.relname::text AS name,
    am.amname::text AS method,
    i.indisunique::int::int8 AS is_unique,
    -- Since 15; before it the field is not there and two NULLs are never a conflict.
    coalesce((pg_catalog.to_jsonb(i) ->> 'indnullsnotdistinct')::boolean, false)::int::int8 AS nulls_not_distinct,
    pg_catalog.pg_get_expr(i.indpred, i.indrelid) AS predicate,
    (k.position > i.indnkeyatts)::int::int8 AS is_included,
    a.attname::text AS column_name,
    CASE WHEN k.attnum = 0 THEN pg_catalog.pg_get_indexdef(i.indexrelid, k.position::int, true) END AS expression,
    (coalesce(k.options, 0) & 1)::int8 AS is_descending,
    (coalesce(k.options, 0) & 2)::int8 AS is_nulls_first,
    CASE WHEN oc.opcdefault AND ia.attoptions IS NULL THEN NULL
         WHEN pg_catalog.pg_opclass_is_visible(oc.oid) THEN oc.opcname::text
         ELSE ocn.nspname::text || '.' || oc.opcname::text END AS operator_class,
    pg_catalog.array_to_string(ia.attoptions, ', ') AS operator_class_options,
    -- An expression's own collation is not in the catalog; 100 is the database's. It takes that of its columns, which is a word of the index only where
    -- the server writes one.
    CASE WHEN k.collation_id IN (0, coalesce(a.attcollation, 100)) THEN NULL
         WHEN k.attnum = 0 AND pg_catalog.strpos(pg_catalog.pg_get_indexdef(i.indexrelid), ' COLLATE ') = 0 THEN NULL
         WHEN pg_catalog.pg_collation_is_visible(co.oid) AND pg_catalog.strpos(co.collname, '.') = 0
             THEN co.collname::text
         ELSE con.nspname::text || '.' || co.collname::text END AS collation
FROM pg_catalog.pg_index i
JOIN pg_catalog.pg_class ic ON ic.oid = i.indexrelid
JOIN pg_catalog.pg_am am ON am.oid = ic.relam
JOIN pg_catalog.pg_class c ON c.oid = i.indrelid
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
CROSS JOIN LATERAL unnest(i.indkey::int2[], i.indclass::oid[], i.indcollation::oid[], i.indoption::int2[])
    WITH ORDINALITY AS k(attnum, class_id, collation_id, options, position)
LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attnum AND k.attnum <> 0
LEFT JOIN pg_catalog.pg_attribute ia ON ia.attrelid = i.indexrelid AND ia.attnum = k.position
LEFT JOIN pg_catalog.pg_opclass oc ON oc.oid = k.class_id
LEFT JOIN pg_catalog.pg_namespace ocn ON ocn.oid = oc.opcnamespace
LEFT JOIN pg_catalog.pg_collation co ON co.oid = k.collation_id
LEFT JOIN pg_catalog.pg_namespace con ON con.oid = co.collnamespace
WHERE n.nspname IN ({schemas})
    AND c.relkind IN ('r', 'p')
    AND NOT c.relispartition
    AND NOT EXISTS (
        SELECT FROM pg_catalog.pg_constraint owner
        WHERE owner.conindid = i.indexrelid AND owner.contype IN ('p', 'u', 'x')
    )
ORDER BY i.indrelid, ic.relname, i.indexrelid, k.position

-- Columns. `sequence_name` is there if the column owns a sequence that its default calls, as `serial` makes it.
-- A name with a point in it is always qualified, so that the first point parts schema and name.
SELECT
    a.attrelid::int8 AS relation,
    a.attname::text AS name,
    pg_catalog.format_type(a.atttypid, a.atttypmod) AS type,
    CASE WHEN t.typtype = 'e' THEN t.oid WHEN m.typtype = 'e' THEN m.oid END::int8 AS enumeration,
    coalesce(t.typtype <> 'e' AND m.typtype = 'e', false)::int::int8 AS is_array,
    a.attnotnull::int::int8 AS not_null,
    a.attidentity::text AS identity,
    a.attgenerated::text AS generated,
    pg_catalog.pg_get_expr(d.adbin, d.adrelid) AS expression,
    CASE WHEN a.attcollation = t.typcollation THEN NULL
         WHEN pg_catalog.pg_collation_is_visible(co.oid) AND pg_catalog.strpos(co.collname, '.') = 0 THEN co.collname::text
         ELSE con.nspname::text || '.' || co.collname::text END AS collation,
    de.description AS comment,
    s.sequence_name AS sequence_name
FROM pg_catalog.pg_attribute a
JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
LEFT JOIN pg_catalog.pg_type m ON m.oid = t.typelem AND t.typcategory = 'A'
LEFT JOIN pg_catalog.pg_collation co ON co.oid = a.attcollation
LEFT JOIN pg_catalog.pg_namespace con ON con.oid = co.collnamespace
LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum AND a.atthasdef
LEFT JOIN pg_catalog.pg_description de
    ON de.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass AND de.objoid = a.attrelid AND de.objsubid = a.attnum
LEFT JOIN (
    SELECT
        calls.objid AS default_id,
        min(CASE WHEN q.relnamespace = o.relnamespace AND pg_catalog.strpos(q.relname, '.') = 0 THEN q.relname::text
                 ELSE qn.nspname::text || '.' || q.relname::text END) AS sequence_name
    FROM pg_catalog.pg_depend owned
    JOIN pg_catalog.pg_class q ON q.oid = owned.objid AND q.relkind = 'S'
    JOIN pg_catalog.pg_namespace qn ON qn.oid = q.relnamespace
    JOIN pg_catalog.pg_class o ON o.oid = owned.refobjid
    JOIN pg_catalog.pg_depend calls
        ON calls.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass AND calls.refobjid = q.oid
        AND calls.classid = 'pg_catalog.pg_attrdef'::pg_catalog.regclass
    JOIN pg_catalog.pg_attrdef od
        ON od.oid = calls.objid AND od.adrelid = owned.refobjid AND od.adnum = owned.refobjsubid
    WHERE owned.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
        AND owned.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
        AND owned.deptype = 'a'
    GROUP BY calls.objid
) s ON s.default_id = d.oid
WHERE n.nspname IN ({schemas})
    AND c.relkind IN ('r', 'p')
    AND NOT c.relispartition
    AND a.attnum > 0
    AND NOT a.attisdropped
ORDER BY a.attrelid, a.attnum

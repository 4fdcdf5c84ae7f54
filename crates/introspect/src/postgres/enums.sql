-- Labels of all enumerated types, those of other schemas too: a column may use them. One row with a NULL for a type without labels.
SELECT
    t.oid::int8 AS id,
    n.nspname::text AS schema_name,
    t.typname::text AS name,
    l.enumlabel::text AS label
FROM pg_catalog.pg_type t
JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
LEFT JOIN pg_catalog.pg_enum l ON l.enumtypid = t.oid
WHERE t.typtype = 'e'
    AND NOT EXISTS (
        SELECT FROM pg_catalog.pg_depend e
        WHERE e.classid = 'pg_catalog.pg_type'::pg_catalog.regclass AND e.objid = t.oid AND e.deptype = 'e'
    )
ORDER BY t.oid, l.enumsortorder

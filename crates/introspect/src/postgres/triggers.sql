-- Triggers that a user made; the rest serve foreign keys.
SELECT
    t.tgrelid::int8 AS relation,
    t.tgname::text AS name,
    pg_catalog.pg_get_triggerdef(t.oid) AS definition
FROM pg_catalog.pg_trigger t
JOIN pg_catalog.pg_class c ON c.oid = t.tgrelid
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname IN ({schemas})
    AND c.relkind IN ('r', 'p')
    AND NOT c.relispartition
    AND NOT t.tgisinternal
ORDER BY t.tgrelid, t.tgname

SELECT
    l.pid::bigint AS session,
    coalesce(a.usename::text, '') AS owner,
    coalesce(extract(epoch FROM clock_timestamp() - a.xact_start), 0)::bigint AS seconds,
    left(coalesce(a.query, ''), 120) AS statement,
    string_agg(DISTINCT c.relname::text, ', ') AS tables
FROM pg_catalog.pg_locks l
JOIN pg_catalog.pg_class c ON c.oid = l.relation AND c.relkind IN ('r', 'p', 'v', 'm')
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace AND n.nspname NOT IN ('pg_catalog', 'information_schema')
JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid
WHERE l.granted
    AND l.locktype = 'relation'
    AND a.datname = current_database()
    AND l.pid <> pg_backend_pid()
    AND ($1 = '' OR position(c.relname::text IN $1) > 0)
GROUP BY 1, 2, 3, 4
ORDER BY 3 DESC
LIMIT 3

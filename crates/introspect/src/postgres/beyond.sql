-- What a table has and the vocabulary has no field for, one row for each column of it: what it is, the constraint's text or the statement that makes it
-- again. A column's storage, statistics and the like, each with its statement, are lost where the column is made again or gets another type.
WITH tables AS (
    SELECT c.*, pg_catalog.format('%I.%I', n.nspname, c.relname) AS sql_name
    FROM pg_catalog.pg_class c
    JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname IN ({schemas}) AND c.relkind IN ('r', 'p') AND NOT c.relispartition
), columns AS (
    SELECT a.*, t.sql_name, pg_catalog.format('ALTER TABLE %s ALTER COLUMN %I ', t.sql_name, a.attname) AS altered
    FROM tables t
    JOIN pg_catalog.pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped
), found AS (
    SELECT c.oid AS relation, 'storage parameters' AS what, NULL::int2[] AS members, NULL::text AS constraint_name, NULL::text AS definition,
        NULL::text AS statement
    FROM tables c
    WHERE c.reloptions IS NOT NULL
        OR EXISTS (SELECT FROM pg_catalog.pg_class t WHERE t.oid = c.reltoastrelid AND t.reloptions IS NOT NULL)
    UNION ALL
    SELECT c.oid, CASE c.relpersistence WHEN 'u' THEN 'that it has no log' ELSE 'that it is temporary' END, NULL, NULL, NULL, NULL
    FROM tables c WHERE c.relpersistence <> 'p'
    UNION ALL
    SELECT c.oid, 'partitions', NULL, NULL, NULL, NULL FROM tables c WHERE c.relkind = 'p'
    UNION ALL
    SELECT c.oid, 'row security', NULL, NULL, NULL, NULL FROM tables c WHERE c.relrowsecurity OR c.relforcerowsecurity
    UNION ALL
    SELECT c.oid, 'its replica identity', NULL, NULL, NULL, NULL FROM tables c WHERE c.relreplident <> 'd'
    UNION ALL
    SELECT c.oid, 'grants', NULL, NULL, NULL, NULL FROM tables c WHERE c.relacl IS NOT NULL
    UNION ALL
    SELECT c.oid, 'parent ' || p.relname, NULL, NULL, NULL, NULL
    FROM tables c JOIN pg_catalog.pg_inherits i ON i.inhrelid = c.oid JOIN pg_catalog.pg_class p ON p.oid = i.inhparent
    UNION ALL
    SELECT c.oid, 'child ' || p.relname, NULL, NULL, NULL, NULL
    FROM tables c JOIN pg_catalog.pg_inherits i ON i.inhparent = c.oid JOIN pg_catalog.pg_class p ON p.oid = i.inhrelid
    WHERE c.relkind = 'r'
    UNION ALL
    SELECT p.polrelid, 'policy ' || p.polname, NULL, NULL, NULL, NULL FROM tables c JOIN pg_catalog.pg_policy p ON p.polrelid = c.oid
    UNION ALL
    SELECT r.ev_class, 'rule ' || r.rulename, NULL, NULL, NULL, NULL FROM tables c JOIN pg_catalog.pg_rewrite r ON r.ev_class = c.oid
    UNION ALL
    SELECT r.prrelid, 'publication ' || p.pubname, NULL, NULL, NULL, NULL
    FROM tables c
    JOIN pg_catalog.pg_publication_rel r ON r.prrelid = c.oid
    JOIN pg_catalog.pg_publication p ON p.oid = r.prpubid
    UNION ALL
    SELECT s.stxrelid, 'statistics ' || s.stxname, s.stxkeys::int2[], NULL, NULL, pg_catalog.pg_get_statisticsobjdef(s.oid)
    FROM tables c JOIN pg_catalog.pg_statistic_ext s ON s.stxrelid = c.oid
    UNION ALL
    SELECT o.conrelid, 'exclusion constraint ' || o.conname, o.conkey, NULL, NULL,
        pg_catalog.format('ALTER TABLE %s ADD CONSTRAINT %I %s', c.sql_name, o.conname, pg_catalog.pg_get_constraintdef(o.oid))
    FROM tables c JOIN pg_catalog.pg_constraint o ON o.conrelid = c.oid AND o.contype = 'x'
    UNION ALL
    -- A unique constraint's columns are told without those that it includes, as they are elsewhere.
    SELECT o.conrelid, 'further words of constraint ' || o.conname, o.conkey, o.conname, pg_catalog.pg_get_constraintdef(o.oid), NULL
    FROM tables c
    JOIN pg_catalog.pg_constraint o ON o.conrelid = c.oid
    WHERE o.contype IN ('p', 'u', 'f', 'c') AND o.conparentid = 0
        AND (NOT o.convalidated OR (o.contype = 'c' AND o.connoinherit) OR (o.contype = 'f' AND o.confmatchtype <> 's')
            OR pg_catalog.pg_get_constraintdef(o.oid) LIKE '%) INCLUDE (%' OR pg_catalog.pg_get_constraintdef(o.oid) LIKE '%) ON DELETE SET % (%)%'
            OR (o.contype IN ('p', 'u')
                AND EXISTS (SELECT FROM pg_catalog.pg_class x WHERE x.oid = o.conindid AND x.reloptions IS NOT NULL)))
    UNION ALL
    SELECT c.oid, 'comment on ' || o.conname, o.conkey, NULL, NULL,
        pg_catalog.format('COMMENT ON CONSTRAINT %I ON %s IS %L', o.conname, c.sql_name, d.description)
    FROM tables c
    JOIN pg_catalog.pg_constraint o ON o.conrelid = c.oid
    JOIN pg_catalog.pg_description d ON d.classoid = 'pg_catalog.pg_constraint'::pg_catalog.regclass AND d.objoid = o.oid
    UNION ALL
    SELECT i.indrelid, 'statistics targets of index ' || x.relname, ARRAY(
            SELECT u.refobjsubid::int2 FROM pg_catalog.pg_depend u
            WHERE u.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND u.objid = x.oid
                AND u.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass AND u.refobjid = c.oid AND u.refobjsubid > 0
        ), NULL, NULL, NULL
    FROM tables c
    JOIN pg_catalog.pg_index i ON i.indrelid = c.oid
    JOIN pg_catalog.pg_class x ON x.oid = i.indexrelid
    WHERE EXISTS (SELECT FROM pg_catalog.pg_attribute a WHERE a.attrelid = x.oid AND a.attstattarget >= 0)
    UNION ALL
    SELECT c.oid, 'its cluster mark', NULL, NULL, NULL, NULL
    FROM tables c WHERE EXISTS (SELECT FROM pg_catalog.pg_index i WHERE i.indrelid = c.oid AND i.indisclustered)
    UNION ALL
    -- Since 13; before it the field is not there.
    SELECT s.stxrelid, 'target of statistics ' || s.stxname, s.stxkeys::int2[], NULL, NULL, NULL
    FROM tables c JOIN pg_catalog.pg_statistic_ext s ON s.stxrelid = c.oid
    WHERE coalesce((pg_catalog.to_jsonb(s) ->> 'stxstattarget')::int, -1) >= 0
    UNION ALL
    SELECT a.attrelid, 'storage of ' || a.attname, ARRAY[a.attnum], NULL, NULL,
        a.altered || 'SET STORAGE ' || CASE a.attstorage WHEN 'p' THEN 'PLAIN' WHEN 'e' THEN 'EXTERNAL' WHEN 'm' THEN 'MAIN' ELSE 'EXTENDED' END
    FROM columns a JOIN pg_catalog.pg_type t ON t.oid = a.atttypid WHERE a.attstorage <> t.typstorage
    UNION ALL
    SELECT a.attrelid, 'compression of ' || a.attname, ARRAY[a.attnum], NULL, NULL,
        a.altered || 'SET COMPRESSION ' || CASE pg_catalog.to_jsonb(a) ->> 'attcompression' WHEN 'l' THEN 'lz4' ELSE 'pglz' END
    FROM columns a
    -- Since 14; before it the field is not there.
    WHERE coalesce(pg_catalog.to_jsonb(a) ->> 'attcompression', '') <> ''
    UNION ALL
    -- Since 17 NULL where nothing is said, before it -1.
    SELECT a.attrelid, 'statistics target of ' || a.attname, ARRAY[a.attnum], NULL, NULL, a.altered || 'SET STATISTICS ' || a.attstattarget
    FROM columns a WHERE a.attstattarget >= 0
    UNION ALL
    SELECT a.attrelid, 'options of ' || a.attname, ARRAY[a.attnum], NULL, NULL,
        a.altered || 'SET (' || pg_catalog.array_to_string(a.attoptions, ', ') || ')'
    FROM columns a WHERE a.attoptions IS NOT NULL
    UNION ALL
    SELECT a.attrelid, 'grants on ' || a.attname, ARRAY[a.attnum], NULL, NULL,
        pg_catalog.format('GRANT %s (%I) ON %s TO %s%s', g.privilege_type, a.attname, a.sql_name,
            CASE g.grantee WHEN 0 THEN 'PUBLIC' ELSE g.grantee::pg_catalog.regrole::text END, CASE WHEN g.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END)
    FROM columns a CROSS JOIN LATERAL pg_catalog.aclexplode(a.attacl) g WHERE a.attacl IS NOT NULL
    UNION ALL
    SELECT owned.refobjid, 'sequence ' || q.relname, ARRAY[owned.refobjsubid::int2], NULL, NULL, NULL
    FROM tables c
    JOIN pg_catalog.pg_depend owned
        ON owned.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass AND owned.refobjid = c.oid AND owned.deptype IN ('a', 'i')
        AND owned.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND owned.refobjsubid > 0
    JOIN pg_catalog.pg_class q ON q.oid = owned.objid AND q.relkind = 'S'
    JOIN pg_catalog.pg_sequence s ON s.seqrelid = q.oid
    WHERE q.relacl IS NOT NULL
        -- One that is not called, and one that counts otherwise than from 1 by 1.
        OR (s.seqstart, s.seqincrement, s.seqmin, s.seqcache, s.seqcycle) <> (1, 1, 1, 1, false)
        OR s.seqmax <> CASE s.seqtypid::pg_catalog.regtype::text WHEN 'smallint' THEN 32767 WHEN 'integer' THEN 2147483647 ELSE 9223372036854775807 END
        OR (owned.deptype = 'a' AND NOT EXISTS (
            SELECT FROM pg_catalog.pg_depend calls
            WHERE calls.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass AND calls.refobjid = q.oid
                AND calls.classid = 'pg_catalog.pg_attrdef'::pg_catalog.regclass))
)
SELECT
    f.relation::int8 AS relation,
    f.what,
    -- A column takes the first two from its type, and from the next one again; its indexes are made again.
    (f.what LIKE 'storage of %' OR f.what LIKE 'compression of %' OR f.what LIKE 'statistics targets of index %' OR f.what LIKE 'target of statistics %')::int::int8 AS goes_with_type,
    a.attname::text AS column_name,
    f.constraint_name,
    f.definition,
    f.statement
FROM found f
LEFT JOIN LATERAL unnest(f.members) WITH ORDINALITY AS m(attnum, position) ON true
LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = f.relation AND a.attnum = m.attnum
ORDER BY f.relation, f.what, f.statement, m.position

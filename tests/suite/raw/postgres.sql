-- All that PostgreSQL keeps of the objects in `public`, one line each.
WITH relations AS (
    SELECT c.* FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relname NOT LIKE 'limbeck\_history%'
)
SELECT concat_ws(' ', 'relation', c.relkind::text, c.relname, c.relpersistence::text, c.reloptions::text, c.relacl::text, 'replica', c.relreplident,
        c.relrowsecurity, c.relforcerowsecurity, pg_get_partkeydef(c.oid), pg_get_expr(c.relpartbound, c.oid),
        CASE WHEN c.relkind IN ('v', 'm') THEN pg_get_viewdef(c.oid) END) AS line
    FROM relations c WHERE c.relkind NOT IN ('i', 'I')
UNION ALL
SELECT concat_ws(' ', 'toast', c.relname, t.reloptions::text) FROM relations c JOIN pg_class t ON t.oid = c.reltoastrelid WHERE t.reloptions IS NOT NULL
UNION ALL
SELECT concat_ws(' ', 'column', c.relname, a.attname, format_type(a.atttypid, a.atttypmod), CASE WHEN a.attnotnull THEN 'not null' END, pg_get_expr(d.adbin, d.adrelid),
        a.attidentity::text, a.attgenerated::text, co.collname, 'storage', a.attstorage::text, a.attcompression::text, 'statistics', a.attstattarget, a.attoptions::text, a.attacl::text,
        'inherited', a.attinhcount, a.attislocal)
    FROM relations c
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
    LEFT JOIN pg_collation co ON co.oid = a.attcollation
    WHERE c.relkind NOT IN ('i', 'I', 'S')
UNION ALL
SELECT concat_ws(' ', 'constraint', c.relname, o.conname, pg_get_constraintdef(o.oid), o.convalidated, o.coninhcount, o.conislocal, o.connoinherit)
    FROM relations c JOIN pg_constraint o ON o.conrelid = c.oid
UNION ALL
SELECT concat_ws(' ', 'index', pg_get_indexdef(c.oid), i.indisclustered, i.indisreplident, i.indisvalid, i.indimmediate,
        (SELECT string_agg(a.attnum || ':' || a.attstattarget, ',' ORDER BY a.attnum) FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attstattarget >= 0))
    FROM relations c JOIN pg_index i ON i.indexrelid = c.oid
UNION ALL
SELECT concat_ws(' ', 'trigger', pg_get_triggerdef(t.oid), t.tgenabled) FROM relations c JOIN pg_trigger t ON t.tgrelid = c.oid AND NOT t.tgisinternal
UNION ALL
SELECT concat_ws(' ', 'rule', pg_get_ruledef(r.oid), r.ev_enabled) FROM relations c JOIN pg_rewrite r ON r.ev_class = c.oid
UNION ALL
SELECT concat_ws(' ', 'policy', c.relname, p.polname, p.polcmd, p.polpermissive, p.polroles::regrole[]::text, pg_get_expr(p.polqual, c.oid), pg_get_expr(p.polwithcheck, c.oid))
    FROM relations c JOIN pg_policy p ON p.polrelid = c.oid
UNION ALL
SELECT concat_ws(' ', 'sequence', c.relname, s.seqtypid::regtype, s.seqstart, s.seqincrement, s.seqmax, s.seqmin, s.seqcache, s.seqcycle,
        (SELECT d.deptype::text || ' ' || d.refobjid::regclass || ' ' || a.attname FROM pg_depend d
            JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid WHERE d.objid = c.oid AND d.classid = 'pg_class'::regclass AND d.deptype IN ('a', 'i')))
    FROM relations c JOIN pg_sequence s ON s.seqrelid = c.oid
UNION ALL
SELECT concat_ws(' ', 'statistics', pg_get_statisticsobjdef(s.oid), s.stxstattarget) FROM relations c JOIN pg_statistic_ext s ON s.stxrelid = c.oid
UNION ALL
SELECT concat_ws(' ', 'parent', c.relname, p.relname, i.inhseqno) FROM relations c JOIN pg_inherits i ON i.inhrelid = c.oid JOIN pg_class p ON p.oid = i.inhparent
UNION ALL
SELECT concat_ws(' ', 'published', p.pubname, c.relname, r.prattrs::text, pg_get_expr(r.prqual, c.oid))
    FROM relations c JOIN pg_publication_rel r ON r.prrelid = c.oid JOIN pg_publication p ON p.oid = r.prpubid
UNION ALL
SELECT concat_ws(' ', 'function', pg_get_functiondef(p.oid)) FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace
UNION ALL
SELECT concat_ws(' ', 'comment', o.type, o.identity, d.description)
    FROM pg_description d, pg_identify_object(d.classoid, d.objoid, d.objsubid) o WHERE o.schema = 'public' OR o.identity LIKE '% on public.%'

SELECT c.oid::int8, c.relname::text, c.relkind::text, d.description
FROM pg_class c LEFT JOIN pg_description d ON d.classoid = 'pg_class'::regclass AND d.objoid = c.oid AND d.objsubid = 0
WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm', 'f');

SELECT a.attrelid::int8, a.attnum, a.attname::text, format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity::text, a.attgenerated::text,
    pg_get_expr(d.adbin, d.adrelid), e.description
FROM pg_class c
JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
LEFT JOIN pg_description e ON e.classoid = 'pg_class'::regclass AND e.objoid = a.attrelid AND e.objsubid = a.attnum
WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p');

SELECT o.conrelid::int8, o.conname::text, o.contype::text, o.conkey, o.confrelid::int8, o.confkey, o.confdeltype::text, o.confupdtype::text,
    pg_get_expr(o.conbin, o.conrelid)
FROM pg_constraint o
WHERE o.connamespace = current_schema()::regnamespace;

SELECT i.indrelid::int8, x.relname::text, i.indisunique, i.indisprimary, i.indkey::text, i.indoption::text, m.amname::text,
    pg_get_expr(i.indpred, i.indrelid), pg_get_expr(i.indexprs, i.indrelid)
FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid JOIN pg_am m ON m.oid = x.relam
WHERE x.relnamespace = current_schema()::regnamespace;

SELECT t.typname::text, e.enumlabel::text, e.enumsortorder
FROM pg_type t JOIN pg_enum e ON e.enumtypid = t.oid
WHERE t.typnamespace = current_schema()::regnamespace;

SELECT g.tgrelid::int8, g.tgname::text, pg_get_triggerdef(g.oid)
FROM pg_trigger g JOIN pg_class c ON c.oid = g.tgrelid
WHERE c.relnamespace = current_schema()::regnamespace AND NOT g.tgisinternal;

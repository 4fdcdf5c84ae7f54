-- What CREATE DATABASE has to say to be like the connected database. Over JSON, since the columns of pg_database differ: the provider is there from 15 on,
-- the ICU locale is called `daticulocale` on 15 and 16 and `datlocale` from 17 on.
SELECT ' TEMPLATE template0 ENCODING ' || quote_literal(pg_encoding_to_char(d.encoding))
    || ' LC_COLLATE ' || quote_literal(d.datcollate) || ' LC_CTYPE ' || quote_literal(d.datctype)
    || CASE WHEN to_jsonb(d) ->> 'datlocprovider' = 'i'
            THEN ' LOCALE_PROVIDER icu ICU_LOCALE '
                 || quote_literal(coalesce(to_jsonb(d) ->> 'daticulocale', to_jsonb(d) ->> 'datlocale'))
            ELSE '' END AS text
FROM pg_catalog.pg_database AS d
WHERE d.datname = current_database()

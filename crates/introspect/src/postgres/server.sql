SELECT
    pg_catalog.current_setting('server_version') AS version,
    pg_catalog.current_schema()::text AS default_schema

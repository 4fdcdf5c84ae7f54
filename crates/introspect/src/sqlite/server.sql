SELECT sqlite_version() AS version, 'main' AS default_schema

-- The default collations of the databases.
SELECT
    CONVERT(SCHEMA_NAME USING utf8mb4) AS schema_name,
    CONVERT(DEFAULT_COLLATION_NAME USING utf8mb4) AS collation_name
FROM information_schema.SCHEMATA
WHERE SCHEMA_NAME IN ({schemas})

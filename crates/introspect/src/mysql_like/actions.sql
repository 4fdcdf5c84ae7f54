-- Actions of foreign keys.
SELECT
    CONVERT(CONSTRAINT_SCHEMA USING utf8mb4) AS schema_name,
    CONVERT(TABLE_NAME USING utf8mb4) AS table_name,
    CONVERT(CONSTRAINT_NAME USING utf8mb4) AS constraint_name,
    CONVERT(DELETE_RULE USING utf8mb4) AS on_delete,
    CONVERT(UPDATE_RULE USING utf8mb4) AS on_update
FROM information_schema.REFERENTIAL_CONSTRAINTS
WHERE CONSTRAINT_SCHEMA IN ({schemas})

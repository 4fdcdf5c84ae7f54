-- Members of foreign keys. Their actions are asked for apart: MariaDB joins these views one row at a time.
SELECT
    CONVERT(TABLE_SCHEMA USING utf8mb4) AS schema_name,
    CONVERT(TABLE_NAME USING utf8mb4) AS table_name,
    CONVERT(CONSTRAINT_NAME USING utf8mb4) AS constraint_name,
    CONVERT(COLUMN_NAME USING utf8mb4) AS column_name,
    CONVERT(REFERENCED_TABLE_SCHEMA USING utf8mb4) AS target_schema,
    CONVERT(REFERENCED_TABLE_NAME USING utf8mb4) AS target_name,
    CONVERT(REFERENCED_COLUMN_NAME USING utf8mb4) AS target_column
FROM information_schema.KEY_COLUMN_USAGE
WHERE TABLE_SCHEMA IN ({schemas}) AND REFERENCED_TABLE_NAME IS NOT NULL
ORDER BY ORDINAL_POSITION

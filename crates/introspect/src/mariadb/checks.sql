-- Checks of tables and of columns. LEVEL, which tells them apart, is there only since 10.5.10; a column's check bears its name.
SELECT
    CONVERT(CONSTRAINT_SCHEMA USING utf8mb4) AS schema_name,
    CONVERT(TABLE_NAME USING utf8mb4) AS table_name,
    CONVERT(CONSTRAINT_NAME USING utf8mb4) AS constraint_name,
    CONVERT(CHECK_CLAUSE USING utf8mb4) AS clause
FROM information_schema.CHECK_CONSTRAINTS
WHERE CONSTRAINT_SCHEMA IN ({schemas})

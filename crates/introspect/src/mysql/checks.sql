-- Checks; MySQL's view of them does not say whose they are. Untested.
SELECT
    CONVERT(t.TABLE_SCHEMA USING utf8mb4) AS schema_name,
    CONVERT(t.TABLE_NAME USING utf8mb4) AS table_name,
    CONVERT(c.CONSTRAINT_NAME USING utf8mb4) AS constraint_name,
    CONVERT(c.CHECK_CLAUSE USING utf8mb4) AS clause
FROM information_schema.CHECK_CONSTRAINTS c
JOIN information_schema.TABLE_CONSTRAINTS t
    ON t.CONSTRAINT_SCHEMA = c.CONSTRAINT_SCHEMA AND t.CONSTRAINT_NAME = c.CONSTRAINT_NAME
WHERE c.CONSTRAINT_SCHEMA IN ({schemas}) AND t.CONSTRAINT_TYPE = 'CHECK'

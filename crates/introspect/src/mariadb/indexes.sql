-- Members of indexes, those of constraints too.
SELECT
    CONVERT(TABLE_SCHEMA USING utf8mb4) AS schema_name,
    CONVERT(TABLE_NAME USING utf8mb4) AS table_name,
    CONVERT(INDEX_NAME USING utf8mb4) AS index_name,
    CAST(NON_UNIQUE AS SIGNED) AS is_plural,
    CONVERT(COLUMN_NAME USING utf8mb4) AS column_name,
    CONVERT(NULL USING utf8mb4) AS expression,
    CONVERT(COLLATION USING utf8mb4) AS direction,
    CAST(SUB_PART AS SIGNED) AS prefix,
    CONVERT(INDEX_TYPE USING utf8mb4) AS method
FROM information_schema.STATISTICS
WHERE TABLE_SCHEMA IN ({schemas})
ORDER BY SEQ_IN_INDEX

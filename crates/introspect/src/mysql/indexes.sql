-- Members of indexes, those of constraints too. EXPRESSION is there since 8.0.13. Untested.
SELECT
    CONVERT(TABLE_SCHEMA USING utf8mb4) AS schema_name,
    CONVERT(TABLE_NAME USING utf8mb4) AS table_name,
    CONVERT(INDEX_NAME USING utf8mb4) AS index_name,
    CAST(NON_UNIQUE AS SIGNED) AS is_plural,
    CONVERT(COLUMN_NAME USING utf8mb4) AS column_name,
    CONVERT(EXPRESSION USING utf8mb4) AS expression,
    CONVERT(COLLATION USING utf8mb4) AS direction,
    CAST(SUB_PART AS SIGNED) AS prefix,
    CONVERT(INDEX_TYPE USING utf8mb4) AS method
FROM information_schema.STATISTICS
WHERE TABLE_SCHEMA IN ({schemas})
ORDER BY SEQ_IN_INDEX

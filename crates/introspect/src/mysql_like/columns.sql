-- Columns, of views too.
SELECT
    CONVERT(TABLE_SCHEMA USING utf8mb4) AS schema_name,
    CONVERT(TABLE_NAME USING utf8mb4) AS table_name,
    CONVERT(COLUMN_NAME USING utf8mb4) AS column_name,
    CONVERT(COLUMN_TYPE USING utf8mb4) AS column_type,
    CASE IS_NULLABLE WHEN 'YES' THEN 1 ELSE 0 END AS is_nullable,
    CONVERT(COLUMN_DEFAULT USING utf8mb4) AS default_text,
    CONVERT(COLLATION_NAME USING utf8mb4) AS collation_name,
    CONVERT(EXTRA USING utf8mb4) AS extra_text,
    CONVERT(GENERATION_EXPRESSION USING utf8mb4) AS generation_text,
    CONVERT(COLUMN_COMMENT USING utf8mb4) AS comment_text
FROM information_schema.COLUMNS
WHERE TABLE_SCHEMA IN ({schemas})
ORDER BY ORDINAL_POSITION

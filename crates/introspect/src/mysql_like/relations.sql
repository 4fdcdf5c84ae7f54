-- Tables of all kinds. Only a plain comparison of TABLE_SCHEMA keeps MariaDB from opening the tables of every database.
SELECT
    CONVERT(TABLE_SCHEMA USING utf8mb4) AS schema_name,
    CONVERT(TABLE_NAME USING utf8mb4) AS table_name,
    CONVERT(TABLE_TYPE USING utf8mb4) AS kind,
    CONVERT(ENGINE USING utf8mb4) AS engine_name,
    CONVERT(TABLE_COLLATION USING utf8mb4) AS collation_name,
    CONVERT(CREATE_OPTIONS USING utf8mb4) AS options_text,
    CONVERT(TABLE_COMMENT USING utf8mb4) AS comment_text
FROM information_schema.TABLES
WHERE TABLE_SCHEMA IN ({schemas})

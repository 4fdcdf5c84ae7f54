-- Views; the text is empty for those whose text the user may not see.
SELECT
    CONVERT(TABLE_SCHEMA USING utf8mb4) AS schema_name,
    CONVERT(TABLE_NAME USING utf8mb4) AS view_name,
    CONVERT(VIEW_DEFINITION USING utf8mb4) AS definition
FROM information_schema.VIEWS
WHERE TABLE_SCHEMA IN ({schemas})

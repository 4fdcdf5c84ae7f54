SELECT
    CONVERT(VERSION() USING utf8mb4) AS version,
    CONVERT(DATABASE() USING utf8mb4) AS default_schema

SELECT
    CAST(p.id AS SIGNED) AS session,
    CAST(p.user AS CHAR) AS owner,
    CAST(TIMESTAMPDIFF(SECOND, t.trx_started, CONVERT_TZ(UTC_TIMESTAMP(), '+00:00', 'SYSTEM')) AS SIGNED) AS seconds,
    LEFT(COALESCE(CAST(p.info AS CHAR), ''), 120) AS statement,
    '' AS tables
FROM information_schema.innodb_trx t
JOIN information_schema.processlist p ON p.id = t.trx_mysql_thread_id
WHERE p.id <> CONNECTION_ID() AND p.db = DATABASE()
ORDER BY p.state LIKE 'Waiting for table metadata lock%', 3 DESC
LIMIT 3

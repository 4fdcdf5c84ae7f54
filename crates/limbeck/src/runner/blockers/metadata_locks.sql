SELECT
    CAST(p.id AS SIGNED) AS session,
    CAST(p.user AS CHAR) AS owner,
    CAST(COALESCE(MAX(TIMESTAMPDIFF(SECOND, t.trx_started, CONVERT_TZ(UTC_TIMESTAMP(), '+00:00', 'SYSTEM'))), MAX(p.time), 0) AS SIGNED) AS seconds,
    LEFT(COALESCE(MAX(CAST(p.info AS CHAR)), ''), 120) AS statement,
    CAST(GROUP_CONCAT(DISTINCT m.object_name ORDER BY m.object_name SEPARATOR ', ') AS CHAR) AS tables
FROM performance_schema.metadata_locks m
JOIN performance_schema.threads w ON w.thread_id = m.owner_thread_id
JOIN information_schema.processlist p ON p.id = w.processlist_id
LEFT JOIN information_schema.innodb_trx t ON t.trx_mysql_thread_id = p.id
WHERE p.id <> CONNECTION_ID()
    AND m.object_schema = DATABASE() AND m.object_type = 'TABLE' AND m.lock_status = 'GRANTED'
    AND (? = '' OR LOCATE(m.object_name, ?) > 0)
GROUP BY p.id, p.user
ORDER BY MAX(p.state LIKE 'Waiting for table metadata lock%'), 3 DESC
LIMIT 3

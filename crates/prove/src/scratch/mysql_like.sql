-- What CREATE DATABASE has to say to be like the connected database.
SELECT CAST(CONCAT(' CHARACTER SET ', @@character_set_database, ' COLLATE ', @@collation_database) AS CHAR) AS text

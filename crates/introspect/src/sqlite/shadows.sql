-- Tables in which virtual tables keep their rows; since 3.37.
SELECT l.name AS name
FROM pragma_table_list AS l
WHERE l.schema = 'main' AND l.type = 'shadow'

INSERT INTO documents (body, raw, note) VALUES ('{"a": [1, null]}', '', NULL), ('[]', 'abc', 'é')

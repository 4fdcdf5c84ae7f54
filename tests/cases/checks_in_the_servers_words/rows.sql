INSERT INTO ranges (id, status, low, high) VALUES (1, 'new', -5, NULL);
INSERT INTO ranges (id, status, low, high) VALUES (2, 'xyz', 100, 2147483647);

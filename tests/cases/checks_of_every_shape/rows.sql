INSERT INTO parts (id, code, low, high, price) VALUES (1, 'a', -5, NULL, 1.50);
INSERT INTO parts (id, code, low, high, price) VALUES (2, 'b', 3, 12, 999.99);

INSERT INTO visits (id, day, seen_at, price) VALUES (1, '1970-01-02', '1970-01-02 00:00:00', 0);
INSERT INTO visits (id, day, seen_at, price) VALUES (2, '9999-12-31', '2038-01-18 03:14:07', 9999999999.25);

INSERT INTO seats (id, hall, number, letter) VALUES (1, 1, 1, 1);
INSERT INTO seats (id, hall, number, letter) VALUES (2, 1, 2, 2147483647);

INSERT INTO users (id, email) VALUES (1, 'a@example.org');
INSERT INTO animals (id, nick, chip, pounds, keeper) VALUES (1, 'Rex', 'c1', 1, 1);
INSERT INTO animals (id, nick, chip, pounds, keeper) VALUES (2, 'Rex', 'c2', 2147483647, NULL);

INSERT INTO boxes (id, width, height) VALUES (1, 0, 0);
INSERT INTO boxes (id, width, height) VALUES (2, -46340, 46340);

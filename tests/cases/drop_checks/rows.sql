INSERT INTO prices (id, net, gross) VALUES (1, 0, 0);
INSERT INTO prices (id, net, gross) VALUES (2, 2147483646, 2147483647);

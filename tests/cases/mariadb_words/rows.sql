INSERT INTO tickets (id, code, amount, born) VALUES (1, 'a', 5, '2000-01-01');

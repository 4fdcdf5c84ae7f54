INSERT INTO samples (id, code, amount, price, seen_at) VALUES (1, 'abcd', 5, 12.50, '2020-01-01 10:00:00+00');

INSERT INTO samples (id, code, amount, price, facts, born, seen_at) VALUES (1, 'xa', 5, 12.50, '{"a": "b"}', '2000-01-01', '2020-01-01 10:00:00+00');

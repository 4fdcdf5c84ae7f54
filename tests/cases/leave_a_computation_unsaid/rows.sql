INSERT INTO parcels (id, width, height) VALUES (1, 2, 3), (2, -4, 5), (3, 0, 0)

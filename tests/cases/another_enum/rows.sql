INSERT INTO animals (id, state) VALUES (1, 'calm');
INSERT INTO animals (id, state) VALUES (2, 'wild');
INSERT INTO keepers (id, temper) VALUES (1, 'fierce');

INSERT INTO animals (id, mood) VALUES (1, 'calm');
INSERT INTO animals (id, mood) VALUES (2, 'wild');

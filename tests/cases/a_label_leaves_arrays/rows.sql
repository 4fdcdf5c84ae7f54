INSERT INTO shirts (colours, worn, main) VALUES ('{red,blue}', NULL, 'blue'), ('{}', '{green}', 'green')

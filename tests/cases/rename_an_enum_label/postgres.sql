-- upgrade
ALTER TYPE "mood" RENAME VALUE 'curious' TO E'nosy, it\'s said';
-- downgrade
ALTER TYPE "mood" RENAME VALUE E'nosy, it\'s said' TO 'curious';

-- upgrade
ALTER TABLE "ranges" ADD CONSTRAINT "ck-ranges-high" CHECK (high IS NULL OR (high >= low AND NOT high = 13));
ALTER TABLE "ranges" ADD CONSTRAINT "ck-ranges-low" CHECK (low BETWEEN -5 AND 100);
ALTER TABLE "ranges" ADD CONSTRAINT "ck-ranges-status" CHECK (status IN ('new', 'old') OR status LIKE 'x%');
-- downgrade
ALTER TABLE "ranges" DROP CONSTRAINT "ck-ranges-status";
ALTER TABLE "ranges" DROP CONSTRAINT "ck-ranges-low";
ALTER TABLE "ranges" DROP CONSTRAINT "ck-ranges-high";

DROP TABLE filing_freeze, determination_paper, determination_counter;
DROP INDEX round_plan;
ALTER TABLE round DROP COLUMN plan_version, DROP COLUMN plan;
DROP INDEX plan_standing;
ALTER TABLE plan DROP COLUMN standing;

DROP INDEX round_of_filing;
ALTER TABLE round DROP COLUMN filing;
DROP TABLE round_told;

-- What the version before does not know stays aside, so that no number is ever used twice: those reserved, void or entered, why, and where
-- each series began. v025 takes it in again.
CREATE TABLE IF NOT EXISTS number_ledger_kept (LIKE number_ledger INCLUDING ALL);
DELETE FROM number_ledger_kept AS kept USING number_ledger AS now WHERE (kept.series, kept.serial) = (now.series, now.serial);
INSERT INTO number_ledger_kept SELECT * FROM number_ledger;
CREATE TABLE IF NOT EXISTS certificate_counter_kept (LIKE certificate_counter INCLUDING ALL);
DELETE FROM certificate_counter_kept AS kept USING certificate_counter AS now WHERE kept.series = now.series;
INSERT INTO certificate_counter_kept SELECT * FROM certificate_counter;
DROP TABLE number_ledger;
-- To the version before, a series begins with its first number.
DELETE FROM certificate_counter WHERE last = 0;
ALTER TABLE certificate_counter
    DROP CONSTRAINT certificate_counter_taken,
    DROP COLUMN version, DROP COLUMN first, DROP COLUMN series, DROP COLUMN id;
ALTER TABLE certificate_counter ADD CONSTRAINT certificate_counter_last_check CHECK (last > 0);

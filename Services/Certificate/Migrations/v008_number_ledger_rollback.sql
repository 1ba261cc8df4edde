DROP TABLE number_ledger;
-- To the version before, a series begins with its first number.
DELETE FROM certificate_counter WHERE last = 0;
ALTER TABLE certificate_counter
    DROP CONSTRAINT certificate_counter_taken,
    DROP COLUMN version, DROP COLUMN first, DROP COLUMN series, DROP COLUMN id;
ALTER TABLE certificate_counter ADD CONSTRAINT certificate_counter_last_check CHECK (last > 0);

DROP VIEW certificate_entry;
-- What was entered of certificates issued before stays aside; v025 takes it in again.
CREATE TABLE IF NOT EXISTS historic_certificate_kept (LIKE historic_certificate INCLUDING ALL);
DELETE FROM historic_certificate_kept AS kept USING historic_certificate AS now WHERE kept.id = now.id OR kept.number = now.number;
INSERT INTO historic_certificate_kept SELECT * FROM historic_certificate;
DROP TABLE historic_certificate;
ALTER TABLE certificate DROP COLUMN issued_on;

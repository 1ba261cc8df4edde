DROP VIEW certificate_entry;
DROP TABLE historic_certificate;
ALTER TABLE certificate DROP COLUMN issued_on;

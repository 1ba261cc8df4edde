DROP TABLE objection_letter;
ALTER TABLE reckoning DROP COLUMN notices_done, DROP COLUMN objection_after;

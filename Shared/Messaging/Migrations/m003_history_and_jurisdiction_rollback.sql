ALTER TABLE outbox_archive DROP COLUMN jurisdiction;
ALTER TABLE outbox DROP COLUMN jurisdiction;
DROP TABLE history_wanted;
DROP TABLE history_asked;

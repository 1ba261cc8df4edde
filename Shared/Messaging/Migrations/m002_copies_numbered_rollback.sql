ALTER TABLE outbox_sequence DROP COLUMN copies;

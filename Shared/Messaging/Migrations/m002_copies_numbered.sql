-- What an enterprise is told of a subject has numbers of its own: gaps in ours would tell it how much it was not told, and when.
ALTER TABLE outbox_sequence ADD COLUMN copies bigint NOT NULL DEFAULT 0;
UPDATE outbox_sequence SET copies = last;

-- What an enterprise without a queue would be told goes into the archive when it is said, without a way through the outbox.
-- It is numbered there like what went through.
GRANT USAGE ON SEQUENCE outbox_id_seq TO {{service}};

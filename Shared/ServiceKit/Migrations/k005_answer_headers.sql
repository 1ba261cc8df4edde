-- What a kept answer says beside its body, sealed like it: where the thing is, under which name a paper is saved.
ALTER TABLE idempotency ADD COLUMN headers bytea;

-- What a kept answer is: a paper is repeated as a paper. Refusals kept before are known by their status.
ALTER TABLE idempotency ADD COLUMN content_type text;

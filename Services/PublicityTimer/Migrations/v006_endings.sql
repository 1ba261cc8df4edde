-- After the notices a new calendar touches, the objections are reckoned again, some at a time as well.
ALTER TABLE reckoning
    ADD COLUMN notices_done    boolean NOT NULL DEFAULT false,
    ADD COLUMN objection_after uuid;
UPDATE reckoning SET notices_done = true WHERE finished_at IS NOT NULL;

-- What the written answer to an objection says beside the objection itself, as it was when the objection was closed.
CREATE TABLE objection_letter (
    objection uuid  PRIMARY KEY REFERENCES objection (id),
    letter    jsonb NOT NULL
);
GRANT SELECT, INSERT ON objection_letter TO {{service}};

-- Evidence of objections closed before it had a date is kept as long as later evidence.
UPDATE attachment SET retain_until = (objection.state #>> '{closed,_1,at}')::timestamptz + interval '3 years'
FROM objection
WHERE attachment.owner_kind = 'objection' AND attachment.owner_id = objection.id AND objection.phase = 'closed'
    AND attachment.phase = 'complete' AND attachment.retain_until IS NULL;

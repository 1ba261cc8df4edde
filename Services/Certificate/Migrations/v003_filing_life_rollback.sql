DROP INDEX registration_of_filing;
ALTER TABLE registration DROP COLUMN filing;
-- What is out of force is issued again to the version before, which knows nothing of it: but never what was revoked or cancelled, which is
-- nobody's any more; v025 takes in again what it was.
CREATE TABLE IF NOT EXISTS certificate_withdrawn_kept (
    id uuid PRIMARY KEY, number text NOT NULL, stage text NOT NULL, state jsonb NOT NULL
);
UPDATE certificate
SET stage = 'taken-out', number = NULL,
    state = jsonb_build_object('takenOut', jsonb_build_object('holding', state #> '{suspended,holding}'))
WHERE stage = 'suspended' AND id IN (SELECT id FROM certificate_withdrawn_kept);
UPDATE certificate
SET stage = 'issued', state = jsonb_build_object('issued', state -> 'suspended')
WHERE stage = 'suspended';

DROP INDEX registration_of_filing;
ALTER TABLE registration DROP COLUMN filing;
-- What is out of force is issued again to the version before, which knows nothing of it.
UPDATE certificate
SET stage = 'issued', state = jsonb_build_object('issued', state -> 'suspended')
WHERE stage = 'suspended';

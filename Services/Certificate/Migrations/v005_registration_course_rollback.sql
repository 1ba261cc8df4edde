ALTER TABLE filed_agency DROP COLUMN is_provincial;
DROP INDEX registration_due;
ALTER TABLE registration DROP COLUMN due_on;
ALTER TABLE registration DROP COLUMN due_calendar;
-- Those set apart stay registrations of their determination; the version before looks determinations up before it opens one, so the
-- index serves it without being unique.
DROP INDEX registration_set_apart;
DROP INDEX registration_of_determination;
CREATE INDEX IF NOT EXISTS registration_by_determination ON registration (determination);
ALTER TABLE registration DROP COLUMN origin;
-- What waits for the province's numbers is the province's turn to the version before.
UPDATE registration
SET stage = 'municipally-audited', state = jsonb_build_object('municipallyAudited', state -> 'audited')
WHERE stage = 'audited';

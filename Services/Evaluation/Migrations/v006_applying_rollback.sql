DROP TABLE application_draft;
DROP INDEX application_unconfirmed, application_standing, application_person;
ALTER TABLE application DROP COLUMN is_confirmed;
-- Before, a person had one application in a round: the newest is kept.
DELETE FROM application AS old USING application AS new
WHERE old.round = new.round AND old.person = new.person AND old.id < new.id;
ALTER TABLE application ADD CONSTRAINT application_round_person_key UNIQUE (round, person);

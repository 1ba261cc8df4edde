DROP TABLE officer_interest;
DROP TABLE work_plan_change;
ALTER TABLE work_plan DROP COLUMN written_on;
DROP TABLE filing_paper;
DROP TABLE filing_change;
DROP TABLE handling;
DROP INDEX special_filing_running;
DROP INDEX general_filing_running;

UPDATE special_filing SET state = jsonb_build_object('refused',
    (state -> 'refused') - 'refusal' || (state -> 'refused' -> 'refusal') - 'number')
WHERE phase = 'refused';

UPDATE general_filing SET state = jsonb_build_object('refused',
    (state -> 'refused') - 'course' - 'refusal'
    || (state -> 'refused' -> 'refusal') - 'number'
    || jsonb_build_object('submittedOn', state -> 'refused' -> 'course' -> 'submittedOn'))
WHERE phase = 'refused';

UPDATE general_filing SET state = jsonb_build_object('accepted',
    (state -> 'accepted') - 'course'
    || jsonb_build_object('submittedOn', state -> 'accepted' -> 'course' -> 'submittedOn'))
WHERE phase = 'accepted';

-- What the older form does not know is as if it had never been: taken back, or not handed in.
DELETE FROM work_plan WHERE special_filing IN (SELECT id FROM special_filing WHERE phase = 'withdrawn');
DELETE FROM special_filing WHERE phase = 'withdrawn';
DELETE FROM general_filing WHERE phase IN ('draft', 'correcting', 'resubmitted', 'withdrawn');

DROP TABLE revocation;
DROP TABLE name_standing;
DROP INDEX certificate_of_person;
-- What is held or taken out is prepared again to the version before, which knows no objections.
UPDATE certificate
SET stage = 'prepared',
    state = jsonb_build_object(
        'prepared', jsonb_build_object('holding', jsonb_path_query_first(state, '$.*.holding')))
WHERE stage IN ('held', 'taken-out');
ALTER TABLE certificate DROP CONSTRAINT certificate_number;
ALTER TABLE certificate ADD CONSTRAINT certificate_check CHECK ((number IS NULL) = (stage = 'prepared'));
DROP INDEX registration_of_list;
ALTER TABLE registration DROP COLUMN list;

-- The way of registrations: due days, persons set apart, and filings that are with the province.
DROP INDEX IF EXISTS registration_by_determination;

-- Persons set apart go by a registration of their own; of a determination only the first has no origin.
ALTER TABLE registration DROP CONSTRAINT IF EXISTS registration_determination_key;
ALTER TABLE registration ADD COLUMN origin uuid REFERENCES registration (id);
UPDATE registration SET origin = (jsonb_path_query_first(state, '$.*.batch.origin') #>> '{}')::uuid;
CREATE UNIQUE INDEX registration_of_determination ON registration (determination) WHERE origin IS NULL;
CREATE INDEX registration_set_apart ON registration (origin) WHERE origin IS NOT NULL;

-- By when the enterprise has to act, and the calendar that was reckoned by; null while it is not its turn. Rows of before are reckoned
-- by the service, which knows the calendar.
ALTER TABLE registration ADD COLUMN due_on date;
ALTER TABLE registration ADD COLUMN due_calendar text;
CREATE INDEX registration_due ON registration (due_on, id) WHERE stage IN ('awaiting-submission', 'returned');

-- Whether the provincial centre accepted the filing: then the city centre does not audit, unless the procedure says so.
ALTER TABLE filed_agency ADD COLUMN is_provincial boolean NOT NULL DEFAULT false;
UPDATE filed_agency SET is_provincial = authority LIKE '%省职业技能鉴定%';

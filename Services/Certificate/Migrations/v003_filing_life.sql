-- The registrations of a filing are found when it is suspended, cancelled or in force again.
ALTER TABLE registration ADD COLUMN filing uuid;
UPDATE registration SET filing = (jsonb_path_query_first(state, '$.*.batch.filing') #>> '{}')::uuid;
ALTER TABLE registration ALTER COLUMN filing SET NOT NULL;
CREATE INDEX registration_of_filing ON registration (filing);

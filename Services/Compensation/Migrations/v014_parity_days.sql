-- What states say of pay and ends, also after a way back to a version that knew less of it.
UPDATE appointment SET
    pay_from = coalesce((jsonb_path_query_first(state, '$.*._0.payFrom') #>> '{}')::date,
        (jsonb_path_query_first(state, '$.*._0.term.from') #>> '{}')::date),
    last_day = coalesce((state #>> '{ended,end,on}')::date, through),
    expected_retirement = (jsonb_path_query_first(state, '$.*.course.retirement') #>> '{}')::date;

-- Which band is paid from which day to which, so that parity is compared for every day.
CREATE TABLE appointment_band (
    appointment  uuid    NOT NULL REFERENCES appointment (id) ON DELETE CASCADE,
    from_day     date    NOT NULL,
    until_day    date    NOT NULL,
    band         text    NOT NULL,
    minimum_fen  bigint  NOT NULL,
    PRIMARY KEY (appointment, from_day),
    CHECK (from_day <= until_day)
);
INSERT INTO appointment_band (appointment, from_day, until_day, band, minimum_fen)
WITH told AS (
    SELECT id AS appointment, 0 AS place, pay_from AS from_day, jsonb_path_query_first(state, '$.*._0.band') AS band
    FROM appointment
    UNION ALL
    SELECT appointment.id, step.place, (step.value ->> 'from')::date, step.value -> 'band'
    FROM appointment
    CROSS JOIN jsonb_array_elements(jsonb_path_query_first(state, '$.*.course.bands')) WITH ORDINALITY AS step(value, place)
), last AS (
    SELECT DISTINCT ON (appointment, from_day) * FROM told ORDER BY appointment, from_day, place DESC
)
SELECT appointment, from_day,
    coalesce(lead(from_day) OVER (PARTITION BY appointment ORDER BY from_day) - 1, '9999-12-31'),
    band ->> 'code', (band #>> '{minimum,fen}')::bigint
FROM last;

-- What is to be measured again once a day has come: an enterprise, or one appointment of it, from a day on. `after` is the
-- last appointment looked at.
CREATE TABLE parity_look (
    id           uuid    PRIMARY KEY,
    credit_code  text    NOT NULL,
    appointment  uuid    REFERENCES appointment (id) ON DELETE CASCADE,
    since        date    NOT NULL,
    due          date    NOT NULL,
    after        uuid    NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000',
    looked_at    integer NOT NULL DEFAULT 0,
    found_short  integer NOT NULL DEFAULT 0,
    done_on      date
);
CREATE INDEX parity_look_due ON parity_look (due, id) WHERE done_on IS NULL;
-- All is measured once for every day, and again on each day known now on which something changes.
INSERT INTO parity_look (id, credit_code, since, due)
SELECT gen_random_uuid(), credit_code, min(effective_from), min(effective_from) FROM benchmark GROUP BY credit_code
UNION ALL
SELECT gen_random_uuid(), credit_code, effective_from, effective_from FROM benchmark
JOIN parity_sweep USING (id, credit_code) WHERE done_on IS NULL;
INSERT INTO parity_look (id, credit_code, appointment, since, due)
SELECT gen_random_uuid(), credit_code, appointment, from_day, from_day
FROM appointment_band JOIN appointment ON appointment.id = appointment WHERE NOT is_ended
UNION ALL
SELECT gen_random_uuid(), credit_code, id, last_day + 1, last_day + 1 FROM appointment
WHERE EXISTS (SELECT FROM shortfall WHERE shortfall.appointment = appointment.id AND stage <> 'settled');
DROP TABLE parity_sweep;
ALTER TABLE appointment DROP COLUMN is_short;

-- A shortfall has days and a ground; of another ground or other days there is another.
ALTER TABLE shortfall
    ADD COLUMN from_day date,
    ADD COLUMN until_day date,
    ADD COLUMN against uuid NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000',
    ADD COLUMN is_made_good boolean NOT NULL DEFAULT false;
UPDATE shortfall SET
    from_day = (jsonb_path_query_first(state, '$.*._0.since') #>> '{}')::date,
    until_day = coalesce((jsonb_path_query_first(state, '$.*._0.through') #>> '{}')::date, (state #>> '{settled,on}')::date),
    against = coalesce((jsonb_path_query_first(state, '$.*._0.against') #>> '{}')::uuid, against),
    is_made_good = stage = 'settled';
ALTER TABLE shortfall ALTER COLUMN from_day SET NOT NULL;
DROP INDEX shortfall_running;
CREATE UNIQUE INDEX shortfall_running ON shortfall (appointment, source, against, from_day) WHERE stage <> 'settled';
CREATE INDEX shortfall_made_good ON shortfall (appointment) WHERE is_made_good;

GRANT SELECT, INSERT, UPDATE, DELETE ON parity_look TO {{service}};
GRANT SELECT, INSERT, UPDATE ON appointment_band TO {{service}};
-- What an older version could not keep is put back: appointments that waited for their certificate, with seat and holder.
CREATE TABLE IF NOT EXISTS waiting_appointment (
    id              uuid     PRIMARY KEY,
    appointment     jsonb    NOT NULL,
    seat            jsonb,
    holder          uuid,
    holder_version  integer,
    holder_state    jsonb
);
INSERT INTO appointment
SELECT back.* FROM waiting_appointment AS kept
JOIN holder ON holder.id = kept.holder AND holder.version = kept.holder_version
CROSS JOIN LATERAL jsonb_populate_record(NULL::appointment, kept.appointment) AS back
ON CONFLICT (id) DO NOTHING;
INSERT INTO appointment_band (appointment, from_day, until_day, band, minimum_fen)
SELECT id, pay_from, '9999-12-31', band, band_minimum_fen FROM appointment
WHERE id IN (SELECT id FROM waiting_appointment)
ON CONFLICT (appointment, from_day) DO NOTHING;
UPDATE holder SET state = kept.holder_state, phase = 'engaged'
FROM waiting_appointment AS kept
WHERE holder.id = kept.holder AND holder.version = kept.holder_version AND holder.phase = 'determined';
UPDATE post SET state = jsonb_set(post.state, ARRAY[kind, '_1'], (post.state #> ARRAY[kind, '_1']) || lost.seats)
FROM (SELECT id, jsonb_object_keys(state) AS kind FROM post) AS named
JOIN (
    SELECT appointment.post, jsonb_agg(kept.seat ORDER BY kept.id) AS seats FROM waiting_appointment AS kept
    JOIN appointment ON appointment.id = kept.id JOIN post ON post.id = appointment.post
    WHERE kept.seat IS NOT NULL AND NOT jsonb_path_exists(
        post.state, '$.*._1[*] ? (@.appointment == $id)', jsonb_build_object('id', kept.id::text))
    GROUP BY appointment.post
) AS lost ON lost.post = named.id
WHERE post.id = named.id;
-- What stays here could not be put back: its person went another way meanwhile.
DELETE FROM waiting_appointment WHERE id IN (SELECT id FROM appointment);

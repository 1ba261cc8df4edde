-- Versions before the fifth forget what waits for a certificate; it is kept for the way forward.
INSERT INTO waiting_appointment (id, appointment, seat, holder, holder_version, holder_state)
SELECT one.id, to_jsonb(one),
    jsonb_path_query_first(post.state, '$.*._1[*] ? (@.appointment == $id)', jsonb_build_object('id', one.id::text)),
    holder.id, holder.version, holder.state
FROM appointment AS one JOIN post ON post.id = one.post
LEFT JOIN holder ON holder.person = one.person AND holder.phase = 'engaged'
    AND holder.state -> 'engaged' -> '_1' @> jsonb_build_array(jsonb_build_object('appointment', one.id))
WHERE one.certificate IS NULL
ON CONFLICT (id) DO NOTHING;

-- The version before knows one running shortfall of an appointment and source: the oldest; the others count as settled.
UPDATE shortfall SET stage = 'settled', state = jsonb_build_object(
    'settled', jsonb_build_object('_0', jsonb_path_query_first(state, '$.*._0'), 'on', coalesce(until_day, due_on)))
WHERE stage <> 'settled' AND EXISTS (
    SELECT FROM shortfall AS older WHERE older.appointment = shortfall.appointment AND older.source = shortfall.source
      AND older.stage <> 'settled' AND (older.from_day, older.id) < (shortfall.from_day, shortfall.id));
DROP INDEX shortfall_made_good;
DROP INDEX shortfall_running;
CREATE UNIQUE INDEX shortfall_running ON shortfall (appointment, source) WHERE stage <> 'settled';
ALTER TABLE appointment ADD COLUMN is_short boolean NOT NULL DEFAULT false;
UPDATE appointment SET is_short = true WHERE EXISTS (
    SELECT FROM shortfall WHERE shortfall.appointment = appointment.id AND source = 'benchmark' AND stage <> 'settled'
      AND until_day IS NULL);
ALTER TABLE shortfall
    DROP COLUMN from_day, DROP COLUMN until_day, DROP COLUMN against, DROP COLUMN is_made_good;

CREATE TABLE parity_sweep (
    id           uuid    PRIMARY KEY REFERENCES benchmark (id) ON DELETE CASCADE,
    credit_code  text    NOT NULL,
    due          date    NOT NULL,
    after        uuid    NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000',
    looked_at    integer NOT NULL DEFAULT 0,
    found_short  integer NOT NULL DEFAULT 0,
    done_on      date
);
CREATE INDEX parity_sweep_due ON parity_sweep (due, id) WHERE done_on IS NULL;
INSERT INTO parity_sweep (id, credit_code, due) SELECT id, credit_code, effective_from FROM benchmark;
GRANT SELECT, INSERT, UPDATE ON parity_sweep TO {{service}};
DROP TABLE parity_look;
DROP TABLE appointment_band;
UPDATE appointment SET
    band = last.step #>> '{band,code}',
    band_minimum_fen = (last.step #>> '{band,minimum,fen}')::bigint
FROM (SELECT id, jsonb_path_query_first(state, '$.*.course.bands[last]') AS step FROM appointment) AS last
WHERE last.id = appointment.id AND last.step IS NOT NULL;

-- An appointment may wait for its certificate, change its band and end before its term; parity is compared in sets.
ALTER TABLE appointment
    ALTER COLUMN certificate DROP NOT NULL,
    ADD COLUMN band text,
    ADD COLUMN band_minimum_fen bigint,
    ADD COLUMN pay_from date,
    ADD COLUMN last_day date,
    ADD COLUMN expected_retirement date;
UPDATE appointment SET
    band = jsonb_path_query_first(state, '$.*._0.band.code') #>> '{}',
    band_minimum_fen = (jsonb_path_query_first(state, '$.*._0.band.minimum.fen') #>> '{}')::bigint,
    pay_from = (jsonb_path_query_first(state, '$.*._0.term.from') #>> '{}')::date,
    last_day = through;
ALTER TABLE appointment
    ALTER COLUMN band SET NOT NULL,
    ALTER COLUMN band_minimum_fen SET NOT NULL,
    ALTER COLUMN pay_from SET NOT NULL,
    ALTER COLUMN last_day SET NOT NULL;
CREATE INDEX appointment_certificate ON appointment (certificate);
CREATE INDEX appointment_waiting ON appointment (person) WHERE certificate IS NULL AND NOT is_ended;
CREATE INDEX appointment_ahead ON appointment (least(through, expected_retirement), id) WHERE NOT is_ended;

-- Determined, with an appointment that waits for the certificate.
ALTER TABLE holder DROP CONSTRAINT holder_phase_check;
ALTER TABLE holder ADD CONSTRAINT holder_phase_check
    CHECK (phase IN ('determined', 'engaged', 'certified', 'qualified', 'appointed'));

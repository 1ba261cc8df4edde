-- The version before knows no appointment that waits: its person is determined again, its seat is free, and the
-- appointment is forgotten.
UPDATE holder SET phase = 'determined', state = jsonb_build_object(
    'determined', jsonb_build_object('_0', state -> 'engaged' -> '_0')) WHERE phase = 'engaged';
UPDATE post SET state = jsonb_set(post.state, ARRAY[kind, '_1'], coalesce((
    SELECT jsonb_agg(seat ORDER BY place)
    FROM jsonb_array_elements(post.state #> ARRAY[kind, '_1']) WITH ORDINALITY AS sits(seat, place)
    WHERE (seat ->> 'appointment')::uuid NOT IN (SELECT id FROM appointment WHERE certificate IS NULL)), '[]'))
FROM (SELECT id, jsonb_object_keys(state) AS kind FROM post) AS named
WHERE named.id = post.id AND post.id IN (SELECT post FROM appointment WHERE certificate IS NULL);
DELETE FROM appointment WHERE certificate IS NULL;
ALTER TABLE holder DROP CONSTRAINT holder_phase_check;
ALTER TABLE holder ADD CONSTRAINT holder_phase_check
    CHECK (phase IN ('determined', 'certified', 'qualified', 'appointed'));
DROP INDEX appointment_ahead;
DROP INDEX appointment_waiting;
DROP INDEX appointment_certificate;
ALTER TABLE appointment
    DROP COLUMN band,
    DROP COLUMN band_minimum_fen,
    DROP COLUMN pay_from,
    DROP COLUMN last_day,
    DROP COLUMN expected_retirement,
    ALTER COLUMN certificate SET NOT NULL;

-- The version before knows no appointment that waits: its person is determined again, and the appointment is forgotten.
UPDATE holder SET phase = 'determined', state = jsonb_build_object(
    'determined', jsonb_build_object('_0', state -> 'engaged' -> '_0')) WHERE phase = 'engaged';
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

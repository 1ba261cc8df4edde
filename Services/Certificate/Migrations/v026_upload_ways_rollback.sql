-- The version before knows no record that was refused, kept here or taken back: it is a rejected one there.
UPDATE upload SET
    stage = CASE WHEN stage IN ('refused', 'shelved', 'withdrawing', 'withdrawal-sent', 'withdrawn') THEN 'rejected' ELSE stage END,
    state = regexp_replace(
        state::text, '"stage": "(refused|shelved|withdrawing|withdrawal-sent|withdrawn)"', '"stage": "rejected"', 'g')::jsonb
WHERE state::text ~ '"stage": "(refused|shelved|withdrawing|withdrawal-sent|withdrawn)"';
-- Nor a difference about what was taken back.
UPDATE drift SET
    kind = 'contradiction', key = 'contradiction|' || substr(key, length('withdrawal|') + 1),
    state = regexp_replace(state::text, '"kind": "withdrawal"', '"kind": "contradiction"', 'g')::jsonb
WHERE kind = 'withdrawal';
UPDATE province_delivery SET stage = 'answered' WHERE stage = 'replaced';
REVOKE UPDATE ON certificate_statement FROM {{service}};
DROP INDEX province_delivery_waiting;
ALTER TABLE province_delivery DROP COLUMN digest;
ALTER TABLE province_delivery DROP CONSTRAINT province_delivery_stage_check;
ALTER TABLE province_delivery ADD CONSTRAINT province_delivery_stage_check
    CHECK (stage IN ('waiting', 'answered', 'refused', 'exported'));

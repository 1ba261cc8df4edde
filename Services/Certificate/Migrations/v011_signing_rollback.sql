-- To the version before, what was revoked or cancelled is out of force, and never issued again; v025 takes in again what it was.
CREATE TABLE IF NOT EXISTS certificate_withdrawn_kept (
    id uuid PRIMARY KEY, number text NOT NULL, stage text NOT NULL, state jsonb NOT NULL
);
DELETE FROM certificate_withdrawn_kept AS kept USING certificate AS now
    WHERE kept.id = now.id AND now.stage IN ('revoked', 'cancelled');
INSERT INTO certificate_withdrawn_kept
    SELECT id, number, stage, state FROM certificate WHERE stage IN ('revoked', 'cancelled');
UPDATE certificate
SET stage = 'suspended',
    state = jsonb_build_object('suspended', jsonb_build_object(
        'holding', state #> '{withdrawn,holding}',
        'number', state #> '{withdrawn,number}',
        -- One that came to nothing before it was issued has no day of issue.
        'on', coalesce(state #> '{withdrawn,on}', state #> '{withdrawn,change,since}')))
WHERE stage IN ('revoked', 'cancelled');
DROP INDEX certificate_not_in_force;
DROP TABLE list_due, published_list, statement_due, certificate_statement, issuer_key;

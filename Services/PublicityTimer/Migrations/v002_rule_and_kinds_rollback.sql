-- What the older version knows nothing of cannot go back: objections to the procedure and omissions, single periods.
DELETE FROM objection WHERE person IS NULL;
DROP INDEX objection_due;
ALTER TABLE objection DROP CONSTRAINT objection_phase_check;
UPDATE objection SET
    phase = CASE phase WHEN 'examining' THEN 'accepted' WHEN 'closed' THEN 'decided' ELSE phase END,
    state = jsonb_build_object(
        CASE phase WHEN 'examining' THEN 'accepted' WHEN 'closed' THEN 'decided' ELSE phase END,
        jsonb_build_object('_0', (state #> ARRAY[phase, '_0']) - 'subject' - 'channel' - 'addressee' - 'enteredAt'
            - 'isInTime' || jsonb_build_object('person', state #> ARRAY[phase, '_0', 'subject', 'name', '_0']))
        || CASE phase
            WHEN 'received' THEN '{}'::jsonb
            WHEN 'examining' THEN jsonb_build_object('at', state #> ARRAY[phase, '_1', 'since'])
            ELSE jsonb_build_object('_1', (state #> ARRAY[phase, '_1']) || jsonb_build_object('outcome',
                CASE state #>> ARRAY[phase, '_1', 'outcome'] WHEN 'upheld' THEN 'upheld' ELSE 'dismissed' END)) END);
ALTER TABLE objection
    ADD CONSTRAINT objection_phase_check CHECK (phase IN ('received', 'accepted', 'decided')),
    ALTER COLUMN person SET NOT NULL,
    DROP COLUMN subject, DROP COLUMN addressee, DROP COLUMN due_on;

DROP INDEX notice_due;
DROP INDEX notice_reckoned;
UPDATE notice SET state = jsonb_set(state, ARRAY[phase, '_0', 'posting', 'handlingOffice'],
    state #> ARRAY[phase, '_0', 'posting', 'handlingOffice', 'name']);
UPDATE notice SET state = jsonb_build_object(phase, jsonb_build_object(
        '_0', state #> ARRAY[phase, '_0', 'posting'], '_1', state #> ARRAY[phase, '_0', 'names'])
    || CASE phase
        WHEN 'completed' THEN jsonb_build_object('at', state #> ARRAY[phase, 'at'])
        WHEN 'withdrawn' THEN jsonb_build_object('reason', state #> ARRAY[phase, 'reason'])
        ELSE '{}'::jsonb END);
ALTER TABLE notice
    DROP COLUMN due_at, DROP COLUMN required_days, DROP COLUMN extra_days, DROP COLUMN published_on,
    DROP COLUMN last_day, DROP COLUMN is_reckoned, DROP COLUMN has_own_periods;
CREATE INDEX notice_due ON notice (ends_at, id) WHERE phase = 'running' AND official;

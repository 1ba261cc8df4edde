-- What a notice's end rests on, so that all running ones can be reckoned again without reading their names; and when time
-- alone next completes something of it, empty where it is held as a whole, waits for a calendar, or is over.
ALTER TABLE notice
    ADD COLUMN due_at          timestamptz,
    ADD COLUMN required_days   integer,
    ADD COLUMN extra_days      integer NOT NULL DEFAULT 0,
    ADD COLUMN published_on    date,
    ADD COLUMN last_day        date,
    ADD COLUMN is_reckoned     boolean NOT NULL DEFAULT false,
    ADD COLUMN has_own_periods boolean NOT NULL DEFAULT false;
DROP INDEX notice_due;

UPDATE notice SET state = CASE phase
    WHEN 'running' THEN jsonb_build_object('running', jsonb_build_object('_0', jsonb_build_object(
        'posting', state -> 'running' -> '_0', 'names', state -> 'running' -> '_1',
        'procedure', '{"received": [], "arguable": []}'::jsonb)))
    WHEN 'completed' THEN jsonb_build_object('completed', jsonb_build_object('_0', jsonb_build_object(
        'posting', state -> 'completed' -> '_0', 'names', state -> 'completed' -> '_1',
        'procedure', '{"received": [], "arguable": []}'::jsonb), 'at', state -> 'completed' -> 'at'))
    ELSE jsonb_build_object('withdrawn', jsonb_build_object('_0', jsonb_build_object(
        'posting', state -> 'withdrawn' -> '_0', 'names', state -> 'withdrawn' -> '_1',
        'procedure', '{"received": [], "arguable": []}'::jsonb), 'reason', state -> 'withdrawn' -> 'reason'))
END;
UPDATE notice SET state = jsonb_set(jsonb_set(jsonb_set(jsonb_set(state,
    ARRAY[phase, '_0', 'posting', 'handlingOffice'],
    jsonb_build_object('name', state #> ARRAY[phase, '_0', 'posting', 'handlingOffice'])),
    ARRAY[phase, '_0', 'posting', 'publishedAt'],
    to_jsonb((state #>> ARRAY[phase, '_0', 'posting', 'period', 'publishedOn']) || 'T00:00:00.000+08:00')),
    ARRAY[phase, '_0', 'posting', 'period', 'extraDays'], '0'),
    ARRAY[phase, '_0', 'posting', 'period', 'days'],
    (SELECT jsonb_agg(day || '{"isKept": false}') FROM jsonb_array_elements(
        state #> ARRAY[phase, '_0', 'posting', 'period', 'days']) AS day));
UPDATE notice SET state = jsonb_set(state, ARRAY[phase, '_0', 'names'], (
    SELECT COALESCE(jsonb_agg(name || '{"ownPeriodHasRun": false}'), '[]') FROM jsonb_array_elements(
        state #> ARRAY[phase, '_0', 'names']) AS name));
UPDATE notice SET
    required_days = (state #>> ARRAY[phase, '_0', 'posting', 'period', 'requiredDays'])::integer,
    published_on = (state #>> ARRAY[phase, '_0', 'posting', 'period', 'publishedOn'])::date,
    last_day = (state #>> ARRAY[phase, '_0', 'posting', 'period', 'lastDay'])::date,
    is_reckoned = phase = 'running',
    due_at = CASE WHEN phase = 'running' AND official THEN ends_at END;

ALTER TABLE notice
    ALTER COLUMN required_days SET NOT NULL,
    ALTER COLUMN published_on SET NOT NULL,
    ALTER COLUMN last_day SET NOT NULL;
CREATE INDEX notice_due ON notice (due_at, id) WHERE due_at IS NOT NULL;
CREATE INDEX notice_reckoned ON notice (id) WHERE is_reckoned;

-- What an objection is about, who handles it, and by when.
ALTER TABLE objection
    ADD COLUMN subject   text NOT NULL DEFAULT 'name' CHECK (subject IN ('name', 'procedure', 'omission')),
    ADD COLUMN addressee text NOT NULL DEFAULT 'enterprise' CHECK (addressee IN ('enterprise', 'authority')),
    ADD COLUMN due_on    date,
    ALTER COLUMN person DROP NOT NULL,
    DROP CONSTRAINT objection_phase_check;
-- Those still open begin anew under the rules of today: a lead to be read, or an examination to be decided.
UPDATE objection SET
    phase = CASE phase WHEN 'accepted' THEN 'examining' WHEN 'decided' THEN 'closed' ELSE phase END,
    due_on = CASE phase WHEN 'decided' THEN NULL ELSE current_date + 7 END,
    state = jsonb_build_object(
        CASE phase WHEN 'accepted' THEN 'examining' WHEN 'decided' THEN 'closed' ELSE phase END,
        jsonb_build_object('_0', (state #> ARRAY[phase, '_0']) - 'person' || jsonb_build_object(
            'subject', jsonb_build_object('name', jsonb_build_object('_0', state #> ARRAY[phase, '_0', 'person'])),
            'channel', 'online', 'addressee', 'enterprise',
            'enteredAt', state #> ARRAY[phase, '_0', 'receivedAt'], 'isInTime', true))
        || CASE phase
            WHEN 'received' THEN jsonb_build_object('screenBy', to_jsonb((current_date + 7)::text))
            WHEN 'accepted' THEN jsonb_build_object('_1', jsonb_build_object(
                'since', state #> ARRAY[phase, 'at'], 'decideBy', to_jsonb((current_date + 7)::text)))
            ELSE jsonb_build_object('_1', state #> ARRAY[phase, '_1']) END);
ALTER TABLE objection
    ADD CONSTRAINT objection_phase_check CHECK (phase IN ('received', 'examining', 'closed')),
    ALTER COLUMN subject DROP DEFAULT,
    ALTER COLUMN addressee DROP DEFAULT;
CREATE INDEX objection_due ON objection (due_on, id) WHERE due_on IS NOT NULL;

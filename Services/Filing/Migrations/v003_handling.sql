-- General filings are drafted and corrected as special-grade ones are; both are handled by officers, against a clock, on papers.

-- What was decided before keeps its course, as special-grade filings did.
UPDATE general_filing SET state = jsonb_build_object('accepted',
    (state -> 'accepted') - 'submittedOn'
    || jsonb_build_object('course', jsonb_build_object('submittedOn', state -> 'accepted' -> 'submittedOn')))
WHERE phase = 'accepted';

UPDATE general_filing SET state = jsonb_build_object('refused',
    (state -> 'refused') - 'submittedOn' - 'reasons' - 'on'
    || jsonb_build_object(
        'course', jsonb_build_object('submittedOn', state -> 'refused' -> 'submittedOn'),
        'refusal', jsonb_build_object('reasons', state -> 'refused' -> 'reasons', 'on', state -> 'refused' -> 'on')))
WHERE phase = 'refused';

UPDATE special_filing SET state = jsonb_build_object('refused',
    (state -> 'refused') - 'reasons' - 'on'
    || jsonb_build_object(
        'refusal', jsonb_build_object('reasons', state -> 'refused' -> 'reasons', 'on', state -> 'refused' -> 'on')))
WHERE phase = 'refused';

CREATE INDEX general_filing_running ON general_filing (enterprise)
    WHERE phase IN ('draft', 'submitted', 'correcting', 'resubmitted');
CREATE INDEX special_filing_running ON special_filing (general_filing)
    WHERE phase IN ('draft', 'submitted', 'correcting', 'resubmitted');

-- Who handles what an enterprise handed in, and its clock.
CREATE TABLE handling (
    id             uuid    PRIMARY KEY,
    -- What is handled: a general filing, a special-grade one, or a change of a work plan.
    filing         uuid    NOT NULL UNIQUE,
    kind           text    NOT NULL CHECK (kind IN ('general', 'special', 'work-plan')),
    enterprise     uuid    NOT NULL REFERENCES enterprise,
    phase          text    NOT NULL CHECK (phase IN ('open', 'stopped', 'closed')),
    officer        text,
    state          jsonb   NOT NULL,
    version        integer NOT NULL
);
CREATE INDEX handling_open ON handling (id) WHERE phase <> 'closed';
CREATE INDEX handling_of_officer ON handling (officer, enterprise) WHERE phase <> 'closed';

-- What was with the authority, or being corrected, gets a clock that began with its submission.
INSERT INTO handling (id, filing, kind, enterprise, phase, state, version)
SELECT gen_random_uuid(), id, kind, enterprise, CASE phase WHEN 'correcting' THEN 'stopped' ELSE 'open' END,
    jsonb_build_object(
        'phase', CASE phase WHEN 'correcting' THEN 'stopped' ELSE 'open' END,
        'matter', jsonb_build_object('kind', kind, 'filing', id::text, 'filer', filer),
        'handovers', '[]'::jsonb,
        'clock', jsonb_strip_nulls(jsonb_build_object(
            'promise', '{"tellDays": 5, "decideDays": 20}'::jsonb,
            'receivedOn', coalesce(now -> 'corrections' -> 'submittedOn', now -> 'on'),
            'toldOn', now -> 'corrections' -> 'on',
            'resumedOn', CASE phase WHEN 'resubmitted' THEN now -> 'on' END))),
    0
FROM (
    SELECT id, 'general' AS kind, enterprise, phase, state -> phase AS now,
        state -> phase -> 'application' -> 'filer' AS filer
    FROM general_filing WHERE phase = 'submitted'
    UNION ALL
    SELECT id, 'special', enterprise, phase, state -> phase, state -> phase -> 'dossier' -> 'filer'
    FROM special_filing WHERE phase IN ('submitted', 'correcting', 'resubmitted')
) AS running;

-- What was done to a filing, version by version, for those who come too late with another.
CREATE TABLE filing_change (
    filing         uuid        NOT NULL,
    version        integer     NOT NULL,
    side           text        NOT NULL CHECK (side IN ('enterprise', 'authority', 'system')),
    kind           text        NOT NULL,
    parts          text[]      NOT NULL,
    at             timestamptz NOT NULL,
    PRIMARY KEY (filing, version)
);

-- Papers as they were issued: everything printed on them, of that day.
CREATE TABLE filing_paper (
    number         text    PRIMARY KEY,
    filing         uuid    NOT NULL,
    kind           text    NOT NULL,
    issued_on      date    NOT NULL,
    content        jsonb   NOT NULL
);
CREATE INDEX filing_paper_of_filing ON filing_paper (filing, kind);

INSERT INTO filing_paper (number, filing, kind, issued_on, content)
SELECT receipt, special.id, 'special-receipt', (now -> 'receipt' ->> 'on')::date,
    jsonb_build_object(
        'kind', 'special-receipt',
        'number', now -> 'receipt' -> 'number',
        'on', now -> 'receipt' -> 'on',
        'enterprise', enterprise.name,
        'creditCode', enterprise.credit_code,
        'office', jsonb_build_object('name', now -> 'receipt' -> 'authority', 'reach', '[]'::jsonb),
        'submittedOn', now -> 'course' -> 'submittedOn',
        'agencyCode', now -> 'receipt' -> 'agencyCode',
        'term', now -> 'receipt' -> 'term',
        'occupations', (
            SELECT jsonb_agg(jsonb_build_object(
                'occupation', occupation, 'levels', jsonb_build_array('specialGradeTechnician')) ORDER BY place)
            FROM jsonb_array_elements(now -> 'dossier' -> 'occupations') WITH ORDINALITY AS o (occupation, place)),
        'workPlan', jsonb_build_object(
            'version', now -> 'dossier' -> 'workPlan' -> 'number', 'digest', now -> 'dossier' -> 'workPlan' -> 'digest'),
        'requests', '[]'::jsonb, 'reasons', '[]'::jsonb, 'attachments', '[]'::jsonb)
FROM (SELECT id, enterprise, receipt, state -> 'accepted' AS now FROM special_filing WHERE phase = 'accepted') AS special
JOIN enterprise ON enterprise.id = special.enterprise;

-- The day of each version of a work plan; the journal tells it of those that are not the latest.
ALTER TABLE work_plan ADD COLUMN written_on date;
UPDATE work_plan SET written_on = (
    SELECT (version ->> 'on')::date FROM (
        SELECT CASE kind
            WHEN 'drafted' THEN convert_from(event, 'UTF8')::jsonb #> '{drafted,dossier,workPlan}'
            ELSE convert_from(event, 'UTF8')::jsonb #> '{workPlanReplaced,version}' END AS version
        FROM journal
        WHERE aggregate = 'special_filing' AND aggregate_id = work_plan.special_filing
          AND kind IN ('drafted', 'workPlanReplaced')
    ) AS written
    WHERE (version ->> 'number')::integer = work_plan.version
);

CREATE TABLE work_plan_change (
    id             uuid    PRIMARY KEY,
    special_filing uuid    NOT NULL REFERENCES special_filing,
    enterprise     uuid    NOT NULL REFERENCES enterprise,
    phase          text    NOT NULL,
    plan           integer NOT NULL,
    receipt        text    UNIQUE,
    state          jsonb   NOT NULL,
    version        integer NOT NULL
);
CREATE INDEX work_plan_change_of_filing ON work_plan_change (special_filing, plan);
CREATE UNIQUE INDEX work_plan_change_running ON work_plan_change (special_filing)
    WHERE phase IN ('draft', 'submitted');

-- An officer's own word that they have an interest in an enterprise, so that they do not handle its filings.
CREATE TABLE officer_interest (
    id             uuid    PRIMARY KEY,
    officer        text    NOT NULL,
    enterprise     uuid    NOT NULL REFERENCES enterprise,
    is_standing    boolean NOT NULL,
    state          jsonb   NOT NULL,
    version        integer NOT NULL
);
CREATE UNIQUE INDEX officer_interest_standing ON officer_interest (officer, enterprise) WHERE is_standing;

GRANT SELECT, INSERT, UPDATE ON handling, work_plan_change, officer_interest TO {{service}};
GRANT SELECT, INSERT ON filing_change, filing_paper TO {{service}};

-- The lines human resources' list shows of a round: what it is filtered and searched by, without the long state.
CREATE TABLE application_line (
    round uuid NOT NULL REFERENCES round (id),
    application uuid NOT NULL REFERENCES application (id),
    person uuid NOT NULL REFERENCES person (id),
    stage text NOT NULL,
    is_confirmed boolean NOT NULL,
    name text NOT NULL,
    unit text NOT NULL,
    workshop text NOT NULL,
    position text NOT NULL,
    occupation_code text NOT NULL,
    occupation_name text NOT NULL,
    specialty text,
    wants_relaxation boolean NOT NULL,
    approvals int,
    present int,
    version int NOT NULL,
    -- What is searched: name, unit, workshop, post, occupation, in small letters.
    words text NOT NULL,
    PRIMARY KEY (round, application)
);
CREATE INDEX application_line_stage ON application_line (round, stage, application);
CREATE INDEX application_line_application ON application_line (application);

INSERT INTO application_line
SELECT a.round, a.id, a.person, a.stage, a.is_confirmed, p.name, f.unit, f.workshop, f.position, f.code, f.occupation,
    f.specialty, f.relaxation, f.approvals, f.present, a.version,
    lower(concat_ws(' ', p.name, f.unit, f.workshop, f.position, f.occupation, f.specialty))
FROM application AS a
JOIN person AS p ON p.id = a.person
CROSS JOIN LATERAL (
    SELECT coalesce(e ->> 'unit', '') AS unit, coalesce(e ->> 'workshop', '') AS workshop,
        coalesce(e ->> 'position', '') AS position, coalesce(e #>> '{occupation,code}', '') AS code,
        coalesce(e #>> '{occupation,name}', '') AS occupation, e #>> '{occupation,specialty}' AS specialty,
        coalesce(jsonb_typeof(e -> 'relaxation') = 'object', false) AS relaxation,
        (t ->> 'approvals')::int AS approvals, (t ->> 'present')::int AS present
    FROM (
        SELECT jsonb_path_query_first(a.state, '$.*.entry.particulars') AS e,
            jsonb_path_query_first(a.state, '$.*.tally') AS t
    ) AS parts
) AS f;

GRANT SELECT, INSERT, UPDATE ON application_line TO {{service}};

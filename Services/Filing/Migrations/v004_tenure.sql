-- The life of accepted filings, apart from their applications, which end with the acceptance.
CREATE TABLE tenure (
    id             uuid    PRIMARY KEY,
    -- The application it began with; what a filing is known by. The life has an id of its own in the journal.
    filing         uuid    NOT NULL UNIQUE,
    enterprise     uuid    NOT NULL REFERENCES enterprise,
    kind           text    NOT NULL CHECK (kind IN ('general', 'special')),
    -- The general filing a special-grade one rests on; locked before it.
    general        uuid    REFERENCES tenure (filing),
    -- In force, suspended or cancelled, the general filing considered. That the term is over is told by valid_through.
    standing       text    NOT NULL CHECK (standing IN ('in-force', 'suspended', 'cancelled')),
    valid_from     date    NOT NULL,
    valid_through  date    NOT NULL,
    -- The next day that may bring something: a reminder, an expiry, the begin or end of a suspension.
    look_on        date,
    state          jsonb   NOT NULL,
    version        integer NOT NULL,
    CHECK ((kind = 'special') = (general IS NOT NULL))
);
CREATE INDEX tenure_of_enterprise ON tenure (enterprise, filing);
CREATE INDEX tenure_of_general ON tenure (general, filing) WHERE general IS NOT NULL;
CREATE INDEX tenure_to_look_at ON tenure (kind, look_on) WHERE look_on IS NOT NULL;
CREATE INDEX tenure_ending ON tenure (valid_through, id);

-- What was accepted before has a life too.
INSERT INTO tenure (id, filing, enterprise, kind, general, standing, valid_from, valid_through, look_on, state, version)
SELECT gen_random_uuid(), id, enterprise, 'general', NULL, 'in-force', (term ->> 'from')::date, (term ->> 'through')::date, '2000-01-01',
    jsonb_build_object('inForce', jsonb_build_object('life', jsonb_build_object(
        'filing', id::text, 'kind', 'general', 'filer', accepted -> 'application' -> 'filer',
        'agencyCode', accepted -> 'grant' -> 'agencyCode', 'begunOn', accepted -> 'grant' -> 'on',
        'term', term, 'terms', jsonb_build_array(term), 'occupations', accepted -> 'application' -> 'occupations'))),
    1
FROM (
    SELECT id, enterprise, state -> 'accepted' AS accepted, state -> 'accepted' -> 'grant' -> 'term' AS term
    FROM general_filing WHERE phase = 'accepted'
) AS general;

INSERT INTO tenure (id, filing, enterprise, kind, general, standing, valid_from, valid_through, look_on, state, version)
SELECT gen_random_uuid(), id, enterprise, 'special', general_filing, 'in-force', (term ->> 'from')::date, (term ->> 'through')::date,
    '2000-01-01',
    jsonb_build_object('inForce', jsonb_build_object('life', jsonb_build_object(
        'filing', id::text, 'kind', 'special', 'restsOn', general_filing::text, 'filer', accepted -> 'dossier' -> 'filer',
        'agencyCode', accepted -> 'receipt' -> 'agencyCode', 'begunOn', accepted -> 'receipt' -> 'on',
        'term', term, 'terms', jsonb_build_array(term),
        'occupations', (
            SELECT jsonb_agg(jsonb_build_object(
                'occupation', occupation, 'levels', jsonb_build_array('specialGradeTechnician')) ORDER BY place)
            FROM jsonb_array_elements(accepted -> 'dossier' -> 'occupations') WITH ORDINALITY AS o (occupation, place)),
        'workPlan', jsonb_build_object(
            'version', accepted -> 'dossier' -> 'workPlan' -> 'number',
            'digest', accepted -> 'dossier' -> 'workPlan' -> 'digest')))),
    1
FROM (
    SELECT id, enterprise, general_filing, state -> 'accepted' AS accepted,
        state -> 'accepted' -> 'receipt' -> 'term' AS term
    FROM special_filing WHERE phase = 'accepted'
) AS special;

GRANT SELECT, INSERT, UPDATE ON tenure TO {{service}};

-- What is heard of what goes on under filings. Nothing here decides; it is what a decision about a filing is shown.
-- `heard` is the number of the last fact of the subject that was taken in: an earlier one changes nothing after it.
CREATE TABLE heard_round (
    round    uuid    PRIMARY KEY,
    filing   uuid    NOT NULL,
    title    text    NOT NULL,
    is_open  boolean NOT NULL,
    opened_on date,
    heard    integer NOT NULL
);
CREATE INDEX heard_round_of_filing ON heard_round (filing);

CREATE TABLE heard_list (
    list          uuid    PRIMARY KEY,
    round         uuid,
    filing        uuid,
    title         text,
    is_withdrawn  boolean NOT NULL DEFAULT false
);
CREATE INDEX heard_list_of_filing ON heard_list (filing);

CREATE TABLE heard_notice (
    notice    uuid    PRIMARY KEY,
    list      uuid    NOT NULL,
    last_day  date    NOT NULL,
    names     integer,
    state     text    NOT NULL CHECK (state IN ('open', 'completed', 'annulled')),
    heard     integer NOT NULL
);
CREATE INDEX heard_notice_of_list ON heard_notice (list);

-- Names an enterprise determined; those without a certificate are the unissued ones.
CREATE TABLE heard_name (
    determination  uuid NOT NULL,
    person         uuid NOT NULL,
    list           uuid NOT NULL,
    filing         uuid NOT NULL,
    name           text NOT NULL,
    occupation     text NOT NULL,
    PRIMARY KEY (determination, person)
);
CREATE INDEX heard_name_of_filing ON heard_name (filing);

-- Names an objection took out, and lists that were annulled (no person).
CREATE TABLE heard_strike (
    list    uuid NOT NULL,
    person  uuid,
    UNIQUE NULLS NOT DISTINCT (list, person)
);

CREATE TABLE heard_certificate (
    certificate    uuid    PRIMARY KEY,
    determination  uuid,
    holder         uuid    NOT NULL,
    holder_name    text,
    number         text    NOT NULL,
    issued_on      date,
    status         text    NOT NULL CHECK (status IN ('valid', 'suspended')),
    heard          integer NOT NULL
);
CREATE INDEX heard_certificate_of_name ON heard_certificate (determination, holder);

CREATE TABLE heard_appointment (
    appointment  uuid    PRIMARY KEY,
    certificate  uuid    NOT NULL,
    appointee    uuid    NOT NULL,
    valid_from   date,
    through      date    NOT NULL,
    is_ended     boolean NOT NULL,
    heard        integer NOT NULL
);
CREATE INDEX heard_appointment_of_certificate ON heard_appointment (certificate);

GRANT SELECT, INSERT, UPDATE ON heard_round, heard_list, heard_notice, heard_name, heard_strike, heard_certificate,
    heard_appointment TO {{service}};

-- What enterprises ask of the life of their filings: renewal, more occupations; one of a kind at a time.
CREATE TABLE tenure_request (
    id          uuid    PRIMARY KEY,
    tenure      uuid    NOT NULL REFERENCES tenure (filing),
    enterprise  uuid    NOT NULL REFERENCES enterprise,
    wish        text    NOT NULL CHECK (wish IN ('renewal', 'addition')),
    phase       text    NOT NULL,
    state       jsonb   NOT NULL,
    version     integer NOT NULL
);
CREATE UNIQUE INDEX tenure_request_pending ON tenure_request (tenure, wish) WHERE phase = 'pending';
CREATE INDEX tenure_request_in_phase ON tenure_request (phase, id);
CREATE INDEX tenure_request_of_enterprise ON tenure_request (enterprise, id);
GRANT SELECT, INSERT, UPDATE ON tenure_request TO {{service}};

-- Exit cases (退出): told, heard, decided, published, set aside. One is open for a filing at a time.
CREATE TABLE exit_case (
    id             uuid    PRIMARY KEY,
    filing         uuid    NOT NULL REFERENCES tenure (filing),
    enterprise     uuid    NOT NULL REFERENCES enterprise,
    phase          text    NOT NULL,
    is_open        boolean NOT NULL,
    published_on   date,
    set_aside_on   date,
    taken_down_on  date,
    state          jsonb   NOT NULL,
    version        integer NOT NULL
);
CREATE UNIQUE INDEX exit_case_open ON exit_case (filing) WHERE is_open;
CREATE INDEX exit_case_in_phase ON exit_case (phase, id);
CREATE INDEX exit_case_of_enterprise ON exit_case (enterprise, id);
CREATE INDEX exit_case_published ON exit_case (id) WHERE published_on IS NOT NULL AND taken_down_on IS NULL;

-- What a decision would touch, as officers were shown it; a decision names the one it was made on.
CREATE TABLE exit_preview (
    exit_case  uuid        NOT NULL REFERENCES exit_case,
    digest     text        NOT NULL,
    drawn_at   timestamptz NOT NULL,
    officer    text        NOT NULL,
    preview    jsonb       NOT NULL,
    PRIMARY KEY (exit_case, digest)
);
GRANT SELECT, INSERT, UPDATE ON exit_case, exit_preview TO {{service}};

-- Who is who: units, jurisdictions of other cities, authorities as dated records, with whom a filing is filed, questions and
-- suggestions, and what county officers do.

-- Jurisdictions can be added; those of the city came with the service.
ALTER TABLE jurisdiction
    ADD COLUMN id      uuid    NOT NULL DEFAULT gen_random_uuid() UNIQUE,
    ADD COLUMN version integer NOT NULL DEFAULT 0;

-- Units are part of the enterprise; enterprises registered before cover none.
UPDATE enterprise SET state = jsonb_set(state, '{registered,units}', '[]') WHERE state ? 'registered';
CREATE TABLE enterprise_unit (
    id           uuid    PRIMARY KEY,
    enterprise   uuid    NOT NULL REFERENCES enterprise,
    name         text    NOT NULL,
    credit_code  text,
    county       text    NOT NULL REFERENCES jurisdiction,
    employees    integer NOT NULL,
    closed_on    date
);
CREATE INDEX enterprise_unit_of_enterprise ON enterprise_unit (enterprise, id);
CREATE INDEX enterprise_unit_in_county ON enterprise_unit (county, enterprise) WHERE closed_on IS NULL;
CREATE UNIQUE INDEX enterprise_unit_credit_code ON enterprise_unit (credit_code)
    WHERE credit_code IS NOT NULL AND closed_on IS NULL;
CREATE INDEX enterprise_in_county ON enterprise (jurisdiction, id);

-- What a special-grade filing covers where it is not the enterprise as a whole.
CREATE TABLE special_coverage (
    special_filing    uuid    PRIMARY KEY REFERENCES special_filing,
    id                uuid    NOT NULL UNIQUE,
    version           integer NOT NULL,
    covers_enterprise boolean NOT NULL,
    -- Empty with covers_enterprise for the enterprise as a whole.
    units             uuid[],
    state             jsonb   NOT NULL
);

-- Several persons to call, each with a purpose, name and numbers sealed. A name kept before is in clear until the service
-- has sealed it.
ALTER TABLE enterprise_contact DROP CONSTRAINT enterprise_contact_pkey;
ALTER TABLE enterprise_contact
    ADD COLUMN id          uuid    NOT NULL DEFAULT gen_random_uuid() PRIMARY KEY,
    ADD COLUMN place       integer NOT NULL DEFAULT 0,
    ADD COLUMN purpose     text    NOT NULL DEFAULT 'general',
    ADD COLUMN name_sealed bytea,
    ADD COLUMN email       bytea,
    ALTER COLUMN name DROP NOT NULL,
    ADD CHECK ((name IS NULL) <> (name_sealed IS NULL));
CREATE INDEX enterprise_contact_of_enterprise ON enterprise_contact (enterprise, place);
CREATE INDEX enterprise_contact_in_clear ON enterprise_contact (id) WHERE name IS NOT NULL;

-- Authorities: what each is called and how it is reached, from a day on. The notice names them and leaves their numbers out.
CREATE TABLE authority (
    id       uuid    PRIMARY KEY,
    kind     text    NOT NULL UNIQUE CHECK (kind IN ('centre', 'province-centre', 'bureau')),
    version  integer NOT NULL,
    state    jsonb   NOT NULL
);
INSERT INTO authority (id, kind, version, state) VALUES
    ('01910000-0000-7000-8000-000000000001', 'bureau', 0, '{"kept": {"kind": "bureau", "versions": [{"name": "滨州市人力资源和社会保障局",
        "offices": [{"name": "职业能力建设科"}], "from": "2020-12-07"}]}}'),
    ('01910000-0000-7000-8000-000000000002', 'centre', 0, '{"kept": {"kind": "centre", "versions": [{"name": "滨州市职业技能鉴定服务中心",
        "offices": [{"name": "市职业技能鉴定服务中心"}], "from": "2020-12-07"}]}}'),
    ('01910000-0000-7000-8000-000000000003', 'province-centre', 0, '{"kept": {"kind": "province-centre", "versions": [
        {"name": "山东省职业技能鉴定指导中心", "offices": [{"name": "省职业技能鉴定指导中心"}], "from": "2020-12-07"}]}}');

-- With whom a general filing is filed; those kept before were filed with the city's centre.
ALTER TABLE general_filing
    ADD COLUMN filing_authority uuid NOT NULL DEFAULT '01910000-0000-7000-8000-000000000002' REFERENCES authority;

-- Questions and suggestions. Words and asker are encrypted inside the state; the code is here only as a keyed hash, and so,
-- with the day in it, is where it came from.
CREATE TABLE question (
    id         uuid        PRIMARY KEY,
    version    integer     NOT NULL,
    code       bytea       NOT NULL UNIQUE,
    source     bytea       NOT NULL,
    phase      text        NOT NULL,
    authority  uuid        NOT NULL REFERENCES authority,
    asked_at   timestamptz NOT NULL,
    due_on     date        NOT NULL,
    state      jsonb       NOT NULL
);
CREATE INDEX question_source ON question (source);
CREATE INDEX question_in_phase ON question (phase, id);
CREATE INDEX question_due ON question (due_on, id) WHERE phase = 'open';

-- What county officers talked about with enterprises (对接); with whom is encrypted inside the state.
CREATE TABLE liaison (
    id          uuid    PRIMARY KEY,
    version     integer NOT NULL,
    enterprise  uuid    NOT NULL REFERENCES enterprise,
    county      text    NOT NULL REFERENCES jurisdiction,
    held_on     date    NOT NULL,
    next_on     date,
    state       jsonb   NOT NULL
);
CREATE INDEX liaison_in_county ON liaison (county, id);
CREATE INDEX liaison_of_enterprise ON liaison (enterprise, id);
CREATE INDEX liaison_next ON liaison (county, next_on) WHERE next_on IS NOT NULL;

-- Policy notes (政策解读) and the copy of each enterprise they were sent to, which is read once.
CREATE TABLE policy_note (
    id       uuid        PRIMARY KEY,
    version  integer     NOT NULL,
    county   text        NOT NULL REFERENCES jurisdiction,
    phase    text        NOT NULL,
    sent_at  timestamptz NOT NULL,
    state    jsonb       NOT NULL
);
CREATE INDEX policy_note_in_county ON policy_note (county, id);
CREATE TABLE policy_note_copy (
    id          uuid        PRIMARY KEY,
    version     integer     NOT NULL,
    note        uuid        NOT NULL REFERENCES policy_note,
    enterprise  uuid        NOT NULL REFERENCES enterprise,
    read_at     timestamptz,
    state       jsonb       NOT NULL,
    UNIQUE (note, enterprise)
);
CREATE INDEX policy_note_copy_of_enterprise ON policy_note_copy (enterprise, note);

GRANT INSERT, UPDATE ON jurisdiction TO {{service}};
GRANT DELETE ON enterprise_contact TO {{service}};
GRANT SELECT, INSERT, UPDATE ON enterprise_unit, special_coverage, authority, question, liaison, policy_note,
    policy_note_copy TO {{service}};

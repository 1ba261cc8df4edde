-- The records of persons on their way into the provincial system.
CREATE TABLE upload (
    id            uuid        PRIMARY KEY,
    certificate   uuid        NOT NULL UNIQUE REFERENCES certificate (id),
    person        uuid        NOT NULL,
    credit_code   text        NOT NULL,
    -- The month of the determination, '2026-10', by which both sides are compared.
    month         text        NOT NULL,
    stage         text        NOT NULL,
    revision      integer     NOT NULL,
    number        text,
    -- The record as it was made for this revision, encrypted: sent again, it is the same bytes.
    record        bytea       NOT NULL,
    -- Of the record, which has a salt of its own, so that nobody finds a number by trying.
    digest        text        NOT NULL,
    state         jsonb       NOT NULL,
    version       integer     NOT NULL,
    changed_at    timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX upload_of_enterprise ON upload (credit_code, month, id);
CREATE INDEX upload_of_person ON upload (person);
CREATE INDEX upload_in_stage ON upload (stage, id);

-- The version of each registration that was looked through for records to upload.
CREATE TABLE upload_look (
    registration  uuid    PRIMARY KEY REFERENCES registration (id),
    version       integer NOT NULL
);

-- What is handed over at once. Sent again it has the same id, which the province knows it by.
CREATE TABLE province_delivery (
    id            uuid        PRIMARY KEY,
    uploads       uuid[]      NOT NULL,
    stage         text        NOT NULL CHECK (stage IN ('waiting', 'answered', 'refused', 'exported')),
    attempts      integer     NOT NULL DEFAULT 0,
    due_at        timestamptz NOT NULL,
    trouble       text,
    made_at       timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX province_delivery_due ON province_delivery (due_at) WHERE stage = 'waiting';

-- How far the province's answers were heard.
CREATE TABLE province_cursor (
    single    boolean     PRIMARY KEY DEFAULT true CHECK (single),
    after     bigint      NOT NULL DEFAULT 0,
    due_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
    failures  integer     NOT NULL DEFAULT 0
);
INSERT INTO province_cursor DEFAULT VALUES;

-- Answers that could not be read, each with its reason; no content, which may be personal data.
CREATE TABLE province_parked (
    id      uuid        PRIMARY KEY,
    about   text        NOT NULL,
    reason  text        NOT NULL,
    digest  text,
    at      timestamptz NOT NULL DEFAULT clock_timestamp()
);

CREATE TABLE drift (
    id           uuid    PRIMARY KEY,
    key          text    NOT NULL UNIQUE,
    credit_code  text,
    kind         text    NOT NULL,
    stage        text    NOT NULL,
    state        jsonb   NOT NULL,
    version      integer NOT NULL
);
CREATE INDEX drift_in_stage ON drift (stage, id);

CREATE TABLE reconciliation (
    id           uuid        PRIMARY KEY,
    -- The day whose night it is; none where somebody asked for it.
    night        date        UNIQUE,
    asked_by     text        NOT NULL,
    begun_at     timestamptz NOT NULL,
    claimed_until timestamptz NOT NULL,
    attempts     integer     NOT NULL DEFAULT 0,
    ended_at     timestamptz,
    groups       integer,
    differing    integer,
    ours         integer,
    theirs       integer,
    found        integer,
    vanished     integer,
    trouble      text
);
CREATE INDEX reconciliation_unended ON reconciliation (claimed_until) WHERE ended_at IS NULL;

GRANT SELECT, INSERT, UPDATE ON upload, upload_look, province_delivery, province_cursor, drift, reconciliation
    TO {{service}};
GRANT SELECT, INSERT ON province_parked TO {{service}};

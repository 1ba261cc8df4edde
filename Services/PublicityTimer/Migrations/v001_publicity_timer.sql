-- Calendars that came into use; `days` is what the State Council's arrangements name.
CREATE TABLE calendar (
    id       uuid        PRIMARY KEY,
    version  integer     NOT NULL CHECK (version > 0),
    name     text        NOT NULL UNIQUE,
    state    jsonb       NOT NULL
);

-- Lists on show, and the clock of each.
CREATE TABLE notice (
    id           uuid        PRIMARY KEY,
    version      integer     NOT NULL CHECK (version > 0),
    list         uuid        NOT NULL UNIQUE,
    credit_code  text        NOT NULL,
    phase        text        NOT NULL CHECK (phase IN ('running', 'completed', 'withdrawn')),
    ends_at      timestamptz NOT NULL,
    official     boolean     NOT NULL,
    state        jsonb       NOT NULL
);
CREATE INDEX notice_due ON notice (ends_at, id) WHERE phase = 'running' AND official;
CREATE INDEX notice_enterprise ON notice (credit_code, id);

-- Objections; who objects is encrypted inside the state, the receipt code is here only as a keyed hash.
CREATE TABLE objection (
    id        uuid    PRIMARY KEY,
    version   integer NOT NULL CHECK (version > 0),
    notice    uuid    NOT NULL REFERENCES notice (id),
    person    uuid    NOT NULL,
    phase     text    NOT NULL CHECK (phase IN ('received', 'accepted', 'decided')),
    receipt   bytea   NOT NULL UNIQUE,
    state     jsonb   NOT NULL
);
CREATE INDEX objection_notice ON objection (notice, id);

GRANT SELECT, INSERT ON calendar TO {{service}};
GRANT SELECT, INSERT, UPDATE ON notice, objection TO {{service}};

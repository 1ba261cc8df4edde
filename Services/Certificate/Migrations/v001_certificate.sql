-- Registrations (上传审核), the certificates that come of them, and the counters their numbers come from.

-- One batch for each determination; `state` is the aggregate, the columns beside it are for looking it up.
CREATE TABLE registration (
    id             uuid    PRIMARY KEY,
    determination  uuid    NOT NULL UNIQUE,
    credit_code    text    NOT NULL,
    stage          text    NOT NULL,
    state          jsonb   NOT NULL,
    version        integer NOT NULL
);
CREATE INDEX registration_of_enterprise ON registration (credit_code, id);
CREATE INDEX registration_in_stage ON registration (stage, id);

-- One certificate for each person of a batch. The identity document is encrypted under the service's key and bound to
-- the row's id; `identity_hash` finds it again; `identity_sealed` holds what could not be opened yet.
CREATE TABLE certificate (
    id               uuid    PRIMARY KEY,
    registration     uuid    NOT NULL REFERENCES registration (id),
    place            integer NOT NULL,
    person           uuid    NOT NULL,
    credit_code      text    NOT NULL,
    number           text    UNIQUE,
    stage            text    NOT NULL,
    state            jsonb   NOT NULL,
    version          integer NOT NULL,
    identity         bytea,
    identity_hash    bytea,
    identity_sealed  jsonb,
    UNIQUE (registration, person),
    UNIQUE (registration, place),
    CHECK ((number IS NULL) = (stage = 'prepared')),
    CHECK ((identity IS NULL) = (identity_sealed IS NOT NULL)),
    CHECK ((identity IS NULL) = (identity_hash IS NULL))
);
CREATE INDEX certificate_of_enterprise ON certificate (credit_code, id);
CREATE INDEX certificate_of_identity ON certificate (identity_hash);

-- The last number given of each agency, year and level. The row is locked until the numbers it gave are committed, so
-- numbers have no gap under concurrency or rollback, which a SEQUENCE would leave.
CREATE TABLE certificate_counter (
    agency_code  text     NOT NULL,
    year         integer  NOT NULL,
    level        text     NOT NULL CHECK (length(level) = 1),
    last         integer  NOT NULL CHECK (last > 0),
    PRIMARY KEY (agency_code, year, level)
);

-- What the filing service said of the filings determinations rest on.
CREATE TABLE filed_agency (
    filing          uuid PRIMARY KEY,
    agency_code     text NOT NULL,
    authority       text NOT NULL,
    receipt_number  text NOT NULL
);

GRANT SELECT, INSERT, UPDATE, DELETE ON registration, certificate, certificate_counter, filed_agency TO {{service}};

-- Papers printed into one file, a few at a time. `press` is the process that has the open file, and `pressed_at` when it last added to it:
-- where it has died, another begins anew.
CREATE TABLE paper_job (
    id            uuid        PRIMARY KEY,
    registration  uuid        NOT NULL REFERENCES registration (id),
    stage         text        NOT NULL,
    kept_through  date        NOT NULL,
    certificates  uuid[]      NOT NULL,
    done          integer     NOT NULL DEFAULT 0,
    pages         integer     NOT NULL DEFAULT 0,
    left_out      jsonb       NOT NULL DEFAULT '[]',
    press         uuid,
    pressed_at    timestamptz,
    state         jsonb       NOT NULL,
    version       integer     NOT NULL
);
CREATE INDEX paper_job_of_registration ON paper_job (registration, id);
CREATE INDEX paper_job_open ON paper_job (id) WHERE stage IN ('printing', 'printed');

-- The file in pieces, each encrypted under the service's field key and bound to its place.
CREATE TABLE paper_piece (
    job     uuid    NOT NULL REFERENCES paper_job (id),
    place   integer NOT NULL,
    length  integer NOT NULL,
    bytes   bytea   NOT NULL,
    PRIMARY KEY (job, place)
);
GRANT SELECT, INSERT, UPDATE ON paper_job TO {{service}};
GRANT SELECT, INSERT, DELETE ON paper_piece TO {{service}};

-- Files of applications that are entered, some rows at a time. A file holds numbers of persons, so it is sealed, in pieces; it goes
-- when it has been there to fetch for long enough.
CREATE TABLE application_import (
    id         uuid    PRIMARY KEY,
    round      uuid    NOT NULL REFERENCES round (id),
    phase      text    NOT NULL,
    state      jsonb   NOT NULL,
    version    integer NOT NULL,
    -- When the file and its rows are let go; null while it runs and once they are gone.
    forget_at  timestamptz
);
CREATE INDEX application_import_round ON application_import (round, id);
CREATE INDEX application_import_running ON application_import (id) WHERE phase = 'running';
CREATE INDEX application_import_to_forget ON application_import (forget_at) WHERE forget_at IS NOT NULL;

CREATE TABLE application_import_piece (
    import  uuid    NOT NULL REFERENCES application_import,
    number  integer NOT NULL,
    bytes   bytea   NOT NULL,
    PRIMARY KEY (import, number)
);

-- What became of each row; the document is its keyed hash, by which a second row of the same person is found.
CREATE TABLE application_import_row (
    import       uuid    NOT NULL,
    number       integer NOT NULL,
    outcome      text    NOT NULL CHECK (outcome IN ('entered', 'changed', 'unchanged', 'refused')),
    application  uuid,
    name         text    NOT NULL,
    document     bytea,
    problems     jsonb,
    verdict      jsonb,
    PRIMARY KEY (import, number)
);

GRANT SELECT, INSERT, UPDATE ON application_import TO {{service}};
GRANT SELECT, INSERT, DELETE ON application_import_piece, application_import_row TO {{service}};

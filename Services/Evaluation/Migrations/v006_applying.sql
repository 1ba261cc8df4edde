-- Who took an application back may apply again; the one taken back stays on record beside it.
ALTER TABLE application DROP CONSTRAINT application_round_person_key;
CREATE UNIQUE INDEX application_standing ON application (round, person) WHERE stage <> 'withdrawn';
CREATE INDEX application_person ON application (person, round);

-- Whether the person has confirmed the data; of applications of before, the day the form names is the record of the paper.
ALTER TABLE application ADD COLUMN is_confirmed boolean NOT NULL DEFAULT false;
UPDATE application SET is_confirmed = jsonb_path_exists(state, '$.*.entry.particulars.confirmedOn ? (@ != null)');
CREATE INDEX application_unconfirmed ON application (round, id) WHERE NOT is_confirmed;

-- Applications that are written. What is written holds numbers of persons, so it is sealed; it goes once it is handed in.
CREATE TABLE application_draft (
    id          uuid        PRIMARY KEY,
    -- The application it becomes.
    application uuid        NOT NULL UNIQUE,
    version   integer     NOT NULL,
    round     uuid        NOT NULL REFERENCES round (id),
    -- Who writes in the own account; null where human resources does.
    person    uuid        REFERENCES person (id),
    account   text        NOT NULL,
    is_open   boolean     NOT NULL,
    state     jsonb       NOT NULL,
    form      bytea,
    saved_at  timestamptz NOT NULL
);
CREATE INDEX application_draft_round ON application_draft (round, id) WHERE is_open;
CREATE UNIQUE INDEX application_draft_person ON application_draft (round, person) WHERE is_open;
GRANT SELECT, INSERT, UPDATE ON application_draft TO {{service}};

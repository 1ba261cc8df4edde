-- What persons say is not so of a month; the texts are sealed within the state.
CREATE TABLE denial (
    id           uuid     PRIMARY KEY,
    version      integer  NOT NULL CHECK (version > 0),
    credit_code  text     NOT NULL,
    appointment  uuid     NOT NULL REFERENCES appointment (id),
    person       uuid     NOT NULL,
    month        date     NOT NULL,
    phase        text     NOT NULL CHECK (phase IN ('received', 'answered', 'closed')),
    due_on       date,
    state        jsonb    NOT NULL
);
CREATE INDEX denial_enterprise ON denial (credit_code, id);
CREATE INDEX denial_person ON denial (person, id);
CREATE UNIQUE INDEX denial_open ON denial (appointment, month) WHERE phase <> 'closed';

GRANT SELECT, INSERT, UPDATE ON denial TO {{service}};

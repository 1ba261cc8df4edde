-- A vote of a round's panel; a round has another where one came to nothing.
CREATE TABLE voting (
    id uuid PRIMARY KEY,
    version int NOT NULL,
    round uuid NOT NULL REFERENCES round (id),
    attempt int NOT NULL,
    stage text NOT NULL,
    closes_at timestamptz,
    state jsonb NOT NULL,
    UNIQUE (round, attempt)
);
CREATE INDEX voting_to_close ON voting (closes_at) WHERE stage = 'open';

-- The box: sealed ballots under ids that mean nothing. All rows of a vote are written again, mixed, whenever one is put in, so
-- that neither their place nor the transaction that wrote them tells whose is whose; what is dead is swept out at once.
CREATE TABLE vote_box (
    id uuid PRIMARY KEY,
    voting uuid NOT NULL REFERENCES voting (id),
    sealed bytea NOT NULL
) WITH (autovacuum_vacuum_threshold = 1, autovacuum_vacuum_scale_factor = 0);
CREATE INDEX vote_box_voting ON vote_box (voting);

GRANT SELECT, INSERT, UPDATE ON voting TO {{service}};
GRANT SELECT, INSERT, DELETE ON vote_box TO {{service}};

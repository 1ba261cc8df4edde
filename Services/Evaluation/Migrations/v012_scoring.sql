-- The scoring of a round. Rounds of before have none: nobody was scored here.
CREATE TABLE scoring (
    id uuid PRIMARY KEY,
    version int NOT NULL,
    round uuid NOT NULL UNIQUE REFERENCES round (id),
    state jsonb NOT NULL
);

-- A member has one sheet for a candidate and method.
CREATE TABLE score_sheet (
    id uuid PRIMARY KEY,
    version int NOT NULL,
    round uuid NOT NULL REFERENCES round (id),
    application uuid NOT NULL REFERENCES application (id),
    method int NOT NULL,
    member text NOT NULL,
    state jsonb NOT NULL,
    UNIQUE (round, application, method, member)
);

-- One score for a candidate and method, entered by one person and confirmed by another.
CREATE TABLE entered_score (
    id uuid PRIMARY KEY,
    version int NOT NULL,
    round uuid NOT NULL REFERENCES round (id),
    application uuid NOT NULL REFERENCES application (id),
    method int NOT NULL,
    state jsonb NOT NULL,
    UNIQUE (round, application, method)
);

-- The defences of a round.
CREATE TABLE defence (
    id uuid PRIMARY KEY,
    version int NOT NULL,
    round uuid NOT NULL UNIQUE REFERENCES round (id),
    state jsonb NOT NULL
);

GRANT SELECT, INSERT, UPDATE ON scoring, score_sheet, entered_score, defence TO {{service}};

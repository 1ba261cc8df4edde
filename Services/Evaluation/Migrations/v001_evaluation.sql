-- Filings this service may evaluate under, as the filing service said them.
CREATE TABLE known_filing (
    id uuid PRIMARY KEY,
    enterprise_id uuid NOT NULL,
    scope jsonb NOT NULL
);

-- The person register. The number is found again by its keyed hash and read only by decryption.
CREATE TABLE person (
    id uuid PRIMARY KEY,
    name text NOT NULL,
    document_type text NOT NULL,
    document_hash bytea NOT NULL UNIQUE,
    document_number bytea NOT NULL,
    telephone bytea
);

CREATE TABLE plan (
    id uuid PRIMARY KEY,
    version int NOT NULL,
    credit_code text NOT NULL,
    state jsonb NOT NULL
);
CREATE INDEX plan_credit_code ON plan (credit_code, id);

CREATE TABLE round (
    id uuid PRIMARY KEY,
    version int NOT NULL,
    credit_code text NOT NULL,
    stage text NOT NULL,
    state jsonb NOT NULL
);
CREATE INDEX round_credit_code ON round (credit_code, id);

-- A person applies once in a round.
CREATE TABLE application (
    id uuid PRIMARY KEY,
    version int NOT NULL,
    round uuid NOT NULL REFERENCES round (id),
    person uuid NOT NULL REFERENCES person (id),
    stage text NOT NULL,
    state jsonb NOT NULL,
    UNIQUE (round, person)
);
CREATE INDEX application_round ON application (round, id);

-- A member of the panel casts one ballot in a round.
CREATE TABLE ballot (
    id uuid PRIMARY KEY,
    version int NOT NULL,
    round uuid NOT NULL REFERENCES round (id),
    evaluator text NOT NULL,
    state jsonb NOT NULL,
    UNIQUE (round, evaluator)
);

CREATE TABLE proposed_list (
    id uuid PRIMARY KEY,
    version int NOT NULL,
    round uuid NOT NULL REFERENCES round (id),
    state jsonb NOT NULL
);
CREATE INDEX proposed_list_round ON proposed_list (round, id);

CREATE TABLE determination (
    id uuid PRIMARY KEY,
    version int NOT NULL,
    round uuid NOT NULL REFERENCES round (id),
    state jsonb NOT NULL
);
CREATE INDEX determination_round ON determination (round, id);

GRANT SELECT, INSERT, UPDATE ON
    known_filing, person, plan, round, application, ballot, proposed_list, determination
TO {{service}};

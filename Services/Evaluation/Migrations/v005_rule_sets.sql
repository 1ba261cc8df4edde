-- Rule sets: what policy documents ask for, as data. A row never changes: rounds and verdicts name it by its digest.
CREATE TABLE rule_set (
    id uuid PRIMARY KEY,
    version int NOT NULL,
    name text NOT NULL,
    digest text NOT NULL UNIQUE,
    in_force_from date NOT NULL,
    document text NOT NULL,
    state jsonb NOT NULL
);
GRANT SELECT, INSERT ON rule_set TO {{service}};

-- Decisions that an occupation of an older edition is one of today's; no credit code: the authority's, for all rounds.
CREATE TABLE mapping_decision (
    id uuid PRIMARY KEY,
    version int NOT NULL,
    credit_code text,
    in_force boolean NOT NULL,
    state jsonb NOT NULL
);
CREATE INDEX mapping_decision_in_force ON mapping_decision (credit_code, id) WHERE in_force;
GRANT SELECT, INSERT, UPDATE ON mapping_decision TO {{service}};

-- Relaxations proposed, signed and declined, to be counted by enterprise; written with the application's own state.
CREATE TABLE relaxation (
    application uuid NOT NULL REFERENCES application (id),
    number int NOT NULL,
    round uuid NOT NULL REFERENCES round (id),
    credit_code text NOT NULL,
    enterprise_name text NOT NULL,
    condition text NOT NULL,
    ground text NOT NULL,
    standing text NOT NULL,
    proposed_on date NOT NULL,
    decided_on date,
    PRIMARY KEY (application, number)
);
CREATE INDEX relaxation_of_enterprise ON relaxation (credit_code, standing);
CREATE INDEX relaxation_of_round ON relaxation (round);
GRANT SELECT, INSERT, UPDATE ON relaxation TO {{service}};

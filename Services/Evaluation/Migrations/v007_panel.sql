-- The experts of each enterprise's pool; an account is in a pool once at a time.
CREATE TABLE expert (
    id uuid PRIMARY KEY,
    version int NOT NULL,
    credit_code text NOT NULL,
    account text NOT NULL,
    is_active boolean NOT NULL,
    state jsonb NOT NULL
);
CREATE UNIQUE INDEX expert_account ON expert (credit_code, account) WHERE is_active;
CREATE INDEX expert_credit_code ON expert (credit_code, id);

-- The panel of a round. Rounds of before have none: the seats of their plan stand for it.
CREATE TABLE panel (
    id uuid PRIMARY KEY,
    version int NOT NULL,
    round uuid NOT NULL UNIQUE REFERENCES round (id),
    accounts text[] NOT NULL,
    state jsonb NOT NULL
);
CREATE INDEX panel_accounts ON panel USING gin (accounts);

GRANT SELECT, INSERT, UPDATE ON expert, panel TO {{service}};

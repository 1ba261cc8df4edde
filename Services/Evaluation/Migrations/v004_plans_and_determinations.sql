-- Where a plan stands with the filing authority: not sent, sent, received.
ALTER TABLE plan ADD COLUMN standing text GENERATED ALWAYS AS (
    CASE
        WHEN state ? 'drawnUp' THEN 'draft'
        WHEN state -> 'disclosed' -> 'course' -> 'receipt' IS NULL THEN 'sent'
        ELSE 'received'
    END
) STORED;
CREATE INDEX plan_standing ON plan (standing, id);

-- The plan a round rests on, and which version of it; rounds of before versions were told rest on the first.
ALTER TABLE round ADD COLUMN plan uuid
    GENERATED ALWAYS AS ((jsonb_path_query_first(state, '$.*.plan') #>> '{}')::uuid) STORED;
ALTER TABLE round ADD COLUMN plan_version int
    GENERATED ALWAYS AS (coalesce((jsonb_path_query_first(state, '$.*.terms.version') #>> '{}')::int, 1)) STORED;
CREATE INDEX round_plan ON round (plan);

-- The last number an enterprise gave a determination in a year; its row is locked by who takes the next.
CREATE TABLE determination_counter (
    credit_code text NOT NULL,
    year        int  NOT NULL,
    last        int  NOT NULL,
    PRIMARY KEY (credit_code, year)
);

-- The paper of a determination as it was issued.
CREATE TABLE determination_paper (
    determination uuid PRIMARY KEY REFERENCES determination (id),
    credit_code   text  NOT NULL,
    year          int   NOT NULL,
    number        int   NOT NULL,
    content       jsonb NOT NULL,
    UNIQUE (credit_code, year, number)
);
CREATE INDEX determination_paper_of ON determination_paper (credit_code, determination);

-- When a filing kept its rounds from going on; what is open lasts.
CREATE TABLE filing_freeze (
    id     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    filing uuid        NOT NULL,
    since  timestamptz NOT NULL,
    until  timestamptz
);
CREATE UNIQUE INDEX filing_freeze_open ON filing_freeze (filing) WHERE until IS NULL;
CREATE INDEX filing_freeze_of ON filing_freeze (filing, since);
-- Freezes that last now: from when on is not known, so they begin with this migration.
INSERT INTO filing_freeze (filing, since)
SELECT filing, now() FROM filing_standing WHERE standing -> 'effects' ->> 'rounds' = 'freeze';

GRANT SELECT, INSERT, UPDATE ON filing_freeze TO {{service}};
GRANT SELECT, INSERT, UPDATE ON determination_counter TO {{service}};
GRANT SELECT, INSERT ON determination_paper TO {{service}};

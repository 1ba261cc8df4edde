-- How filings stand, as the filing service last said; empty in services that do not hear it.
CREATE TABLE filing_standing (
    filing    uuid    PRIMARY KEY,
    -- Of two words about a filing the one with the higher edition is the later.
    edition   integer NOT NULL,
    standing  jsonb   NOT NULL
);
GRANT SELECT, INSERT, UPDATE ON filing_standing TO {{service}};

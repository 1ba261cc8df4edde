-- Which rounds were told to run, so that others hear of each once; rounds of before are told by themselves.
CREATE TABLE round_told (
    round    uuid    PRIMARY KEY REFERENCES round (id),
    is_open  boolean NOT NULL
);
GRANT SELECT, INSERT, UPDATE ON round_told TO {{service}};

-- The lists of a filing are found when it is suspended, cancelled or in force again.
ALTER TABLE round ADD COLUMN filing uuid;
UPDATE round SET filing = (jsonb_path_query_first(state, '$.*.terms.filing.filing') #>> '{}')::uuid;
CREATE INDEX round_of_filing ON round (filing);

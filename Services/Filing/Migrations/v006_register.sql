-- The public register: what anybody may see of accepted filings, in the shape it is searched in. It can be made anew from the
-- filings at any time; nothing else reads it.
CREATE TABLE register_entry (
    filing            uuid    PRIMARY KEY,
    enterprise        uuid    NOT NULL REFERENCES enterprise,
    kind              text    NOT NULL CHECK (kind IN ('general', 'special')),
    name              text    NOT NULL,
    credit_code       text    NOT NULL,
    county            text    NOT NULL,
    agency_code       text    NOT NULL,
    occupations       jsonb   NOT NULL,
    valid_from        date    NOT NULL,
    valid_through     date    NOT NULL,
    standing          text    NOT NULL,
    -- What is looked for in full, and its single characters and pairs: parts of Chinese names have no word boundaries.
    name_key          text    NOT NULL,
    name_pairs        text[]  NOT NULL,
    occupation_key    text    NOT NULL,
    occupation_pairs  text[]  NOT NULL
);
CREATE INDEX register_entry_name ON register_entry USING gin (name_pairs);
CREATE INDEX register_entry_occupation ON register_entry USING gin (occupation_pairs);
CREATE INDEX register_entry_credit_code ON register_entry (credit_code text_pattern_ops, filing);
CREATE INDEX register_entry_agency_code ON register_entry (agency_code text_pattern_ops, filing);
CREATE INDEX register_entry_in_county ON register_entry (county, filing);
CREATE INDEX register_entry_of_enterprise ON register_entry (enterprise);
CREATE INDEX register_entry_ending ON register_entry (valid_through, filing);
CREATE INDEX register_entry_not_in_force ON register_entry (standing, filing) WHERE standing <> 'in-force';

-- Filings whose entry is to be made anew: those accepted before there was a register.
CREATE TABLE register_stale (filing uuid PRIMARY KEY);
INSERT INTO register_stale (filing)
SELECT id FROM general_filing WHERE phase = 'accepted' UNION ALL SELECT id FROM special_filing WHERE phase = 'accepted';

GRANT SELECT, INSERT, UPDATE, DELETE ON register_entry, register_stale TO {{service}};

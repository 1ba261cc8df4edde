-- Lists of existing filings that are entered, some at a time. The cells of rows hold people to call, so they are sealed; they go
-- once they are entered, or when those that were refused have been there to fetch for long enough.
CREATE TABLE filing_import (
    id          uuid    PRIMARY KEY,
    phase       text    NOT NULL,
    state       jsonb   NOT NULL,
    version     integer NOT NULL,
    -- How the columns of the list stand.
    layout      jsonb   NOT NULL,
    -- When the rows that were refused are let go; null while it runs and once they are gone.
    forget_at   timestamptz
);
CREATE INDEX filing_import_running ON filing_import (id) WHERE phase = 'running';
CREATE INDEX filing_import_to_forget ON filing_import (forget_at) WHERE forget_at IS NOT NULL;

CREATE TABLE filing_import_row (
    import       uuid    NOT NULL REFERENCES filing_import,
    number       integer NOT NULL,
    -- The filing the row is about, counted in the order of the list.
    filing       integer NOT NULL,
    credit_code  text    NOT NULL,
    agency_code  text    NOT NULL,
    cells        bytea,
    outcome      text    CHECK (outcome IN ('entered', 'unchanged', 'differing', 'refused')),
    problems     jsonb,
    PRIMARY KEY (import, number)
);
CREATE INDEX filing_import_row_waiting ON filing_import_row (import, filing) WHERE outcome IS NULL;
CREATE INDEX filing_import_row_code ON filing_import_row (import, agency_code, number);

GRANT SELECT, INSERT, UPDATE ON filing_import TO {{service}};
GRANT SELECT, INSERT, UPDATE, DELETE ON filing_import_row TO {{service}};

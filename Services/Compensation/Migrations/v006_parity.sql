-- Whether an appointment's band begins below the benchmark, as the last comparison found it.
ALTER TABLE appointment ADD COLUMN is_short boolean NOT NULL DEFAULT false;

-- What is left to compare after a benchmark changed; `id` is the benchmark, `after` the last appointment looked at.
CREATE TABLE parity_sweep (
    id           uuid    PRIMARY KEY REFERENCES benchmark (id) ON DELETE CASCADE,
    credit_code  text    NOT NULL,
    due          date    NOT NULL,
    after        uuid    NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000',
    looked_at    integer NOT NULL DEFAULT 0,
    found_short  integer NOT NULL DEFAULT 0,
    done_on      date
);
CREATE INDEX parity_sweep_due ON parity_sweep (due, id) WHERE done_on IS NULL;
-- What was declared before is compared once.
INSERT INTO parity_sweep (id, credit_code, due) SELECT id, credit_code, effective_from FROM benchmark;

-- Promises found not to be kept, of whatever source, each with the last day to correct it.
CREATE TABLE shortfall (
    id           uuid    PRIMARY KEY,
    version      integer NOT NULL CHECK (version > 0),
    appointment  uuid    NOT NULL REFERENCES appointment (id) ON DELETE CASCADE,
    person       uuid    NOT NULL,
    credit_code  text    NOT NULL,
    source       text    NOT NULL,
    stage        text    NOT NULL CHECK (stage IN ('open', 'overdue', 'settled')),
    due_on       date    NOT NULL,
    state        jsonb   NOT NULL
);
CREATE UNIQUE INDEX shortfall_running ON shortfall (appointment, source) WHERE stage <> 'settled';
CREATE INDEX shortfall_due ON shortfall (due_on, id) WHERE stage = 'open';
CREATE INDEX shortfall_enterprise ON shortfall (credit_code, id);

GRANT SELECT, INSERT, UPDATE ON parity_sweep, shortfall TO {{service}};

-- Inspections of an enterprise's month: who was drawn or named, and what was seen of their papers; never an amount.
CREATE TABLE inspection (
    id           uuid     PRIMARY KEY,
    version      integer  NOT NULL CHECK (version > 0),
    credit_code  text     NOT NULL,
    month        date     NOT NULL CHECK (date_trunc('month', month) = month),
    stage        text     NOT NULL CHECK (stage IN ('announced', 'running', 'closed')),
    state        jsonb    NOT NULL
);
CREATE INDEX inspection_enterprise ON inspection (credit_code, id);

GRANT SELECT, INSERT, UPDATE ON inspection TO {{service}};

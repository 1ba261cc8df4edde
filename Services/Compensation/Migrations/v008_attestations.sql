-- What was attested of each appointment and month: standings and band codes, never an amount.
CREATE TABLE attestation (
    id           uuid     PRIMARY KEY,
    version      integer  NOT NULL CHECK (version > 0),
    credit_code  text     NOT NULL,
    month        date     NOT NULL CHECK (date_trunc('month', month) = month),
    appointment  uuid     NOT NULL REFERENCES appointment (id),
    person       uuid     NOT NULL,
    standing     text     NOT NULL CHECK (standing IN ('met', 'not-met', 'not-due')),
    band         text     NOT NULL,
    corrections  integer  NOT NULL,
    is_late      boolean  NOT NULL,
    state        jsonb    NOT NULL,
    UNIQUE (appointment, month)
);
CREATE INDEX attestation_month ON attestation (credit_code, month);
CREATE INDEX attestation_person ON attestation (person, month);

-- Each enterprise's months, counted; `look_on` is when they are to be counted again.
CREATE TABLE attested_month (
    id           uuid     PRIMARY KEY,
    version      integer  NOT NULL CHECK (version >= 0),
    credit_code  text     NOT NULL,
    month        date     NOT NULL CHECK (date_trunc('month', month) = month),
    due_on       date     NOT NULL,
    due          integer  NOT NULL,
    missing      integer  NOT NULL,
    not_met      integer  NOT NULL,
    late         integer  NOT NULL,
    look_on      date,
    state        jsonb    NOT NULL,
    UNIQUE (credit_code, month)
);
CREATE INDEX attested_month_look ON attested_month (look_on, id) WHERE look_on IS NOT NULL;
CREATE INDEX attested_month_gap ON attested_month (id) WHERE missing > 0 OR late > 0;

GRANT SELECT, INSERT, UPDATE ON attestation, attested_month TO {{service}};

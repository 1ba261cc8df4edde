-- What each enterprise pays its senior engineers, by band and by the day it takes effect.
CREATE TABLE benchmark (
    id              uuid    PRIMARY KEY,
    version         integer NOT NULL CHECK (version > 0),
    credit_code     text    NOT NULL,
    band            text    NOT NULL,
    effective_from  date    NOT NULL,
    state           jsonb   NOT NULL,
    UNIQUE (credit_code, band, effective_from)
);
CREATE INDEX benchmark_enterprise ON benchmark (credit_code, id);

-- Special-grade posts, each with its headcount and who sits on it.
CREATE TABLE post (
    id           uuid    PRIMARY KEY,
    version      integer NOT NULL CHECK (version > 0),
    credit_code  text    NOT NULL,
    state        jsonb   NOT NULL
);
CREATE INDEX post_enterprise ON post (credit_code, id);

-- Persons of determinations, with their certificates.
CREATE TABLE holder (
    id             uuid    PRIMARY KEY,
    version        integer NOT NULL CHECK (version > 0),
    determination  uuid    NOT NULL,
    person         uuid    NOT NULL,
    certificate    uuid    UNIQUE,
    credit_code    text    NOT NULL,
    phase          text    NOT NULL CHECK (phase IN ('determined', 'certified', 'qualified', 'appointed')),
    state          jsonb   NOT NULL,
    UNIQUE (determination, person)
);
CREATE INDEX holder_person ON holder (person);
CREATE INDEX holder_free ON holder (credit_code, id) WHERE phase <> 'appointed';

-- Appointments, each measured against a benchmark.
CREATE TABLE appointment (
    id           uuid    PRIMARY KEY,
    version      integer NOT NULL CHECK (version > 0),
    post         uuid    NOT NULL REFERENCES post (id),
    person       uuid    NOT NULL,
    certificate  uuid    NOT NULL,
    credit_code  text    NOT NULL,
    state        jsonb   NOT NULL
);
CREATE INDEX appointment_enterprise ON appointment (credit_code, id);

GRANT SELECT, INSERT, UPDATE ON benchmark, post, holder, appointment TO {{service}};

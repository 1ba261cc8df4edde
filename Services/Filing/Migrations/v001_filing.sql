-- The register of enterprises, their filings, and the numbers given.

-- The counties and zones enterprises file under. The zones have no code of GB/T 2260, so theirs are the authority's own.
CREATE TABLE jurisdiction (
    code           text PRIMARY KEY,
    name           text NOT NULL UNIQUE,
    gb2260_parent  text NOT NULL
);
INSERT INTO jurisdiction (code, name, gb2260_parent) VALUES
    ('371600', '滨州市直', '371600'),
    ('371602', '滨城区', '371600'),
    ('371603', '沾化区', '371600'),
    ('371621', '惠民县', '371600'),
    ('371622', '阳信县', '371600'),
    ('371623', '无棣县', '371600'),
    ('371625', '博兴县', '371600'),
    ('371681', '邹平市', '371600'),
    ('BZ-KFQ', '滨州经济技术开发区', '371602'),
    ('BZ-GXQ', '滨州高新技术产业开发区', '371602'),
    ('BZ-BHQ', '滨州北海经济开发区', '371623');

CREATE TABLE enterprise (
    id             uuid    PRIMARY KEY,
    credit_code    text    NOT NULL UNIQUE,
    name           text    NOT NULL,
    jurisdiction   text    NOT NULL REFERENCES jurisdiction,
    state          jsonb   NOT NULL,
    version        integer NOT NULL
);

-- Whom to call. Personal data, so it is kept beside the enterprise and not in its history; the telephone is sealed.
CREATE TABLE enterprise_contact (
    enterprise     uuid  PRIMARY KEY REFERENCES enterprise,
    name           text  NOT NULL,
    telephone      bytea NOT NULL
);

-- Which enterprise an agency code was given to: no two have the same, since certificate numbers begin with it.
CREATE TABLE agency_code (
    code           text PRIMARY KEY,
    enterprise     uuid NOT NULL REFERENCES enterprise
);

CREATE TABLE general_filing (
    id             uuid    PRIMARY KEY,
    enterprise     uuid    NOT NULL REFERENCES enterprise,
    phase          text    NOT NULL,
    state          jsonb   NOT NULL,
    version        integer NOT NULL
);
CREATE INDEX general_filing_of_enterprise ON general_filing (enterprise, id);

CREATE TABLE special_filing (
    id             uuid    PRIMARY KEY,
    enterprise     uuid    NOT NULL REFERENCES enterprise,
    general_filing uuid    NOT NULL REFERENCES general_filing,
    phase          text    NOT NULL,
    receipt        text    UNIQUE,
    state          jsonb   NOT NULL,
    version        integer NOT NULL
);
CREATE INDEX special_filing_of_enterprise ON special_filing (enterprise, id);
CREATE INDEX special_filing_in_phase ON special_filing (phase, id);

-- Every version of a filed work plan, in exactly the bytes its digest is of.
CREATE TABLE work_plan (
    special_filing uuid    NOT NULL REFERENCES special_filing,
    version        integer NOT NULL,
    digest         text    NOT NULL,
    bytes          bytea   NOT NULL,
    PRIMARY KEY (special_filing, version),
    CHECK (digest = encode(sha256(bytes), 'hex'))
);

-- The last receipt number of each word and year. A row and no SEQUENCE: its lock and the rollback leave no gap.
CREATE TABLE receipt_counter (
    word           text    NOT NULL,
    year           integer NOT NULL,
    last           integer NOT NULL,
    PRIMARY KEY (word, year)
);

GRANT SELECT ON jurisdiction TO {{service}};
GRANT SELECT, INSERT, UPDATE ON enterprise, enterprise_contact, general_filing, special_filing, receipt_counter
    TO {{service}};
GRANT SELECT, INSERT ON agency_code, work_plan TO {{service}};

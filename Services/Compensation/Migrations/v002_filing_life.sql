-- Which filing a determination was made under; those heard before have no row.
CREATE TABLE determination_filing (
    determination  uuid PRIMARY KEY,
    filing         uuid NOT NULL
);

-- Certificates whose status was told to be another than issued; `heard` is the number of that fact.
CREATE TABLE certificate_status (
    certificate   uuid    PRIMARY KEY,
    is_suspended  boolean NOT NULL,
    heard         integer NOT NULL
);

-- The end of each term, so that appointments end with it.
ALTER TABLE appointment ADD COLUMN through date, ADD COLUMN is_ended boolean NOT NULL DEFAULT false;
UPDATE appointment SET through = (jsonb_path_query_first(state, '$.made._0.term.through') #>> '{}')::date;
ALTER TABLE appointment ALTER COLUMN through SET NOT NULL;
CREATE INDEX appointment_ending ON appointment (through, id) WHERE NOT is_ended;

GRANT SELECT, INSERT, UPDATE ON determination_filing, certificate_status TO {{service}};

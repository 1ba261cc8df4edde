-- The units of the organisations (子公司、分公司、厂): the filing service tells all of them whenever one changes. Organisations
-- registered before have none until it does.
CREATE TABLE unit_directory (
    id           uuid    PRIMARY KEY,
    enterprise   uuid    NOT NULL REFERENCES enterprise_directory (id),
    kind         text    NOT NULL,
    name         text    NOT NULL,
    credit_code  text,
    county       text    NOT NULL,
    employees    integer NOT NULL,
    closed_on    date
);
CREATE INDEX unit_directory_enterprise ON unit_directory (enterprise, id);
CREATE INDEX unit_directory_credit_code ON unit_directory (credit_code) WHERE credit_code IS NOT NULL;

GRANT SELECT, INSERT, UPDATE, DELETE ON unit_directory TO {{service}};

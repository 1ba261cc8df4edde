-- Dated documents: what is due when, and what a letter of appointment says. A row never changes.
CREATE TABLE configuration (
    id             uuid    PRIMARY KEY,
    kind           text    NOT NULL,
    digest         text    NOT NULL,
    in_force_from  date    NOT NULL,
    document       text    NOT NULL,
    state          jsonb   NOT NULL,
    version        integer NOT NULL,
    UNIQUE (kind, digest)
);
CREATE INDEX configuration_in_force ON configuration (kind, in_force_from, id);
GRANT SELECT, INSERT ON configuration TO {{service}};

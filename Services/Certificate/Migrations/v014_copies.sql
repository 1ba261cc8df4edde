-- Copies of certificates made for one purpose. The link's token is kept as its SHA-256 alone: who reads the table has no link.
CREATE TABLE certificate_copy (
    id           uuid    PRIMARY KEY,
    certificate  uuid    NOT NULL REFERENCES certificate (id),
    token_hash   bytea   NOT NULL UNIQUE,
    state        jsonb   NOT NULL,
    version      integer NOT NULL
);
CREATE INDEX certificate_copy_of ON certificate_copy (certificate, id);
GRANT SELECT, INSERT, UPDATE ON certificate_copy TO {{service}};

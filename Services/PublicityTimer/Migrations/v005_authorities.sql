-- The authorities as the filing service last told of them, with all their versions; empty until it has.
CREATE TABLE authority_copy (
    kind       text  PRIMARY KEY,
    authority  uuid  NOT NULL,
    versions   jsonb NOT NULL
);
GRANT SELECT, INSERT, UPDATE ON authority_copy TO {{service}};

-- What was replaced stays aside; the next `migrate` takes it in again.
CREATE TABLE statement_superseded_kept AS
    SELECT certificate, key, compact, superseded_on, reason FROM statement_superseded;
DROP TABLE statement_superseded;
REVOKE DELETE ON certificate_statement FROM {{service}};

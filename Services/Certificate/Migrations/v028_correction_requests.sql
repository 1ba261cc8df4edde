-- Corrections of what issued certificates print, asked for by their enterprises; `words` is encrypted under the service's key and bound to
-- the row's id.
CREATE TABLE correction_request (
    id           uuid    PRIMARY KEY,
    certificate  uuid    NOT NULL REFERENCES certificate (id),
    credit_code  text    NOT NULL,
    stage        text    NOT NULL CHECK (stage IN ('open', 'accepted', 'refused', 'withdrawn')),
    words        bytea   NOT NULL,
    state        jsonb   NOT NULL,
    version      integer NOT NULL
);
-- One at a time about a certificate.
CREATE UNIQUE INDEX correction_request_open ON correction_request (certificate) WHERE stage = 'open';
CREATE INDEX correction_request_of_certificate ON correction_request (certificate, id);
CREATE INDEX correction_request_of_enterprise ON correction_request (credit_code, id);

-- Takes in again what rolling back kept aside.
DO $$
BEGIN
    IF to_regclass('correction_request_kept') IS NOT NULL THEN
        INSERT INTO correction_request (id, certificate, credit_code, stage, words, state, version)
        SELECT id, certificate, credit_code, stage, words, state, version FROM correction_request_kept AS kept
        WHERE EXISTS (SELECT FROM certificate WHERE certificate.id = kept.certificate);
        DROP TABLE correction_request_kept;
    END IF;
END $$;

GRANT SELECT, INSERT, UPDATE ON correction_request TO {{service}};

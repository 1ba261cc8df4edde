-- What was signed about a certificate and replaced when the certificate was corrected after issue: it is on paper somewhere, and on the
-- status list for good. `mark` is what that list names it by.
CREATE TABLE statement_superseded (
    certificate    uuid  NOT NULL REFERENCES certificate (id),
    key            text  NOT NULL REFERENCES issuer_key (key),
    compact        bytea NOT NULL,
    superseded_on  date  NOT NULL,
    reason         text  NOT NULL CHECK (reason IN ('corrected')),
    mark           text  GENERATED ALWAYS AS (left(encode(
        -- "gongjiang status 2" and a line break, then the first half of the signature.
        sha256('\x676f6e676a69616e672073746174757320320a'::bytea || substring(compact FROM 1 FOR 32)), 'hex'), 32)) STORED,
    PRIMARY KEY (mark)
);
CREATE INDEX statement_superseded_of ON statement_superseded (certificate);

-- Of a certificate corrected after its key was changed there are two statements that say different things: the newest holds.
WITH said AS (
    SELECT statement.certificate, statement.key, issuer_key.id AS made,
        -- Without form, algorithm and key.
        regexp_replace(convert_from(substring(statement.compact FROM 65), 'UTF8'), '^([^\n]*\n){3}', '') AS words
    FROM certificate_statement AS statement JOIN issuer_key ON issuer_key.key = statement.key
), newest AS (
    SELECT DISTINCT ON (certificate) certificate, words FROM said ORDER BY certificate, made DESC
), gone AS (
    DELETE FROM certificate_statement AS now USING said JOIN newest ON newest.certificate = said.certificate
    WHERE now.certificate = said.certificate AND now.key = said.key AND said.words <> newest.words
    RETURNING now.certificate, now.key, now.compact
)
INSERT INTO statement_superseded (certificate, key, compact, superseded_on, reason)
SELECT certificate, key, compact, (now() AT TIME ZONE 'Asia/Shanghai')::date, 'corrected' FROM gone;

-- Takes in again what rolling back kept aside; what a key signed that is no more is believed by nobody.
DO $$
BEGIN
    IF to_regclass('statement_superseded_kept') IS NOT NULL THEN
        INSERT INTO statement_superseded (certificate, key, compact, superseded_on, reason)
        SELECT certificate, key, compact, superseded_on, reason FROM statement_superseded_kept AS kept
        WHERE EXISTS (SELECT FROM issuer_key WHERE issuer_key.key = kept.key)
          AND EXISTS (SELECT FROM certificate WHERE certificate.id = kept.certificate)
        ON CONFLICT DO NOTHING;
        DROP TABLE statement_superseded_kept;
    END IF;
END $$;

GRANT SELECT, INSERT ON statement_superseded TO {{service}};
-- A statement that was replaced leaves those that hold.
GRANT DELETE ON certificate_statement TO {{service}};

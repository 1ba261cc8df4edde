-- The register of certificates: those issued here, and those issued before it was kept.
ALTER TABLE certificate ADD COLUMN issued_on date;
UPDATE certificate SET issued_on = (jsonb_path_query_first(state, '$.*.on') #>> '{}')::date
WHERE stage IN ('issued', 'suspended', 'revoked', 'cancelled');

-- Certificates issued before this register was kept. `identity` is encrypted under the service's key and bound to the row's id.
CREATE TABLE historic_certificate (
    id             uuid    PRIMARY KEY,
    number         text    NOT NULL UNIQUE,
    credit_code    text    NOT NULL,
    issued_on      date    NOT NULL,
    state          jsonb   NOT NULL,
    version        integer NOT NULL,
    identity       bytea,
    identity_hash  bytea
);
CREATE INDEX historic_certificate_of_identity ON historic_certificate (identity_hash);

-- Whatever was issued, by whom it concerns and what became of it; `struck` was entered by mistake.
CREATE VIEW certificate_entry AS
SELECT id, false AS is_historic, credit_code, number, issued_on, stage AS status,
    holding ->> 'issuerName' AS issuer_name, holding ->> 'name' AS name, holding ->> 'unit' AS unit,
    holding -> 'occupation' AS occupation
FROM certificate, LATERAL jsonb_path_query_first(state, '$.*.holding') AS holding
WHERE issued_on IS NOT NULL
UNION ALL
SELECT id, true, credit_code, number, issued_on, CASE WHEN struck THEN 'struck' ELSE 'issued' END,
    record ->> 'issuerName', record ->> 'name', record ->> 'unit', record -> 'occupation'
FROM historic_certificate,
    LATERAL (SELECT state ? 'struck' AS struck, coalesce(state #> '{entered,_0}', state #> '{struck,_0}') AS record) AS read;
CREATE INDEX certificate_issued ON certificate (id) WHERE issued_on IS NOT NULL;

GRANT SELECT, INSERT, UPDATE ON historic_certificate TO {{service}};
GRANT SELECT ON certificate_entry TO {{service}};

-- The version before knows none that is revoked or cancelled: it vouches for none of them there; the next `migrate` takes it in again.
CREATE TABLE historic_withdrawn_kept AS
    SELECT id, version, state, stage FROM historic_certificate WHERE stage IN ('revoked', 'cancelled');
UPDATE historic_certificate
SET state = jsonb_build_object('struck', jsonb_build_object('_0', state #> '{withdrawn,_0}', 'reason', '证书已撤销或注销'))
WHERE stage IN ('revoked', 'cancelled');
CREATE OR REPLACE VIEW certificate_entry AS
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
ALTER TABLE historic_certificate DROP COLUMN stage;

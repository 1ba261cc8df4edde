-- Certificates issued before this register was kept can be revoked and cancelled.
ALTER TABLE historic_certificate ADD COLUMN stage text NOT NULL DEFAULT 'issued'
    CHECK (stage IN ('issued', 'struck', 'revoked', 'cancelled'));
UPDATE historic_certificate SET stage = 'struck' WHERE state ? 'struck';

-- Takes in again what rolling back kept aside.
DO $$
BEGIN
    IF to_regclass('historic_withdrawn_kept') IS NOT NULL THEN
        UPDATE historic_certificate AS now SET state = kept.state, stage = kept.stage
        FROM historic_withdrawn_kept AS kept WHERE kept.id = now.id AND kept.version = now.version;
        DROP TABLE historic_withdrawn_kept;
    END IF;
END $$;

CREATE OR REPLACE VIEW certificate_entry AS
SELECT id, false AS is_historic, credit_code, number, issued_on, stage AS status,
    holding ->> 'issuerName' AS issuer_name, holding ->> 'name' AS name, holding ->> 'unit' AS unit,
    holding -> 'occupation' AS occupation
FROM certificate, LATERAL jsonb_path_query_first(state, '$.*.holding') AS holding
WHERE issued_on IS NOT NULL
UNION ALL
SELECT id, true, credit_code, number, issued_on, stage,
    record ->> 'issuerName', record ->> 'name', record ->> 'unit', record -> 'occupation'
FROM historic_certificate, LATERAL (SELECT jsonb_path_query_first(state, '$.*._0') AS record) AS read;

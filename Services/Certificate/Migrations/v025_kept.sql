-- Takes in again what rolling back kept aside, whatever the version before did meanwhile.
DO $$
BEGIN
    IF to_regclass('certificate_withdrawn_kept') IS NOT NULL THEN
        -- What was withdrawn stays so, however it was shown meanwhile.
        UPDATE certificate
        SET number = kept.number, stage = kept.stage, state = kept.state,
            issued_on = (kept.state #>> '{withdrawn,on}')::date
        FROM certificate_withdrawn_kept AS kept WHERE certificate.id = kept.id;
        -- What was never issued is never signed.
        DELETE FROM statement_due USING certificate_withdrawn_kept AS kept
        WHERE statement_due.certificate = kept.id AND kept.state #> '{withdrawn,on}' IS NULL;
        DROP TABLE certificate_withdrawn_kept;
    END IF;
    IF to_regclass('certificate_counter_kept') IS NOT NULL THEN
        UPDATE certificate_counter AS now
        SET last = greatest(now.last, kept.last), first = kept.first,
            -- Its history goes on under the id the journal knows it by.
            id = CASE WHEN now.version = 0 THEN kept.id ELSE now.id END,
            version = CASE WHEN now.version = 0 THEN kept.version ELSE now.version END
        FROM certificate_counter_kept AS kept WHERE kept.series = now.series AND kept.last > 0;
        INSERT INTO certificate_counter (agency_code, year, level, last, id, series, first, version)
        SELECT agency_code, year, level, last, id, series, first, version FROM certificate_counter_kept
        ON CONFLICT (series) DO NOTHING;
        DROP TABLE certificate_counter_kept;
    END IF;
    IF to_regclass('number_ledger_kept') IS NOT NULL THEN
        INSERT INTO number_ledger (series, serial, standing, source, reason, certificate, registration, noted_on)
        SELECT series, serial, standing, source, reason, certificate, registration, noted_on FROM number_ledger_kept
        ON CONFLICT (series, serial) DO UPDATE
        SET source = excluded.source, reason = excluded.reason, registration = excluded.registration,
            noted_on = excluded.noted_on
        WHERE number_ledger.certificate = excluded.certificate AND excluded.standing = 'given';
        -- Whoever was numbered anew meanwhile does not keep what was reserved.
        UPDATE number_ledger SET standing = 'void', reason = 'numbered-meanwhile'
        FROM certificate
        WHERE number_ledger.standing = 'reserved' AND certificate.id = number_ledger.certificate
          AND certificate.number IS NOT NULL
          AND certificate.number <> number_ledger.series || lpad(number_ledger.serial::text, 6, '0');
        DROP TABLE number_ledger_kept;
    END IF;
    IF to_regclass('number_passed_over_kept') IS NOT NULL THEN
        INSERT INTO number_passed_over (series, first, last, noted_on)
        SELECT series, first, last, noted_on FROM number_passed_over_kept ON CONFLICT DO NOTHING;
        DROP TABLE number_passed_over_kept;
    END IF;
    IF to_regclass('historic_certificate_kept') IS NOT NULL THEN
        INSERT INTO historic_certificate (id, number, credit_code, issued_on, state, version, identity, identity_hash)
        SELECT id, number, credit_code, issued_on, state, version, identity, identity_hash FROM historic_certificate_kept
        ON CONFLICT DO NOTHING;
        DROP TABLE historic_certificate_kept;
    END IF;
END $$;

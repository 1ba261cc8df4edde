-- Every number ever given, reserved, made void or entered, with why: one row each, for good.

-- The running numbers of a series (16 characters that its numbers begin with); `first` is the first of its own, `last` the
-- highest taken. Numbers entered from elsewhere may open a series of which none was taken yet.
ALTER TABLE certificate_counter DROP CONSTRAINT certificate_counter_last_check;
ALTER TABLE certificate_counter
    ADD COLUMN id uuid NOT NULL DEFAULT gen_random_uuid() UNIQUE,
    ADD COLUMN series text,
    ADD COLUMN first integer NOT NULL DEFAULT 1,
    ADD COLUMN version integer NOT NULL DEFAULT 0,
    ADD CONSTRAINT certificate_counter_taken CHECK (first > 0 AND last >= 0);
UPDATE certificate_counter SET series = agency_code || lpad((year % 100)::text, 2, '0') || level;
ALTER TABLE certificate_counter ALTER COLUMN series SET NOT NULL, ADD UNIQUE (series);

CREATE TABLE number_ledger (
    series        text    NOT NULL COLLATE "C" CHECK (length(series) = 16),
    serial        integer NOT NULL CHECK (serial BETWEEN 1 AND 999999),
    standing      text    NOT NULL CHECK (standing IN ('reserved', 'given', 'void')),
    source        text    NOT NULL,
    -- Why it came to nothing; or, of one entered from elsewhere, from where.
    reason        text    CHECK (standing <> 'void' OR reason IS NOT NULL),
    certificate   uuid,
    -- The batch it was taken for.
    registration  uuid,
    -- The day it came to stand so.
    noted_on      date    NOT NULL,
    PRIMARY KEY (series, serial)
);
CREATE INDEX number_ledger_of_certificate ON number_ledger (certificate);

INSERT INTO number_ledger (series, serial, standing, source, certificate, registration, noted_on)
SELECT left(number, 16), right(number, 6)::int, 'given', 'after-audit', id, registration,
    coalesce((SELECT (min(at) AT TIME ZONE 'Asia/Shanghai')::date FROM journal
        WHERE aggregate = 'certificate' AND aggregate_id = certificate.id AND kind = 'numbered'), current_date)
FROM certificate WHERE number IS NOT NULL;

-- No row of the ledger is ever taken away.
GRANT SELECT, INSERT, UPDATE ON number_ledger TO {{service}};

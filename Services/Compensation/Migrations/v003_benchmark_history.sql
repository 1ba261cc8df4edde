-- A benchmark's history: of one band and day a correction follows what it corrects, and the lowest pay in fen is compared
-- in sets.
ALTER TABLE benchmark
    ADD COLUMN revision integer NOT NULL DEFAULT 1 CHECK (revision > 0),
    ADD COLUMN minimum_fen bigint;
UPDATE benchmark SET minimum_fen = (state #>> '{declared,_0,band,minimum,fen}')::bigint;
ALTER TABLE benchmark
    ALTER COLUMN revision DROP DEFAULT,
    ALTER COLUMN minimum_fen SET NOT NULL,
    DROP CONSTRAINT benchmark_credit_code_band_effective_from_key,
    ADD CONSTRAINT benchmark_history UNIQUE (credit_code, band, effective_from, revision);

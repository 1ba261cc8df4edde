-- The version before knows one declaration a band and day: the last one stays.
DELETE FROM benchmark AS old USING benchmark AS later
WHERE old.credit_code = later.credit_code AND old.band = later.band AND old.effective_from = later.effective_from
  AND old.revision < later.revision;
ALTER TABLE benchmark
    DROP CONSTRAINT benchmark_history,
    DROP COLUMN revision,
    DROP COLUMN minimum_fen,
    ADD CONSTRAINT benchmark_credit_code_band_effective_from_key UNIQUE (credit_code, band, effective_from);

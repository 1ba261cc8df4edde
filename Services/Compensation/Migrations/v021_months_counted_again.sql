-- Months were not counted again when appointments changed backwards, and counted what was attested of appointments that were
-- revoked: each is counted once more.
UPDATE attested_month SET look_on = month;

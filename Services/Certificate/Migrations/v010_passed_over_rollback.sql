-- Kept aside, as the ledger is; v025 takes it in again.
CREATE TABLE IF NOT EXISTS number_passed_over_kept (LIKE number_passed_over INCLUDING ALL);
INSERT INTO number_passed_over_kept SELECT * FROM number_passed_over ON CONFLICT DO NOTHING;
DROP TABLE number_passed_over;

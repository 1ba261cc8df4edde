DROP TABLE shortfall;
DROP TABLE parity_sweep;
ALTER TABLE appointment DROP COLUMN is_short;

DROP TABLE filing_standing;

DROP TABLE filing_import_row, filing_import;

DROP TABLE idempotency, enterprise_directory;

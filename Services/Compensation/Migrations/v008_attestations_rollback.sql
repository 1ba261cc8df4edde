DROP TABLE attested_month;
DROP TABLE attestation;

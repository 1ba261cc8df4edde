-- What was asked stays aside; the next `migrate` takes it in again.
CREATE TABLE correction_request_kept AS SELECT * FROM correction_request;
DROP TABLE correction_request;

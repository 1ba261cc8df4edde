-- The document a benchmark stands in, as a file: the case its attachment belongs to. Pay may stand in it, so it is read by its
-- enterprise alone.
CREATE TABLE benchmark_document (
    id           uuid  PRIMARY KEY,
    credit_code  text  NOT NULL,
    -- The benchmark that was declared with it; nil before one is. A document shows one.
    benchmark    uuid  UNIQUE REFERENCES benchmark (id)
);
CREATE INDEX benchmark_document_enterprise ON benchmark_document (credit_code, id);
-- After a version that knew of none: declarations say which files they were made with.
INSERT INTO benchmark_document (id, credit_code, benchmark)
SELECT attachment.owner_id, benchmark.credit_code, benchmark.id
FROM benchmark
JOIN attachment ON attachment.id = (benchmark.state #>> '{declared,_0,file,id}')::uuid
WHERE attachment.owner_kind = 'benchmark_document';

GRANT SELECT, INSERT, UPDATE ON benchmark_document TO {{service}};

-- A file no benchmark was declared with is nobody's in the version before: its bytes go.
DELETE FROM attachment_chunk WHERE attachment IN (
    SELECT attachment.id FROM attachment JOIN benchmark_document AS document ON document.id = attachment.owner_id
    WHERE attachment.owner_kind = 'benchmark_document' AND document.benchmark IS NULL);
UPDATE attachment SET phase = 'discarded', refusal = 'withdrawn'
FROM benchmark_document AS document
WHERE document.id = attachment.owner_id AND attachment.owner_kind = 'benchmark_document'
  AND document.benchmark IS NULL AND attachment.phase IN ('open', 'scanning', 'complete');
DROP TABLE benchmark_document;

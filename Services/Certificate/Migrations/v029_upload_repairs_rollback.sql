-- What the versions before have no word for stays aside as it is; the next `migrate` takes it in again.
CREATE TABLE upload_kept AS SELECT id, version, stage, state FROM upload
    WHERE state::text ~ '"stage": "(refused|shelved|withdrawing|withdrawal-sent|withdrawn|withdrawal-refused)"';
CREATE TABLE upload_without_issue_kept AS SELECT id, version FROM upload WHERE is_without_issue;
CREATE TABLE drift_kept AS SELECT id, version, kind, key, state FROM drift WHERE kind = 'withdrawal';
UPDATE upload SET
    stage = CASE WHEN stage = 'withdrawal-refused' THEN 'rejected' ELSE stage END,
    state = replace(state::text, '"stage": "withdrawal-refused"', '"stage": "rejected"')::jsonb
WHERE state::text LIKE '%"stage": "withdrawal-refused"%';
ALTER TABLE upload DROP COLUMN is_without_issue;

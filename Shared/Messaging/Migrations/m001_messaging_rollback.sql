-- The journal stays, whatever is rolled back: it is moved aside, row for row.
DROP VIEW journal_readable;
ALTER TABLE journal RENAME TO journal_kept;
ALTER TABLE journal_kept RENAME CONSTRAINT journal_pkey TO journal_kept_pkey;
ALTER TABLE journal_kept RENAME CONSTRAINT journal_aggregate_id_version_key TO journal_kept_aggregate_id_version_key;
DROP FUNCTION make_outbox_archive_partition(date);
DROP TABLE outbox_sequence, outbox, outbox_archive, inbox, consumer_position, inbox_deferred, ingress_answer,
    enterprise_access, task_lease, business_clock;

REVOKE USAGE ON SEQUENCE outbox_id_seq FROM {{service}};

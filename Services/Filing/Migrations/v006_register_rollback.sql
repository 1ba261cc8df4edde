DROP TABLE register_entry, register_stale;

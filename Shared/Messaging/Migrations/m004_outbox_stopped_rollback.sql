DROP TABLE outbox_stopped;

-- Subjects one of whose facts the broker will not take: their later facts wait with it. Nearly always empty, so that the relay
-- need not look for parked rows in an outbox that may be long.
CREATE TABLE outbox_stopped (
    exchange text NOT NULL,
    subject  uuid NOT NULL,
    PRIMARY KEY (exchange, subject)
);
INSERT INTO outbox_stopped (exchange, subject) SELECT DISTINCT exchange, subject FROM outbox WHERE parked_at IS NOT NULL;

GRANT SELECT, INSERT, DELETE ON outbox_stopped TO {{service}};

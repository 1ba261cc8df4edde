-- What every service keeps for its HTTP side.

-- The full answer a command was given; the same key, actor, route and request get it again for seven days.
-- Who asked is a keyed hash and the answer is sealed: an objector stays unknown, and what was shown once is not kept in clear.
CREATE TABLE idempotency (
    key         text        NOT NULL,
    actor       bytea       NOT NULL,
    route       text        NOT NULL,
    digest      bytea       NOT NULL,
    status      integer     NOT NULL,
    version     integer,
    body        bytea       NOT NULL,
    answered_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (key, actor, route)
);
CREATE INDEX idempotency_age ON idempotency (answered_at);

-- The organisations the filing service has registered.
CREATE TABLE enterprise_directory (
    id            uuid PRIMARY KEY,
    credit_code   text NOT NULL UNIQUE,
    name          text NOT NULL,
    jurisdiction  text NOT NULL
);

GRANT SELECT, INSERT, UPDATE, DELETE ON idempotency, enterprise_directory TO {{service}};
-- Readiness looks whether every migration was applied.
GRANT SELECT ON gongjiang_migration TO {{service}};

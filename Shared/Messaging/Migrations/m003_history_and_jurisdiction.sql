-- Whose history this service has asked for; it is not ready before each has told all it had said.
CREATE TABLE history_asked (
    speaker    text        PRIMARY KEY,
    request    uuid        NOT NULL,
    asked_at   timestamptz NOT NULL,
    heard_at   timestamptz
);
-- A service that runs has heard those whose facts it has.
INSERT INTO history_asked (speaker, request, asked_at, heard_at)
    SELECT DISTINCT replace(source, '/gongjiang/', ''), gen_random_uuid(), clock_timestamp(), clock_timestamp()
    FROM consumer_position GROUP BY source;

-- Who has asked for this service's history, and how far it was sent.
CREATE TABLE history_wanted (
    hearer     text        PRIMARY KEY,
    request    uuid        NOT NULL,
    wanted_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    cursor     bigint      NOT NULL DEFAULT 0,
    sent       bigint      NOT NULL DEFAULT 0,
    told_at    timestamptz
);

-- The county or zone of the enterprise a fact is about, as it was when the fact was told.
ALTER TABLE outbox ADD COLUMN jurisdiction text;
ALTER TABLE outbox_archive ADD COLUMN jurisdiction text;

GRANT SELECT, INSERT, UPDATE ON history_asked, history_wanted TO {{service}};

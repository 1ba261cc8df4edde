-- What every service needs to tell facts, to hear them once and in order, and to keep its own history.

-- The service's own history: private, for ever. `event` is the exact bytes.
CREATE TABLE journal (
    position      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    aggregate     text        NOT NULL,
    aggregate_id  uuid        NOT NULL,
    version       integer     NOT NULL,
    kind          text        NOT NULL,
    actor         text        NOT NULL,
    at            timestamptz NOT NULL,
    correlation   uuid        NOT NULL,
    causation     uuid,
    event         bytea       NOT NULL,
    recorded_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
    UNIQUE (aggregate_id, version)
);
CREATE VIEW journal_readable AS
    SELECT position, aggregate, aggregate_id, version, kind, actor, at, convert_from(event, 'UTF8')::jsonb AS event
    FROM journal;

-- The number of the last published fact of each subject; its row lock keeps facts of one subject in order.
CREATE TABLE outbox_sequence (
    subject  uuid   PRIMARY KEY,
    last     bigint NOT NULL
);

-- Facts to send: insert and delete only, empty when idle.
CREATE TABLE outbox (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    event_id     uuid        NOT NULL,
    exchange     text        NOT NULL,
    routing_key  text        NOT NULL,
    type         text        NOT NULL,
    subject      uuid        NOT NULL,
    sequence     bigint      NOT NULL,
    at           timestamptz NOT NULL,
    enterprise   uuid,
    credit_code  text,
    person       uuid,
    actor        text        NOT NULL,
    correlation  uuid        NOT NULL,
    causation    uuid,
    traceparent  text,
    body         bytea       NOT NULL,
    created_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
    attempts     integer     NOT NULL DEFAULT 0,
    next_attempt_at timestamptz,
    parked_at    timestamptz,
    last_error   text
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);
CREATE INDEX outbox_parked ON outbox (subject) WHERE parked_at IS NOT NULL;

-- Facts sent, or kept because nobody hears them: the source of replays, kept for good.
CREATE TABLE outbox_archive (
    id           bigint      NOT NULL,
    event_id     uuid        NOT NULL,
    exchange     text        NOT NULL,
    routing_key  text        NOT NULL,
    type         text        NOT NULL,
    subject      uuid        NOT NULL,
    sequence     bigint      NOT NULL,
    at           timestamptz NOT NULL,
    enterprise   uuid,
    credit_code  text,
    person       uuid,
    actor        text        NOT NULL,
    correlation  uuid        NOT NULL,
    causation    uuid,
    traceparent  text,
    body         bytea       NOT NULL,
    created_at   timestamptz NOT NULL,
    published_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    sent         boolean     NOT NULL
) PARTITION BY RANGE (published_at);
CREATE TABLE outbox_archive_rest PARTITION OF outbox_archive DEFAULT;
CREATE INDEX outbox_archive_order ON outbox_archive (exchange, id);

-- The serving role makes no tables; this one thing it may ask for.
CREATE FUNCTION make_outbox_archive_partition(month date) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    first date := date_trunc('month', month);
    name  text := 'outbox_archive_' || to_char(first, 'YYYYMM');
BEGIN
    IF to_regclass(name) IS NULL THEN
        EXECUTE format('CREATE TABLE %I PARTITION OF outbox_archive FOR VALUES FROM (%L) TO (%L)',
                       name, first, (first + interval '1 month')::date);
        EXECUTE format('GRANT SELECT, INSERT ON %I TO {{service}}', name);
    END IF;
END $$;
REVOKE ALL ON FUNCTION make_outbox_archive_partition(date) FROM PUBLIC;

-- Facts heard, so that each takes effect once; the digest tells an honest repetition from a forged one.
CREATE TABLE inbox (
    event_id     uuid        NOT NULL PRIMARY KEY,
    body_sha256  bytea       NOT NULL,
    source       text        NOT NULL,
    received_at  timestamptz NOT NULL DEFAULT clock_timestamp()
) PARTITION BY HASH (event_id);
CREATE TABLE inbox_0 PARTITION OF inbox FOR VALUES WITH (MODULUS 4, REMAINDER 0);
CREATE TABLE inbox_1 PARTITION OF inbox FOR VALUES WITH (MODULUS 4, REMAINDER 1);
CREATE TABLE inbox_2 PARTITION OF inbox FOR VALUES WITH (MODULUS 4, REMAINDER 2);
CREATE TABLE inbox_3 PARTITION OF inbox FOR VALUES WITH (MODULUS 4, REMAINDER 3);

-- The number of the last fact of each subject that was applied.
CREATE TABLE consumer_position (
    source   text   NOT NULL,
    subject  uuid   NOT NULL,
    last     bigint NOT NULL DEFAULT 0,
    PRIMARY KEY (source, subject)
);

-- Heard but not applied: waiting for an earlier fact (gap), to be tried again (retry), or for a person (parked).
CREATE TABLE inbox_deferred (
    event_id         uuid        PRIMARY KEY,
    reason           text        NOT NULL CHECK (reason IN ('gap', 'retry', 'parked')),
    queue            text        NOT NULL,
    source           text,
    subject          uuid,
    sequence         bigint,
    envelope         jsonb       NOT NULL,
    body             bytea       NOT NULL,
    attempts         integer     NOT NULL DEFAULT 0,
    next_attempt_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    error            text,
    deferred_at      timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX inbox_deferred_gap ON inbox_deferred (source, subject, sequence) WHERE reason = 'gap';
CREATE INDEX inbox_deferred_retry ON inbox_deferred (next_attempt_at) WHERE reason = 'retry';

-- What an enterprise's message was answered; the same message again gets the same answer.
CREATE TABLE ingress_answer (
    credit_code  text        NOT NULL,
    message      uuid        NOT NULL,
    body_sha256  bytea       NOT NULL,
    accepted     boolean     NOT NULL,
    receipt      bytea       NOT NULL,
    answered_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (credit_code, message)
);

-- Enterprises whose own queue exists; before that their archive is their feed.
CREATE TABLE enterprise_access (
    credit_code  text        PRIMARY KEY,
    granted_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
    granted_by   text        NOT NULL
);

-- Who does what only one replica does.
CREATE TABLE task_lease (
    task    text        PRIMARY KEY,
    holder  uuid        NOT NULL,
    until   timestamptz NOT NULL
);

-- How far business time is from real time; zero unless the clock travels.
CREATE TABLE business_clock (
    single          boolean          PRIMARY KEY DEFAULT true CHECK (single),
    offset_seconds  double precision NOT NULL,
    set_at          timestamptz      NOT NULL DEFAULT clock_timestamp()
);

GRANT SELECT, INSERT ON journal TO {{service}};
GRANT SELECT ON journal_readable TO {{service}};
GRANT SELECT, INSERT, UPDATE, DELETE ON
    outbox_sequence, outbox, inbox, consumer_position, inbox_deferred, ingress_answer, enterprise_access, task_lease,
    business_clock TO {{service}};
GRANT SELECT, INSERT ON outbox_archive TO {{service}};
GRANT EXECUTE ON FUNCTION make_outbox_archive_partition(date) TO {{service}};

-- The working-day calendar as this service last heard of it; at most one row.
CREATE TABLE calendar_copy (
    one          boolean     PRIMARY KEY DEFAULT true CHECK (one),
    fact         uuid        NOT NULL,
    version      text        NOT NULL,
    published_at timestamptz NOT NULL,
    documents    jsonb       NOT NULL,
    received_at  timestamptz NOT NULL DEFAULT clock_timestamp()
);
GRANT SELECT, INSERT, UPDATE ON calendar_copy TO {{service}};

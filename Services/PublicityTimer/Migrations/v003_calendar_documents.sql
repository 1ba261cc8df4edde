-- A version of the calendar names the documents it is made of; the newest is the one in use. A row without them is the set the
-- service came with.
ALTER TABLE calendar
    ADD COLUMN number integer GENERATED ALWAYS AS IDENTITY UNIQUE,
    ADD COLUMN documents jsonb,
    ADD COLUMN published_at timestamptz,
    DROP COLUMN state;

-- Notices a new version touches are reckoned again, some at a time; where it got to is kept, so that it goes on after a restart.
CREATE TABLE reckoning (
    calendar    uuid        PRIMARY KEY REFERENCES calendar (id),
    first_day   date        NOT NULL,
    last_day    date        NOT NULL,
    after       uuid,
    seen        bigint      NOT NULL DEFAULT 0,
    moved       bigint      NOT NULL DEFAULT 0,
    started_at  timestamptz NOT NULL,
    finished_at timestamptz
);

GRANT SELECT, INSERT, UPDATE ON reckoning TO {{service}};

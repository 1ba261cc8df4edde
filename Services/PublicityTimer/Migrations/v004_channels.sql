-- The code by which a notice's page is opened: found by a keyed hash, sealed so that the sheet can print it. And when the
-- next day of the period is over, on which it is asked whether the list could be seen; empty when no day is left.
CREATE TABLE notice_page (
    notice       uuid        PRIMARY KEY REFERENCES notice (id),
    code_hash    bytea,
    code_sealed  bytea,
    judge_at     timestamptz,
    CHECK ((code_hash IS NULL) = (code_sealed IS NULL))
);
CREATE INDEX notice_page_judge ON notice_page (judge_at, notice) WHERE judge_at IS NOT NULL;

-- Places of display; `check_at` is when the page next looks at itself.
CREATE TABLE channel (
    id        uuid        PRIMARY KEY,
    version   integer     NOT NULL CHECK (version > 0),
    notice    uuid        NOT NULL REFERENCES notice (id),
    kind      text        NOT NULL CHECK (kind IN ('page', 'board', 'intranet', 'dingtalk', 'wecom', 'other')),
    check_at  timestamptz,
    state     jsonb       NOT NULL
);
CREATE INDEX channel_notice ON channel (notice, id);
CREATE UNIQUE INDEX channel_page ON channel (notice) WHERE kind = 'page';
CREATE INDEX channel_check_due ON channel (check_at, id) WHERE check_at IS NOT NULL;

-- What the page found when it looked at itself, one row for a time in which it found the same.
CREATE TABLE channel_check (
    channel  uuid        NOT NULL REFERENCES channel (id),
    since    timestamptz NOT NULL,
    until    timestamptz NOT NULL CHECK (until >= since),
    is_up    boolean     NOT NULL,
    -- Why it is not up, in a word.
    fault    text        CHECK ((fault IS NULL) = is_up),
    checks   integer     NOT NULL CHECK (checks > 0),
    PRIMARY KEY (channel, since)
);

-- Working days on which no channel was up, and what an officer decided.
CREATE TABLE dark_day (
    id       uuid     PRIMARY KEY,
    version  integer  NOT NULL CHECK (version > 0),
    notice   uuid     NOT NULL REFERENCES notice (id),
    date     date     NOT NULL,
    state    jsonb    NOT NULL,
    UNIQUE (notice, date)
);

-- Who was determined from a notice's list (企业确定获评人员), as evaluation told it; shown to those who saw the notice.
CREATE TABLE determined_list (
    id             uuid        PRIMARY KEY,
    notice         uuid        NOT NULL,
    determined_at  timestamptz NOT NULL,
    names          jsonb       NOT NULL
);
CREATE INDEX determined_list_notice ON determined_list (notice, determined_at);

-- Notices on show before pages were kept.
INSERT INTO notice_page (notice, judge_at)
SELECT id, (date_trunc('day', now() AT TIME ZONE 'Asia/Shanghai') + interval '1 day') AT TIME ZONE 'Asia/Shanghai'
FROM notice WHERE phase = 'running';
INSERT INTO channel (id, version, notice, kind, check_at, state)
SELECT gen_random_uuid(), 1, id, 'page', now(), jsonb_build_object('up', jsonb_build_object(
    '_0', jsonb_build_object('notice', id, 'kind', 'page', 'place', '公示系统网页', 'putUpBy', 'system:publicity-timer',
        'putUpAt', state #>> '{running,_0,posting,publishedAt}', 'declaredAt', state #>> '{running,_0,posting,publishedAt}'),
    '_1', '[]'::jsonb))
FROM notice WHERE phase = 'running';

GRANT SELECT, INSERT, UPDATE ON notice_page, channel, channel_check, dark_day TO {{service}};
GRANT SELECT, INSERT ON determined_list TO {{service}};

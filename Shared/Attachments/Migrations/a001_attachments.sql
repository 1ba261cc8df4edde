-- Files that belong to cases.

-- One file, from its declaration on. The row stays when the bytes have gone: name, size and digest say what there was.
CREATE TABLE attachment (
    id           uuid        PRIMARY KEY,
    version      integer     NOT NULL,
    -- What it belongs to, like objection and the objection's id.
    owner_kind   text        NOT NULL,
    owner_id     uuid        NOT NULL,
    purpose      text        NOT NULL,
    phase        text        NOT NULL CHECK (phase IN ('open', 'scanning', 'complete', 'rejected', 'discarded')),
    -- In clear, or encrypted where the purpose is sealed: a file's name often names a person.
    name         text,
    sealed_name  bytea,
    size         bigint      NOT NULL CHECK (size > 0),
    -- Lower-case hex, as declared and then verified.
    sha256       text        NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    -- As found in the content.
    kind         text,
    media_type   text,
    -- Why it was rejected or discarded, as a stable code.
    refusal      text,
    -- What the outside scanner said, and when to ask it (again).
    scan         text,
    scan_after   timestamptz,
    is_sealed    boolean     NOT NULL,
    -- Nil for people who may stay unknown.
    uploaded_by  text,
    retain_until timestamptz,
    created_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
    CHECK ((name IS NULL) = is_sealed AND (sealed_name IS NULL) <> is_sealed)
);
CREATE INDEX attachment_owner ON attachment (owner_kind, owner_id, id);
CREATE INDEX attachment_open ON attachment (created_at) WHERE phase = 'open';
CREATE INDEX attachment_scanning ON attachment (scan_after) WHERE phase = 'scanning';
CREATE INDEX attachment_retention ON attachment (retain_until) WHERE phase = 'complete' AND retain_until IS NOT NULL;

-- The bytes in pieces of 1 MiB, numbered from 0; only the last may be shorter.
CREATE TABLE attachment_chunk (
    attachment uuid    NOT NULL REFERENCES attachment (id),
    number     integer NOT NULL CHECK (number >= 0),
    -- Of the bytes before encryption.
    sha256     bytea   NOT NULL,
    size       integer NOT NULL CHECK (size BETWEEN 1 AND 1048576),
    bytes      bytea   NOT NULL,
    PRIMARY KEY (attachment, number)
);
-- Photos, papers and ciphertext do not get smaller; trying costs more than it saves.
ALTER TABLE attachment_chunk ALTER COLUMN bytes SET STORAGE EXTERNAL;

GRANT SELECT, INSERT, UPDATE ON attachment TO {{service}};
GRANT SELECT, INSERT, UPDATE, DELETE ON attachment_chunk TO {{service}};

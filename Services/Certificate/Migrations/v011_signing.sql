-- The keys enterprises sign with, what they signed, and the lists the bureau publishes.

-- `secret` is encrypted under the service's field key, bound to the row's id.
CREATE TABLE issuer_key (
    id           uuid    PRIMARY KEY,
    key          text    NOT NULL UNIQUE,
    issuer       uuid    NOT NULL,
    credit_code  text    NOT NULL,
    stage        text    NOT NULL,
    secret       bytea   NOT NULL,
    state        jsonb   NOT NULL,
    version      integer NOT NULL
);
CREATE UNIQUE INDEX issuer_key_active ON issuer_key (issuer) WHERE stage = 'active';
CREATE INDEX issuer_key_of_enterprise ON issuer_key (credit_code, id);

-- What was signed about a certificate, by each key that did.
CREATE TABLE certificate_statement (
    certificate  uuid  NOT NULL REFERENCES certificate (id),
    key          text  NOT NULL REFERENCES issuer_key (key),
    compact      bytea NOT NULL,
    PRIMARY KEY (certificate, key)
);
CREATE INDEX certificate_statement_of_key ON certificate_statement (key);

-- Certificates that wait to be signed: those issued before there were keys, and what a revoked key signed.
CREATE TABLE statement_due (
    certificate  uuid PRIMARY KEY REFERENCES certificate (id),
    problem      text
);
INSERT INTO statement_due (certificate) SELECT id FROM certificate WHERE stage IN ('issued', 'suspended');

CREATE TABLE published_list (
    kind       text        NOT NULL,
    version    integer     NOT NULL,
    issued_at  timestamptz NOT NULL,
    content    text        NOT NULL,
    document   text        NOT NULL,
    PRIMARY KEY (kind, version)
);

-- A row says that a list has to be published again.
CREATE TABLE list_due (
    id    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind  text   NOT NULL
);

-- The status list reads only these.
CREATE INDEX certificate_not_in_force ON certificate (id) WHERE stage IN ('suspended', 'revoked', 'cancelled');

GRANT SELECT, INSERT, UPDATE ON issuer_key TO {{service}};
GRANT SELECT, INSERT ON certificate_statement TO {{service}};
GRANT SELECT, INSERT, UPDATE, DELETE ON statement_due, published_list, list_due TO {{service}};

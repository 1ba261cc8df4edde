-- Files of attestations; the file itself sealed, in pieces, and of its rows only those with something wrong.
CREATE TABLE attestation_import (
    id           uuid     PRIMARY KEY,
    version      integer  NOT NULL CHECK (version > 0),
    credit_code  text     NOT NULL,
    phase        text     NOT NULL,
    forget_at    timestamptz,
    state        jsonb    NOT NULL
);
CREATE INDEX attestation_import_enterprise ON attestation_import (credit_code, id);
CREATE INDEX attestation_import_running ON attestation_import (id) WHERE phase = 'running';
CREATE INDEX attestation_import_to_forget ON attestation_import (forget_at) WHERE forget_at IS NOT NULL;

CREATE TABLE attestation_import_piece (
    import  uuid     NOT NULL REFERENCES attestation_import,
    number  integer  NOT NULL,
    bytes   bytea    NOT NULL,
    PRIMARY KEY (import, number)
);

CREATE TABLE attestation_import_row (
    import    uuid     NOT NULL REFERENCES attestation_import,
    number    integer  NOT NULL,
    problems  jsonb    NOT NULL,
    PRIMARY KEY (import, number)
);

GRANT SELECT, INSERT, UPDATE ON attestation_import TO {{service}};
GRANT SELECT, INSERT, DELETE ON attestation_import_piece, attestation_import_row TO {{service}};

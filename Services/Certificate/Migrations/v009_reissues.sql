-- Papers issued again (补发) for a certificate that was lost or damaged: it keeps its number, each paper has a serial of its own.
CREATE TABLE reissue (
    id           uuid    PRIMARY KEY,
    certificate  uuid    NOT NULL UNIQUE REFERENCES certificate (id),
    credit_code  text    NOT NULL,
    papers       integer NOT NULL CHECK (papers > 1),
    state        jsonb   NOT NULL,
    version      integer NOT NULL
);
-- The serial of a printed blank (印制流水码) is one paper's within its enterprise.
CREATE TABLE reissue_blank (
    credit_code  text NOT NULL,
    blank        text NOT NULL,
    certificate  uuid NOT NULL REFERENCES reissue (certificate),
    PRIMARY KEY (credit_code, blank)
);
GRANT SELECT, INSERT, UPDATE ON reissue TO {{service}};
GRANT SELECT, INSERT ON reissue_blank TO {{service}};

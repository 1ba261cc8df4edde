-- What human resources corrected of persons' records; what they said before and say now is encrypted, bound to the row's id.
CREATE TABLE person_change (
    id            uuid        PRIMARY KEY,
    certificate   uuid        NOT NULL REFERENCES certificate (id),
    -- How often the registration had been handed in.
    submissions   integer     NOT NULL,
    field         text        NOT NULL,
    words         bytea       NOT NULL,
    changed_by    text        NOT NULL,
    changed_at    timestamptz NOT NULL
);
CREATE INDEX person_change_of_certificate ON person_change (certificate, id);
GRANT SELECT, INSERT ON person_change TO {{service}};

-- To whom certificates were handed over, on paper or electronically; one undone stays with its reason.
CREATE TABLE hand_over (
    id           uuid    PRIMARY KEY,
    certificate  uuid    NOT NULL REFERENCES certificate (id),
    credit_code  text    NOT NULL,
    -- Whether it was not undone.
    stands       boolean NOT NULL,
    state        jsonb   NOT NULL,
    version      integer NOT NULL
);
CREATE INDEX hand_over_of_certificate ON hand_over (certificate, id);
CREATE INDEX hand_over_of_enterprise ON hand_over (credit_code, id);
GRANT SELECT, INSERT, UPDATE ON hand_over TO {{service}};

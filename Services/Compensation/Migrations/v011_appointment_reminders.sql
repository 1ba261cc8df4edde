-- Certificates in force of which the enterprise was reminded that nobody is appointed.
CREATE TABLE appointment_reminder (
    id           uuid     PRIMARY KEY,
    version      integer  NOT NULL CHECK (version > 0),
    credit_code  text     NOT NULL,
    certificate  uuid     NOT NULL UNIQUE,
    due_on       date     NOT NULL,
    state        jsonb    NOT NULL
);
CREATE INDEX appointment_reminder_enterprise ON appointment_reminder (credit_code, id);

GRANT SELECT, INSERT, UPDATE ON appointment_reminder TO {{service}};

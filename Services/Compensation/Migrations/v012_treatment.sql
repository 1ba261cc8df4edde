-- Treatment beside pay: what each appointment brings by the dated catalogue, who owes it, and what shows that it was granted.
CREATE TABLE treatment_item (
    id           uuid     PRIMARY KEY,
    version      integer  NOT NULL CHECK (version > 0),
    appointment  uuid     NOT NULL REFERENCES appointment (id) ON DELETE CASCADE,
    person       uuid     NOT NULL,
    credit_code  text     NOT NULL,
    code         text     NOT NULL,
    party        text     NOT NULL CHECK (party IN ('enterprise', 'department')),
    department   text,
    due_on       date     NOT NULL,
    stage        text     NOT NULL CHECK (stage IN ('owed', 'done', 'waived')),
    state        jsonb    NOT NULL,
    UNIQUE (appointment, code)
);
CREATE INDEX treatment_item_enterprise ON treatment_item (credit_code, id);
CREATE INDEX treatment_item_person ON treatment_item (person, id);
CREATE INDEX treatment_item_due ON treatment_item (due_on, id) WHERE stage = 'owed';

-- By which catalogue the items of an appointment were listed last; appointments without a row are listed by the service.
CREATE TABLE treatment_listing (
    appointment  uuid  PRIMARY KEY REFERENCES appointment (id) ON DELETE CASCADE,
    catalogue    text  NOT NULL
);

GRANT SELECT, INSERT, UPDATE ON treatment_item, treatment_listing TO {{service}};

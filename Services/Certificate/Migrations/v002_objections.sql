-- What objections do to certificates: held or taken out before they have a number, on the list of revocations after.

ALTER TABLE registration ADD COLUMN list uuid;
UPDATE registration SET list = (jsonb_path_query_first(state, '$.*.batch.list') #>> '{}')::uuid;
ALTER TABLE registration ALTER COLUMN list SET NOT NULL;
CREATE INDEX registration_of_list ON registration (list);

ALTER TABLE certificate DROP CONSTRAINT certificate_check;
ALTER TABLE certificate ADD CONSTRAINT certificate_number CHECK ((number IS NULL) = (stage IN ('prepared', 'held', 'taken-out')));
CREATE INDEX certificate_of_person ON certificate (person);

-- How names of lists stand by what publicity said last, kept also before anything is registered: filing, evaluation and
-- publicity are heard in any order. A row without person is about the whole list.
CREATE TABLE name_standing (
    list     uuid NOT NULL,
    person   uuid,
    standing text NOT NULL CHECK (standing IN ('held', 'free', 'removed')),
    reason   text,
    UNIQUE NULLS NOT DISTINCT (list, person)
);

-- Certificates that may have to be revoked; one item each.
CREATE TABLE revocation (
    id           uuid    PRIMARY KEY,
    certificate  uuid    NOT NULL UNIQUE REFERENCES certificate (id),
    credit_code  text    NOT NULL,
    stage        text    NOT NULL,
    state        jsonb   NOT NULL,
    version      integer NOT NULL
);
CREATE INDEX revocation_in_stage ON revocation (stage, id);

GRANT SELECT, INSERT, UPDATE ON name_standing, revocation TO {{service}};

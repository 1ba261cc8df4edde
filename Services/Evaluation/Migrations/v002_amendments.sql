-- Somebody who may have been left out of a list, as the office that handles objections referred it back.
-- The item has an id of its own: that of the objection would say when somebody objected.
CREATE TABLE omission (
    id uuid PRIMARY KEY,
    version int NOT NULL,
    objection uuid NOT NULL UNIQUE,
    round uuid NOT NULL REFERENCES round (id),
    is_open boolean NOT NULL,
    state jsonb NOT NULL
);
CREATE INDEX omission_round ON omission (round, id);

GRANT SELECT, INSERT, UPDATE ON omission TO {{service}};

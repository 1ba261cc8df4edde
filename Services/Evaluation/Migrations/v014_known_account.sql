-- Who the accounts are that write for an enterprise, as they last came: two accounts of one person do not count as two persons.
-- Of accounts that wrote before nobody knows; they are told apart by the account alone until they come again.
CREATE TABLE known_account (
    account text PRIMARY KEY,
    name text NOT NULL,
    person uuid
);

GRANT SELECT, INSERT, UPDATE ON known_account TO {{service}};

-- What the older version knows nothing of cannot go back: units, questions, contacts but the first, and names it could not
-- open, which must be asked for again.
DROP TABLE policy_note_copy, policy_note, liaison, question;
ALTER TABLE general_filing DROP COLUMN filing_authority;
DROP TABLE authority, special_coverage, enterprise_unit;
DROP INDEX enterprise_in_county;
UPDATE enterprise SET state = state #- '{registered,units}' WHERE state ? 'registered';
DELETE FROM enterprise_contact AS other USING enterprise_contact AS first
    WHERE first.enterprise = other.enterprise AND (first.place, first.id) < (other.place, other.id);
UPDATE enterprise_contact SET name_sealed = NULL, name = '请重新填写' WHERE name IS NULL;
ALTER TABLE enterprise_contact
    DROP COLUMN id, DROP COLUMN place, DROP COLUMN purpose, DROP COLUMN name_sealed, DROP COLUMN email,
    ALTER COLUMN name SET NOT NULL,
    ADD PRIMARY KEY (enterprise);
REVOKE DELETE ON enterprise_contact FROM {{service}};
REVOKE INSERT, UPDATE ON jurisdiction FROM {{service}};
ALTER TABLE jurisdiction DROP COLUMN id, DROP COLUMN version;

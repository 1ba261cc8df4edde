-- A delivery that says something else than it did before goes by another id: what was sent is known by its digest.
ALTER TABLE province_delivery DROP CONSTRAINT province_delivery_stage_check;
ALTER TABLE province_delivery ADD CONSTRAINT province_delivery_stage_check
    CHECK (stage IN ('waiting', 'answered', 'refused', 'exported', 'replaced'));
ALTER TABLE province_delivery ADD COLUMN digest text;
-- What of those that wait was sent before is not known: each goes by another id once.
UPDATE province_delivery SET digest = '-' WHERE stage = 'waiting';
-- A record corrected after issue is signed again under the same key.
GRANT UPDATE ON certificate_statement TO {{service}};
CREATE INDEX province_delivery_waiting ON province_delivery (id) WHERE stage = 'waiting';

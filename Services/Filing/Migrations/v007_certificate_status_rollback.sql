-- To the version before, what is not in force is suspended.
UPDATE heard_certificate SET status = 'suspended' WHERE status IN ('revoked', 'cancelled');
ALTER TABLE heard_certificate DROP CONSTRAINT heard_certificate_status_check;
ALTER TABLE heard_certificate ADD CONSTRAINT heard_certificate_status_check CHECK (status IN ('valid', 'suspended'));

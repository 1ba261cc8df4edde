-- Certificates are also revoked and cancelled.
ALTER TABLE heard_certificate DROP CONSTRAINT heard_certificate_status_check;
ALTER TABLE heard_certificate ADD CONSTRAINT heard_certificate_status_check
    CHECK (status IN ('valid', 'suspended', 'revoked', 'cancelled'));

DROP INDEX certificate_not_in_force;
DROP TABLE list_due, published_list, statement_due, certificate_statement, issuer_key;

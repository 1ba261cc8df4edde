DROP TABLE authority_copy;

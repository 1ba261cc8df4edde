DROP TABLE certificate_copy;

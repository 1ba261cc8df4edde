DROP TABLE filed_agency;
DROP TABLE certificate_counter;
DROP TABLE certificate;
DROP TABLE registration;

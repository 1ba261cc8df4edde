DROP TABLE reconciliation;
DROP TABLE drift;
DROP TABLE province_parked;
DROP TABLE province_cursor;
DROP TABLE province_delivery;
DROP TABLE upload_look;
DROP TABLE upload;

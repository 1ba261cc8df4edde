DROP TABLE appointment;
DROP TABLE holder;
DROP TABLE post;
DROP TABLE benchmark;

DROP TABLE reissue_blank;
DROP TABLE reissue;

DROP TABLE calendar_copy;

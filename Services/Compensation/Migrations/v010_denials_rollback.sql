DROP TABLE denial;

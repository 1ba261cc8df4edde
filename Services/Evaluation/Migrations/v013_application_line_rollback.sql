DROP TABLE application_line;

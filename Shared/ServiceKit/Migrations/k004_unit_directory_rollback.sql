DROP TABLE unit_directory;

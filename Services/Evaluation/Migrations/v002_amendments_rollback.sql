DROP TABLE omission;

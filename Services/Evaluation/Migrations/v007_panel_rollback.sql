DROP TABLE panel, expert;

DROP TABLE number_passed_over;

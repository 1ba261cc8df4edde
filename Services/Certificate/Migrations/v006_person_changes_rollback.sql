DROP TABLE person_change;

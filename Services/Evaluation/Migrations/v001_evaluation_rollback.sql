DROP TABLE determination, proposed_list, ballot, application, round, plan, person, known_filing;

DROP TABLE relaxation, mapping_decision, rule_set;

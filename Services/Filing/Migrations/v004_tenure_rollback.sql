DROP TABLE exit_preview;
DROP TABLE exit_case;
DROP TABLE heard_appointment, heard_certificate, heard_strike, heard_name, heard_notice, heard_list, heard_round;
DROP TABLE tenure_request;
DROP TABLE tenure;

DROP TABLE receipt_counter;
DROP TABLE work_plan;
DROP TABLE special_filing;
DROP TABLE general_filing;
DROP TABLE agency_code;
DROP TABLE enterprise_contact;
DROP TABLE enterprise;
DROP TABLE jurisdiction;

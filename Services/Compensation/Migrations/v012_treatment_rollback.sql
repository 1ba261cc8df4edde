DROP TABLE treatment_listing;
DROP TABLE treatment_item;

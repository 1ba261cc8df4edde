-- The version before counts them its own way.
UPDATE attested_month SET look_on = month;

-- Nothing was made that would have to be taken back.
SELECT 1;

DROP TABLE paper_piece;
DROP TABLE paper_job;

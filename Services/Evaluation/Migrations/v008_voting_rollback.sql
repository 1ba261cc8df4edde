DROP TABLE vote_box;
DROP TABLE voting;

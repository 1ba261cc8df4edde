DROP TABLE objection;
DROP TABLE notice;
DROP TABLE calendar;

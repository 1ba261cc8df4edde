DROP TABLE defence, entered_score, score_sheet, scoring;

-- Running numbers that were passed over because the scheme in force began its range above them: gaps that are explained.
CREATE TABLE number_passed_over (
    series    text    NOT NULL REFERENCES certificate_counter (series),
    first     integer NOT NULL CHECK (first > 0),
    last      integer NOT NULL CHECK (last >= first),
    noted_on  date    NOT NULL,
    PRIMARY KEY (series, first)
);
GRANT SELECT, INSERT ON number_passed_over TO {{service}};

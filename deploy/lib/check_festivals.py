"""Compares computed festivals with those of two other programs: check_festivals.py FIRST LAST < lines "YYYY-MM-DD name".

lunar_python computes new moons and solar terms by other series than ours; zhdate has a table from the Hong Kong Observatory.
Both must have every festival of every year on the same day, but zhdate has no solar terms.
"""
import datetime
import sys

from lunar_python import Lunar, Solar
from zhdate import ZhDate

LUNAR = {"春节": (1, 1), "端午节": (5, 5), "中秋节": (8, 15)}
DAY = datetime.timedelta(days=1)


def with_eve(days):
    """Adds the eve of the Spring Festival."""
    return days | {"除夕": days["春节"] - DAY}


def date(solar):
    """The date of a day of lunar_python."""
    return datetime.date(solar.getYear(), solar.getMonth(), solar.getDay())


def computed(year):
    """The festivals of a year by lunar_python."""
    days = {name: date(Lunar.fromYmd(year, *day).getSolar()) for name, day in LUNAR.items()}
    days["清明节"] = date(Solar.fromYmd(year, 4, 1).getLunar().getJieQiTable()["清明"])
    return with_eve(days)


def tabled(year):
    """The festivals of a year by zhdate."""
    return with_eve({name: ZhDate(year, *day).to_datetime().date() for name, day in LUNAR.items()})


def main(first, last):
    """Compares, tells every difference, and returns the exit code."""
    ours = {year: {} for year in range(int(first), int(last) + 1)}
    for line in sys.stdin:
        day, name = line.split()
        day = datetime.date.fromisoformat(day)
        if ours[day.year].setdefault(name, day) != day:
            raise ValueError(f"{name} of {day.year} is there twice")
    failures = compared = 0
    for year, days in ours.items():
        for source in (computed, tabled):
            for name, day in source(year).items():
                compared += 1
                if days.get(name) != day:
                    failures += 1
                    print(f"error: {name} of {year} is {days.get(name)}, {source.__doc__.rstrip('.').split()[-1]} {day}")
        if len(days) != 5:
            failures += 1
            print(f"error: {year} has {sorted(days)}")
    print(f"{len(ours)} years, {compared} days compared, {failures} differ")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

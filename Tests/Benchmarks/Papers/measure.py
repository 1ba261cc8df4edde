#!/usr/bin/env python3
"""Certificates printed here and by ReportLab, by turns on one core; started by Tests/Benchmarks/run in ReportLab's environment."""

import argparse
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile

from PIL import Image, ImageDraw


def photo(path):
    """A portrait of nobody, as large as photos are kept."""
    picture = Image.new("RGB", (413, 579), "white")
    draw = ImageDraw.Draw(picture)
    draw.ellipse((120, 90, 293, 330), fill=(226, 188, 164))
    draw.ellipse((40, 380, 373, 800), fill=(48, 66, 110))
    picture.save(path, quality=92)


class Measurement:
    def __init__(self, asked, folder):
        self.asked = asked
        self.folder = folder
        self.photo = str(folder / "photo.jpg")
        photo(self.photo)
        core = max(os.sched_getaffinity(0))
        self.pinned = ["taskset", "-c", str(core)]
        here = pathlib.Path(__file__).parent
        self.ours = [asked.bench, "papers"]
        self.theirs = [sys.executable, str(here / "sheet.py")]

    def run(self, who, form, count, codes):
        command = self.ours if who == "ours" else self.theirs
        font = self.asked.family if who == "ours" else self.asked.font
        output = self.folder / f"{who}-{form}{'-codes' if codes else ''}.pdf"
        arguments = [form, "--count", str(count), "--font", font, "--photo", self.photo, "--output", str(output)]
        if codes:
            arguments.append("--codes")
        done = subprocess.run(self.pinned + command + arguments, check=True, capture_output=True, text=True)
        return json.loads(done.stdout) | {"bytes": output.stat().st_size}

    def table(self):
        asked = self.asked
        print(f"Load before {os.getloadavg()[0]:.2f}; {asked.rounds} rounds by turns, medians, processor time of one core."
              f" The font is {asked.family} (TrueType, embedded in part) in both.\n")
        print("| | certificates | here, a second | ReportLab, a second | ratio | a file here, KiB | ReportLab, KiB | most memory here, MiB | ReportLab, MiB |")
        print("|---|---|---|---|---|---|---|---|---|")
        for form, codes, count, fewer in (("single", False, 600, 300), ("single", True, 600, 60),
                                          ("batch", False, 3000, 1000), ("batch", True, 3000, 100)):
            ours, theirs = [], []
            for turn in range(asked.rounds):
                order = [(ours, "ours", count), (theirs, "theirs", fewer)]
                for found, who, sheets in order if turn % 2 == 0 else reversed(order):
                    found.append(self.run(who, form, sheets, codes))
            rate = statistics.median(one["count"] / one["seconds"] for one in ours)
            other = statistics.median(one["count"] / one["seconds"] for one in theirs)
            what = {"single": "a file each", "batch": "one file"}[form]
            print(f"| {what}, {'both codes' if codes else 'no codes'} | {count} ({fewer}) | **{rate:.0f}** | {other:.0f} |"
                  f" **{rate / other:.1f}** | {ours[-1]['bytes'] / 1024:.0f} | {theirs[-1]['bytes'] / 1024:.0f} |"
                  f" {max(one['peak'] for one in ours) / 1024:.0f} | {max(one['peak'] for one in theirs) / 1024:.0f} |")
        for form, what in (("single", f"{asked.many:,} files, one after the other"), ("batch", f"One file of {asked.many:,} certificates")):
            one = self.run("ours", form, asked.many, True)
            print(f"\n{what}, both codes: {one['count'] / one['seconds']:.0f} a second, at most {one['peak'] / 1024:.0f} MiB"
                  " (asked for: 200).")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--bench", required=True)
    parser.add_argument("--family", default="HanaMinA")
    parser.add_argument("--font", default="/usr/share/fonts/truetype/hanazono/HanaMinA.ttf")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--many", type=int, default=10_000)
    parser.add_argument("--keep", help="a folder where files are left to be looked at")
    asked = parser.parse_args()
    if asked.keep:
        folder = pathlib.Path(asked.keep)
        folder.mkdir(parents=True, exist_ok=True)
        Measurement(asked, folder).table()
        return
    with tempfile.TemporaryDirectory() as folder:
        Measurement(asked, pathlib.Path(folder)).table()


if __name__ == "__main__":
    main()

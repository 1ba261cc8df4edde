#!/usr/bin/env python3
"""Measures the list page of a round from outside; started by Tests/Benchmarks/run."""

import argparse
import json
import os
import pathlib
import random
import statistics
import sys
import time
import urllib.parse

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "Outside"))

from measuring import percentile
from service import Database, Service

ROUND = "00000000-0000-7000-8000-000000000001"
OCCUPATIONS = [("6-18-02-04", "焊工"), ("6-20-01-01", "钳工"), ("6-31-01-03", "电工"), ("6-18-01-01", "车工")]
STAGES = ["submitted", "eligible", "needs-person", "ineligible", "approved", "declined"]
# What human resources look for.
QUESTIONS = ["first page", "next pages", "a state", "an occupation", "a unit", "a name", "part of a name", "a word that is none",
             "unit, occupation and state"]


class Measurement:
    def __init__(self, arguments):
        self.asked = arguments
        self.database = Database(arguments.psql, arguments.database)
        self.service = Service(arguments.service, arguments.log, json.loads(os.environ.pop("BENCHMARK_TOKENS")))

    def run(self):
        self.database.expect_no_history("filing", "publicity-timer")
        self.fill()
        self.service.start()
        waits = {question: [] for question in QUESTIONS}
        chance = random.Random(1)
        after = None
        for number in range(self.asked.pages + len(QUESTIONS)):
            question = QUESTIONS[number % len(QUESTIONS)]
            query = {"columns": "list", "limit": "50", **self.query(question, chance)}
            if question == "next pages" and after:
                query["after"] = after
            begin = time.monotonic()
            status, answer = self.service.call(
                "GET", f"/rounds/{ROUND}/applications?" + urllib.parse.urlencode(query), "centre")
            took = time.monotonic() - begin
            if status != 200:
                raise RuntimeError(f"{question}: {status} {answer[:300]}")
            page = json.loads(answer)
            if question in ("first page", "next pages"):
                after = page["next"]
            if question == "a word that is none" and page["items"]:
                raise RuntimeError("it found what is not there")
            # The first of each kind prepares its statements.
            if number >= len(QUESTIONS):
                waits[question].append(took)
        self.service.stop()
        together = [wait for each in waits.values() for wait in each]
        size = self.database.run("SELECT pg_size_pretty(pg_total_relation_size('application_line'))")
        print(f"Load before {self.asked.load}.\n")
        print(
            f"**A round of {self.asked.applications} applications** (its lines {size} with their indexes), {len(together)} pages of 50"
            f" lines with the totals of every state, one after the other over HTTP, in milliseconds. Asked for: p95 ≤ 50 ms; all"
            f" together p50 {percentile(together, 0.5):.1f}, p95 **{percentile(together, 0.95):.1f}**, p99"
            f" {percentile(together, 0.99):.1f}.\n")
        print("| looked for | p50 | p95 | p99 |\n|---|---|---|---|")
        for question in QUESTIONS:
            print("| " + question + " | " + " | ".join(
                f"{percentile(waits[question], share):.1f}" for share in (0.5, 0.95, 0.99)) + " |")
        print(f"| *the page's two statements in PostgreSQL alone, median* | {self.plain():.1f} | | |")

    def query(self, question, chance):
        place = chance.randrange(self.asked.applications)
        unit, occupation = f"第{place % 40 + 1}分公司", OCCUPATIONS[place % 4][0]
        return {
            "a state": {"state": STAGES[place % 6]},
            "an occupation": {"occupation": occupation},
            "a unit": {"unit": unit},
            "a name": {"q": f"王建国{place}"},
            "part of a name": {"q": f"国{place % 100}"},
            "a word that is none": {"q": "查无此人"},
            "unit, occupation and state": {"unit": unit, "occupation": occupation, "state": STAGES[place % 6]},
        }.get(question, {})

    def plain(self):
        """Milliseconds PostgreSQL takes for a first page and its totals, asked by psql with its own clock."""
        script = "\\timing on\n" + (
            f"SELECT * FROM application_line WHERE round = '{ROUND}' ORDER BY application LIMIT 51 \\g /dev/null\n"
            f"SELECT stage, count(*) FROM application_line WHERE round = '{ROUND}' GROUP BY stage \\g /dev/null\n") * 21
        times = [float(line.split()[1]) for line in self.database.run(script).splitlines() if line.startswith("Time:")]
        return statistics.median(a + b for a, b in zip(times[::2], times[1::2]))

    def fill(self):
        """A round with applications as long as real ones, and their lines as the service writes them."""
        occupations = [{"code": code, "edition": "2022", "name": name} for code, name in OCCUPATIONS]
        enterprise = {"id": ROUND, "creditCode": "91371600MA3N00011J"}
        terms = {
            "filing": {"filing": ROUND, "enterprise": enterprise, "enterpriseName": "滨州渤远机械制造有限公司",
                       "agencyCode": "Y000037160001", "occupations": occupations, "validFrom": "2025-03-01",
                       "validThrough": "2028-02-29"},
            "title": "2026年特级技师评价", "referenceDate": "2026-09-01",
            "criteria": {"seniorPostYears": 4, "additionalConditions": 1}, "publicityDays": 5,
            "posts": [{"occupation": each, "count": 3} for each in occupations],
            "methods": [{"name": "业绩评审", "weight": 100, "passMark": 60}], "organisation": "考核委员会",
            "panel": [{"evaluator": f"expert-{n}", "name": f"委员{n}", "unit": "技术中心"} for n in range(5)],
            "determination": {"rule": "on-completion",
                              "authorisedBy": {"name": "周明远", "office": "董事长", "basis": "第6号决议"}},
            "handlingOffice": "纪检监察室", "decision": "总经理办公会决议",
        }
        state = json.dumps({"collecting": {"plan": ROUND, "terms": terms}}, ensure_ascii=False)
        names = "ARRAY[" + ",".join(f"'{name}'" for _, name in OCCUPATIONS) + "]"
        codes = "ARRAY[" + ",".join(f"'{code}'" for code, _ in OCCUPATIONS) + "]"
        stages = "ARRAY[" + ",".join(f"'{stage}'" for stage in STAGES) + "]"
        self.database.run(f"""
            BEGIN;
            INSERT INTO round (id, version, credit_code, filing, stage, state)
            VALUES ('{ROUND}', 1, '{enterprise['creditCode']}', '{ROUND}', 'collecting', $json${state}$json$);
            INSERT INTO round_told (round, is_open) VALUES ('{ROUND}', true);
            CREATE TEMPORARY TABLE one ON COMMIT DROP AS
            SELECT n, ('00000000-0000-7000-8000-1' || lpad(n::text, 11, '0'))::uuid AS id, '王建国' || n AS name,
                '第' || n % 40 + 1 || '分公司' AS unit, '焊接' || n % 9 + 1 || '车间' AS workshop,
                ({codes})[n % 4 + 1] AS code, ({names})[n % 4 + 1] AS occupation, ({stages})[n % 6 + 1] AS stage
            FROM generate_series(0, {self.asked.applications - 1}) AS n;
            INSERT INTO person (id, name, document_type, document_hash, document_number)
            SELECT id, name, '居民身份证', decode(md5(n::text), 'hex'), '\\x00' FROM one;
            INSERT INTO application (id, version, round, person, stage, is_confirmed, state)
            SELECT id, 3, '{ROUND}', id, stage, true,
                jsonb_build_object('submitted', jsonb_build_object('entry', repeat(md5(n::text), 120))) FROM one;
            INSERT INTO application_line
            SELECT '{ROUND}', id, id, stage, true, name, unit, workshop, '班组长', code, occupation, NULL, n % 50 = 0,
                CASE WHEN stage IN ('approved', 'declined') THEN 4 END, CASE WHEN stage IN ('approved', 'declined') THEN 5 END,
                3, lower(concat_ws(' ', name, unit, workshop, '班组长', occupation)) FROM one;
            COMMIT;
            ANALYZE;""")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("psql", "database", "service", "log", "load"):
        parser.add_argument("--" + name, required=True)
    parser.add_argument("--applications", type=int, default=20_000)
    parser.add_argument("--pages", type=int, default=1_800)
    Measurement(parser.parse_args()).run()

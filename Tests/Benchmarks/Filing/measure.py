#!/usr/bin/env python3
"""Measures filing from outside: lists entered, the register searched, a large file up and down; started by Tests/Benchmarks/run."""

import argparse
import hashlib
import http.client
import json
import os
import pathlib
import random
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.parse

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "Outside"))

import lists
from copying import seconds_by_copy
from memory import MemoryWatch
from measuring import percentile, tell, wait_for
from service import Database, Service

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# What entering a list leaves behind, in the order rows may be written.
TABLES = ["enterprise", "enterprise_contact", "agency_code", "general_filing", "tenure", "register_entry", "filing_import",
          "filing_import_row", "journal", "outbox_sequence", "outbox_archive"]
# What the register is looked through for, and how its words are made.
SEARCHES = ["part of a name", "whole name", "credit code", "occupation", "county and state", "suspended", "far page",
            "name that is none"]


class Measurement:
    def __init__(self, arguments):
        self.asked = arguments
        self.database = Database(arguments.psql, arguments.database)
        self.service = Service(arguments.service, arguments.log, json.loads(os.environ.pop("BENCHMARK_TOKENS")))
        self.lines = []

    def write(self, *lines):
        self.lines += lines

    def run(self):
        self.database.expect_no_history("publicity-timer", "evaluation", "certificate", "compensation")
        self.database.copy_as_reference()
        self.service.start()
        self.write(f"Load before {self.asked.load}.", "")
        self.enter()
        self.search()
        self.large_file()
        self.service.stop()
        print("\n".join(self.lines))

    # Lists.

    def enter(self):
        """A list of filings, with 3 % of its rows wrong; then the same rows by COPY."""
        count = self.asked.filings
        book = lists.workbook(lists.rows(count))
        begin = time.monotonic()
        with MemoryWatch(self.service) as watch:
            view = self.service.ask("POST", "/general-filing-imports?name=x.xlsx", "centre", book, XLSX)
            received = time.monotonic() - begin
            path = f"/general-filing-imports/{view['id']}"
            wait_for(lambda: self.service.ask("GET", path, "centre")["state"] == "finished", 600)
        took = time.monotonic() - begin
        view = self.service.ask("GET", path, "centre")
        fetched = time.monotonic()
        status, errors = self.service.call("GET", path + "/errors", "centre")
        fetched = time.monotonic() - fetched
        if status != 200 or view["entered"] + view["refused"] != count:
            raise RuntimeError(f"{status} {view}")
        wait_for(lambda: self.database.number("SELECT count(*) FROM outbox") == 0, 600)
        plain = seconds_by_copy(self.database, TABLES)
        self.write(
            f"**A list of {count} filings** ({len(book) >> 10} KiB, {view['refused']} of them wrong). Asked for: 5,000 in 10 s.", "",
            "| | seconds |", "|---|---|",
            f"| read and received | {received:.2f} |", f"| entered, from the upload on | **{took:.2f}** |",
            f"| the wrong rows back as a workbook | {fetched:.2f} |",
            f"| the same rows by `COPY` into the same tables and indexes, nothing decided | {plain:.2f} |", "",
            f"Memory {watch.before:.0f} MiB before, {watch.most:.0f} MiB at most.", "")
        tell(f"{view['entered']} filings entered in {took:.2f} s, by COPY {plain:.2f} s")

    # The register.

    def search(self):
        """A register of many, filled with entries like those the service made."""
        count = self.asked.register
        self.fill(count)
        size = self.database.run("SELECT pg_size_pretty(pg_total_relation_size('register_entry'))")
        chance = random.Random(2)
        samples = [row.split("|") for row in self.database.run(
            "SELECT filing, name, credit_code FROM register_entry ORDER BY random() LIMIT 2000").splitlines()]
        waits = {search: [] for search in SEARCHES}
        for number in range(self.asked.searches):
            search = SEARCHES[number % len(SEARCHES)]
            query = self.query(search, chance.choice(samples), chance)
            begin = time.monotonic()
            status, answer = self.service.call("GET", "/register?limit=20&" + urllib.parse.urlencode(query))
            waits[search].append(time.monotonic() - begin)
            if status != 200:
                raise RuntimeError(f"{search}: {status} {answer[:300]}")
        plain = {search: self.plain_search(search, samples) for search in SEARCHES}
        together = [wait for each in waits.values() for wait in each]
        self.write(
            f"**The register of {count} filings** ({size} with its indexes), {self.asked.searches} searches one after the other over"
            f" HTTP, in milliseconds. Asked for: p95 ≤ 20 ms; all together p50 {percentile(together, 0.5):.1f}, p95"
            f" **{percentile(together, 0.95):.1f}**, p99 {percentile(together, 0.99):.1f}.", "",
            "| looked for | p50 | p95 | p99 | plain `LIKE` in PostgreSQL, median |", "|---|---|---|---|---|",
            *(f"| {search} | {percentile(waits[search], 0.5):.1f} | {percentile(waits[search], 0.95):.1f} |"
              f" {percentile(waits[search], 0.99):.1f} | {plain[search]:.1f} |" for search in SEARCHES), "")
        tell(f"register p95 {percentile(together, 0.95):.1f} ms")
        self.download()

    def fill(self, count):
        names = "\n".join(lists.name(random.Random(number)) + str(number % 7 or "") for number in range(count))
        with tempfile.NamedTemporaryFile("w", encoding="utf-8") as file:
            file.write(names + "\n")
            file.flush()
            self.database.run(f"""
                CREATE TEMPORARY TABLE word (number serial, name text);
                \\copy word (name) FROM '{file.name}'
                CREATE TEMPORARY TABLE sample AS SELECT *, row_number() OVER () AS place FROM register_entry LIMIT 1000;
                CREATE FUNCTION pg_temp.pairs(key text) RETURNS text[] LANGUAGE sql IMMUTABLE AS $$
                    SELECT array_agg(DISTINCT part ORDER BY part) FROM (
                        SELECT substr(key, n, 1) AS part FROM generate_series(1, length(key)) AS n
                        UNION SELECT substr(key, n, 2) FROM generate_series(1, length(key) - 1) AS n) AS parts $$;
                INSERT INTO register_entry (filing, enterprise, kind, name, credit_code, county, agency_code, occupations,
                    valid_from, valid_through, standing, name_key, name_pairs, occupation_key, occupation_pairs)
                SELECT (lpad(to_hex(1700000000000 + number), 12, '0') || '70008000' || lpad(to_hex(number), 12, '0'))::uuid,
                    enterprise, kind, word.name, '9137160' || lpad(number::text, 11, '0'), county,
                    'Y000038' || lpad(number::text, 6, '0'), occupations, valid_from,
                    valid_through - (number % 900), CASE WHEN number % 500 = 0 THEN 'suspended' WHEN number % 300 = 0
                    THEN 'cancelled' ELSE standing END, upper(word.name), pg_temp.pairs(upper(word.name)), occupation_key,
                    occupation_pairs
                FROM word JOIN sample ON sample.place = word.number % (SELECT count(*) FROM sample) + 1
                WHERE number <= {count} - (SELECT count(*) FROM register_entry);
                VACUUM ANALYZE register_entry;""")
        tell(f"{self.database.run('SELECT count(*) FROM register_entry')} entries in the register")

    @staticmethod
    def query(search, sample, chance):
        filing, name, code = sample
        if search == "part of a name":
            place = chance.randrange(len(name) - 2)
            return {"q": name[place:place + chance.choice((2, 3))]}
        return {
            "whole name": {"q": name}, "credit code": {"q": code}, "occupation": {"occupation": chance.choice(("焊工", "数控", "6-20"))},
            "county and state": {"county": chance.choice(lists.COUNTIES), "state": chance.choice(("in-force", "expired"))},
            "suspended": {"state": "suspended"}, "far page": {"after": filing},
            "name that is none": {"q": "乌有" + chance.choice(lists.WORDS) + "厂"},
        }[search]

    def plain_search(self, search, samples):
        """Milliseconds of the same question asked in the plainest way, without the register's indexes of parts."""
        chance = random.Random(3)
        times = []
        for sample in samples[:9]:
            query = self.query(search, sample, chance)
            where = {
                "part of a name": "name LIKE '%{q}%'", "whole name": "name LIKE '%{q}%'", "name that is none": "name LIKE '%{q}%'",
                "credit code": "credit_code LIKE '{q}%'", "occupation": "occupations::text LIKE '%{occupation}%'",
                "county and state": "county = (SELECT code FROM jurisdiction WHERE '{county}' IN (code, name))"
                                    " AND standing = 'in-force'",
                "suspended": "standing = 'suspended'", "far page": "filing < '{after}'",
            }[search].format(**query)
            plan = self.database.run(
                f"EXPLAIN (ANALYZE, TIMING OFF) SELECT * FROM register_entry WHERE {where} ORDER BY filing DESC LIMIT 21")
            times.append(float(plan.split("Execution Time: ")[1].split(" ms")[0]))
        return statistics.median(times)

    def download(self):
        """The whole register as files."""
        for name, form in (("CSV", "csv"), ("workbook", "xlsx")):
            begin = time.monotonic()
            with MemoryWatch(self.service) as watch:
                length = self.drain(f"/register/download?format={form}")
            took = time.monotonic() - begin
            self.write(
                f"The whole register as a {name}: {length / 2**20:.1f} MiB in {took:.1f} s, memory {watch.before:.0f} MiB before and"
                f" {watch.most:.0f} MiB at most.", "")
            tell(f"{form}: {length} bytes in {took:.1f} s, {watch.most:.0f} MiB at most")

    def drain(self, path, role=None):
        """How many bytes an answer has; none of them are kept."""
        connection = http.client.HTTPConnection("127.0.0.1", self.service.port, timeout=300)
        try:
            headers = {"authorization": "Bearer " + self.service.tokens[role]} if role else {}
            connection.request("GET", path, headers=headers)
            answer = connection.getresponse()
            if answer.status != 200:
                raise RuntimeError(f"{path}: {answer.status} {answer.read(300)}")
            length = 0
            while piece := answer.read(1 << 16):
                length += len(piece)
            return length
        finally:
            connection.close()

    # A large file.

    def large_file(self):
        """A scanned paper of 50 MB, chunk by chunk up and as one stream down."""
        size = self.asked.megabytes * 1_000_000
        body = b"%PDF-1.4\n1 0 obj\n<< /Length 0 >>\nstream\n"
        tail = b"\nendstream\nendobj\ntrailer\n<< >>\n%%EOF\n"
        paper = body + random.Random(4).randbytes(size - len(body) - len(tail)) + tail
        filing = self.handed_in()
        declared = {"name": "方案.pdf", "purpose": self.asked.purpose, "size": size,
                    "sha256": hashlib.sha256(paper).hexdigest()}
        begin = time.monotonic()
        with MemoryWatch(self.service) as up:
            file = self.service.ask("POST", f"/general-filings/{filing}/attachments", "hr", declared)
            for number in range(file["chunks"]):
                chunk = paper[number * file["chunkSize"]:(number + 1) * file["chunkSize"]]
                status, answer = self.service.call(
                    "PUT", f"/attachments/{file['id']}/chunks/{number}", "hr", chunk, kind="application/octet-stream")
                if status != 204:
                    raise RuntimeError(f"chunk {number}: {status} {answer[:300]}")
            self.service.ask("POST", f"/attachments/{file['id']}/completion", "hr")
        sent = time.monotonic() - begin
        begin = time.monotonic()
        with MemoryWatch(self.service) as down:
            length = self.drain(f"/attachments/{file['id']}/content", "hr")
        fetched = time.monotonic() - begin
        if length != size:
            raise RuntimeError(f"{length} bytes came back of {size}")
        plain = self.plain_file(paper, file["chunkSize"])
        self.write(
            f"**A file of {self.asked.megabytes} MB** in chunks of {file['chunkSize'] >> 10} KiB. Asked for: constant memory.", "",
            "| | seconds | memory before, MiB | at most, MiB |", "|---|---|---|---|",
            f"| up, digest and kind checked | {sent:.2f} | {up.before:.0f} | **{up.most:.0f}** |",
            f"| down | {fetched:.2f} | {down.before:.0f} | **{down.most:.0f}** |",
            f"| the same chunks by `INSERT` alone | {plain:.2f} | | |", "")
        tell(f"{self.asked.megabytes} MB up {sent:.1f} s ({up.most:.0f} MiB), down {fetched:.1f} s ({down.most:.0f} MiB)")

    def handed_in(self):
        """The id of a general filing an enterprise is writing."""
        code = lists.credit_code(9_999_999)
        self.service.ask("POST", "/enterprises", "centre", {
            "creditCode": code, "name": "大文件厂", "jurisdiction": "滨城区", "legalRepresentative": "王五",
            "contact": {"name": "赵六", "telephone": "0543-1234567"}})
        self.service.tokens["hr"] = self.token(code)
        return self.service.ask("POST", "/general-filings/drafts", "hr", {
            "creditCode": code, "evaluationBody": "一", "staff": "二", "funding": "三", "rules": "四", "occupations": [
                {"code": "6-18-02-04", "edition": "2022", "name": "焊工", "levels": ["senior"]}]})["id"]

    def plain_file(self, paper, length):
        """Seconds PostgreSQL alone takes to keep the chunks, one a transaction."""
        script = ["CREATE TABLE plain_chunk (number integer PRIMARY KEY, bytes bytea);",
                  "ALTER TABLE plain_chunk ALTER COLUMN bytes SET STORAGE EXTERNAL;"]
        script += [f"INSERT INTO plain_chunk VALUES ({number}, '\\x{paper[start:start + length].hex()}');"
                   for number, start in enumerate(range(0, len(paper), length))]
        begin = time.monotonic()
        self.database.named("reference").run("\n".join(script))
        return time.monotonic() - begin

    def token(self, credit_code):
        return subprocess.run(
            [self.asked.gongjiang, "token", "issue", "--keys", self.asked.keys, "--role", "enterprise-hr", "--subject",
             "benchmark", "--organisation", credit_code], capture_output=True, text=True, check=True).stdout.strip()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("psql", "database", "service", "log", "load", "gongjiang", "keys"):
        parser.add_argument("--" + name, required=True)
    parser.add_argument("--filings", type=int, default=5000)
    parser.add_argument("--register", type=int, default=100_000)
    parser.add_argument("--searches", type=int, default=4000)
    parser.add_argument("--megabytes", type=int, default=50)
    parser.add_argument("--purpose", default="rules")
    measurement = Measurement(parser.parse_args())
    try:
        measurement.run()
    finally:
        measurement.service.stop()


main()

#!/usr/bin/env python3
"""Measures numbering and issue from outside, batch by batch over HTTP; started by Tests/Benchmarks/run."""

import argparse
import concurrent.futures
import http.client
import json
import os
import pathlib
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "Outside"))

import batches
from copying import seconds_by_copy
from measuring import percentile, tell, wait_for
from service import Database, Service

# What numbering and issue leave behind, in the order rows may be written.
TABLES = ["registration", "certificate", "certificate_counter", "number_ledger", "issuer_key", "certificate_statement", "journal"]


class Measurement:
    def __init__(self, arguments):
        self.asked = arguments
        self.database = Database(arguments.psql, arguments.database)
        self.service = Service(arguments.service, arguments.log, json.loads(os.environ.pop("BENCHMARK_TOKENS")))
        self.next = 0

    def run(self):
        self.database.expect_no_history("filing", "publicity-timer", "evaluation")
        self.database.copy_as_reference()
        self.service.start()
        self.service.travel("2026-10-14T09:00:00+08:00")
        rounds = []
        for who, algorithm in (("hr", "P-256"), ("hr-sm2", "SM2 with SM3")):
            if who == "hr-sm2":
                self.follow("SM2-SM3")
            # What is done once, as statements that are prepared and keys that are made, is not measured.
            self.round(4, 1, 1, who)
            rounds += [
                (f"{algorithm}, one after the other", self.round(self.asked.batches, 1, 1, who)),
                (f"{algorithm}, four at once, of four agencies", self.round(self.asked.batches, 4, 4, who)),
                (f"{algorithm}, four at once, of one agency", self.round(self.asked.batches, 1, 4, who)),
            ]
        self.check()
        plain = seconds_by_copy(self.database, TABLES)
        certificates = int(self.database.number("SELECT count(*) FROM certificate"))
        self.service.stop()
        print(f"Load before {self.asked.load}.\n")
        print(
            f"**Certificates numbered and issued**, {batches.NAMES} a batch, {self.asked.batches} batches a row:"
            " number, ledger, row, journal, event and signature of each, committed as in production, the"
            " answer with all of them read. Asked for: 2,000 a second with P-256, 800 with SM2.\n")
        print("| | certificates | numbered, a second | issued, a second | numbered and issued, a second | a batch's issue: p50 | p95, ms"
              " | told to the broker after, s |\n|---|---|---|---|---|---|---|---|")
        for what, one in rounds:
            count = one["count"]
            print(f"| {what} | {count} | {count / one['numbered']:.0f} | {count / one['issued']:.0f} |"
                  f" **{count / (one['numbered'] + one['issued']):.0f}** | {percentile(one['waits'], 0.5):.0f} |"
                  f" {percentile(one['waits'], 0.95):.0f} | {one['told']:.1f} |")
        print(f"\nAll rows that {certificates} certificates left behind, by `COPY` into the same tables and indexes, nothing decided or"
              f" signed: {plain:.2f} s, {certificates / plain:.0f} a second.")

    def follow(self, algorithm):
        """Lets enterprises that have no key yet sign with another algorithm."""
        document = self.service.ask("GET", "/configuration/signing", "bureau")["items"][0]["document"]
        document.update(algorithm=algorithm, inForceFrom="2026-10-14")
        self.service.ask("POST", "/configuration/signing", "bureau", document)

    def round(self, count, agencies, clients, who):
        """Batches through the province's audit, which numbers them, then through issue."""
        first, self.next = self.next, self.next + count
        self.database.run(batches.script(first, count, agencies, who))
        numbers = range(first, first + count)
        numbered, _ = self.each(numbers, clients, "provincial-audit", "province", 3, {"outcome": "passed"})
        issued, waits = self.each(numbers, clients, "issue", who, 4, {})
        begin = time.monotonic()
        wait_for(lambda: self.database.number("SELECT count(*) FROM outbox") == 0, 600)
        told = time.monotonic() - begin
        tell(f"{count * batches.NAMES} numbered in {numbered:.2f} s, issued in {issued:.2f} s, told {told:.1f} s later")
        return {"count": count * batches.NAMES, "numbered": numbered, "issued": issued, "waits": waits, "told": told}

    def each(self, numbers, clients, step, role, version, body):
        """Seconds for a step of all batches together, and for each."""
        headers = {"authorization": "Bearer " + self.service.tokens[role], "content-type": "application/json",
                   "if-match": f'"{version}"'}

        def one(mine):
            connection = http.client.HTTPConnection("127.0.0.1", self.service.port, timeout=120)
            waits = []
            for number in mine:
                begin = time.monotonic()
                connection.request("POST", f"{batches.path(number)}/{step}", json.dumps(body), headers)
                answer = connection.getresponse()
                text = answer.read()
                if answer.status != 200:
                    raise RuntimeError(f"{step}: {answer.status} {text[:500]}")
                waits.append(time.monotonic() - begin)
            connection.close()
            return waits

        begin = time.monotonic()
        with concurrent.futures.ThreadPoolExecutor(clients) as pool:
            waits = [wait for each in pool.map(one, [numbers[n::clients] for n in range(clients)]) for wait in each]
        return time.monotonic() - begin, waits

    def check(self):
        """Nothing counts that is not right."""
        certificates = self.next * batches.NAMES
        for query, expected in [
            ("SELECT count(DISTINCT number) FROM certificate WHERE stage = 'issued'", certificates),
            ("SELECT count(*) FROM certificate_statement", certificates),
            ("SELECT count(*) FROM number_ledger WHERE standing = 'given'", certificates),
            ("SELECT count(*) FROM journal WHERE aggregate = 'certificate' AND kind = 'issued'", certificates),
            ("SELECT count(*) FROM outbox_archive WHERE routing_key = 'certificate.issued' AND exchange = 'gongjiang.facts'",
             certificates),
        ]:
            if self.database.number(query) != expected:
                raise RuntimeError(f"{query}: not {expected}")
        if not self.service.ask("GET", "/numbers/check", "province")["isSound"]:
            raise RuntimeError("the ledger is not sound")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("psql", "database", "service", "log", "load"):
        parser.add_argument("--" + name, required=True)
    parser.add_argument("--batches", type=int, default=100)
    measurement = Measurement(parser.parse_args())
    try:
        measurement.run()
    finally:
        measurement.service.stop()


main()

#!/usr/bin/env python3
"""Measures verification from outside beside a Hummingbird route that does nothing; started by Tests/Benchmarks/run."""

import argparse
import http.client
import json
import os
import pathlib
import re
import statistics
import subprocess
import sys


sys.path[:0] = [str(pathlib.Path(__file__).parents[1] / folder) for folder in ("Outside", "Issue")]

import batches
from measuring import tell, wait_for
from service import Database, Service

SCRIPT = pathlib.Path(__file__).with_name("bodies.lua")
UNITS = {"us": 0.001, "ms": 1, "s": 1000}


class Measurement:
    def __init__(self, arguments):
        self.asked = arguments
        self.database = Database(arguments.psql, arguments.database)
        self.service = Service(arguments.service, arguments.log, json.loads(os.environ.pop("BENCHMARK_TOKENS")))
        self.folder = pathlib.Path(arguments.folder)
        self.door = None

    def run(self):
        self.database.expect_no_history("filing", "publicity-timer", "evaluation")
        self.service.start()
        self.service.travel("2026-10-14T09:00:00+08:00")
        self.issue()
        # Asked as in production, where no clock travels.
        self.service.stop()
        os.environ["GONGJIANG_CLOCK"] = "real"
        self.service.start()
        self.door = subprocess.Popen([self.asked.bench, "door", "--port", str(self.asked.door)])
        wait_for(self.door_is_open, 30)
        base = f"http://127.0.0.1:{self.service.port}/certificates/verification"
        asked = [
            ("an empty Hummingbird route", f"http://127.0.0.1:{self.asked.door}/", "pairs"),
            ("number and name, a look-up each", base, "pairs"),
            ("number and another's name", base, "strangers"),
            ("a signed statement: signature, key, look-up", base + "/statement", "statements"),
        ]
        results = {what: [] for what, _, _ in asked}
        for turn in range(self.asked.rounds):
            # By turns: what runs first meets another machine than what runs last.
            for what, address, bodies in asked if turn % 2 else reversed(asked):
                results[what].append(self.load(address, bodies))
        self.write(asked, results)

    def door_is_open(self):
        try:
            connection = http.client.HTTPConnection("127.0.0.1", self.asked.door, timeout=5)
            connection.request("POST", "/", "{}")
            return connection.getresponse().read() == b"ok"
        except OSError:
            return False

    def issue(self):
        """So many certificates as the service issues them, and what is asked about them."""
        self.database.run(batches.script(0, self.asked.batches, 1, "hr"))
        for number in range(self.asked.batches):
            for step, role, version, body in (("provincial-audit", "province", 3, {"outcome": "passed"}), ("issue", "hr", 4, {})):
                connection = http.client.HTTPConnection("127.0.0.1", self.service.port, timeout=120)
                connection.request("POST", f"{batches.path(number)}/{step}", json.dumps(body), {
                    "authorization": "Bearer " + self.service.tokens[role], "content-type": "application/json",
                    "if-match": f'"{version}"'})
                answer = connection.getresponse()
                text = answer.read()
                if answer.status != 200:
                    raise RuntimeError(f"{step}: {answer.status} {text[:500]}")
                connection.close()
        rows = self.database.run(
            "SELECT id, number, state->'issued'->'holding'->>'name' FROM certificate WHERE stage = 'issued' ORDER BY md5(number)"
        ).splitlines()
        certificates = [row.split("|") for row in rows]
        if not certificates or not certificates[0][2]:
            raise RuntimeError("no certificate was issued")
        self.certificates = len(certificates)
        pairs = [{"number": number, "name": name} for _, number, name in certificates]
        strangers = [{"number": one["number"], "name": other["name"]} for one, other in zip(pairs, pairs[1:] + pairs[:1])]
        statements = [
            {"statement": self.service.ask("GET", f"/certificates/{certificate}/statement", "hr")["qrText"]}
            for certificate, _, _ in certificates[:self.asked.statements]]
        for name, bodies in (("pairs", pairs), ("strangers", strangers), ("statements", statements)):
            lines = "".join(json.dumps(body, ensure_ascii=False) + "\n" for body in bodies)
            (self.folder / name).write_text(lines, encoding="utf-8")
        for path, body, expected in (("", pairs[0], 200), ("", strangers[0], 404), ("/statement", statements[0], 200)):
            status, text = self.service.call("POST", "/certificates/verification" + path, None, body)
            if status != expected:
                raise RuntimeError(f"verification answers {status}: {text[:300]}")
        tell(f"{self.certificates} certificates are issued")

    def load(self, address, bodies):
        """Answers a second and p99 in ms, of a load from 16 connections."""
        before = os.getloadavg()[0]
        done = subprocess.run(
            ["wrk", "-t1", "-c16", f"-d{self.asked.seconds}s", "--latency", "-s", SCRIPT, address, "--", self.folder / bodies],
            capture_output=True, text=True, check=True)
        rate = float(re.search(r"Requests/sec:\s+([0-9.]+)", done.stdout).group(1))
        number, unit = re.search(r"99%\s+([0-9.]+)(us|ms|s)", done.stdout).groups()
        refused = re.search(r"Non-2xx or 3xx responses: (\d+)", done.stdout)
        if bodies != "strangers" and refused:
            raise RuntimeError(f"{refused.group(1)} of {address} were refused")
        tell(f"{address} {bodies}: {rate:.0f} a second, p99 {number} {unit}, load before {before:.2f}")
        return rate, float(number) * UNITS[unit]

    def write(self, asked, results):
        print(f"Load before {self.asked.load}; {self.asked.rounds} rounds of {self.asked.seconds} s by turns, medians; wrk with 16 "
              f"connections on the same machine, {self.certificates} certificates.\n")
        print("| | answers a second | p99, ms | of the empty route (asked: 0.25) |\n|---|---|---|---|")
        empty = statistics.median(rate for rate, _ in results[asked[0][0]])
        for what, _, _ in asked:
            rate = statistics.median(rate for rate, _ in results[what])
            slow = statistics.median(slow for _, slow in results[what])
            share = "" if what == asked[0][0] else f"**{rate / empty:.2f}**"
            print(f"| {what} | {rate:.0f} | {slow:.1f} | {share} |")
        print(f"\nResident memory of the service at most {self.service.memory('VmHWM'):.0f} MiB.")

    def stop(self):
        if self.door is not None:
            self.door.terminate()
            self.door.wait()
        self.service.stop()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("psql", "database", "service", "log", "load", "bench", "folder"):
        parser.add_argument("--" + name, required=True)
    parser.add_argument("--door", type=int, required=True)
    parser.add_argument("--batches", type=int, default=50)
    parser.add_argument("--statements", type=int, default=500)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=int, default=10)
    measurement = Measurement(parser.parse_args())
    try:
        measurement.run()
    finally:
        measurement.stop()


main()

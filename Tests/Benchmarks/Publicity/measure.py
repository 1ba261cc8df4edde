#!/usr/bin/env python3
"""Measures the publicity timer from outside with a million running notices; started by Tests/Benchmarks/run."""

import argparse
import json
import os
import pathlib
import re
import signal
import statistics
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "Outside"))

import reference
import stage
from load import People
from measuring import tell, wait_for
from publishing import Publisher
from service import Database, Service

SERVICE = pathlib.Path(__file__).parents[3] / "Services/PublicityTimer"


def source(name):
    """The text of one of the service's files, whatever folder it is in."""
    return next(SERVICE.rglob(name)).read_text(encoding="utf-8")


def due_query(now, count):
    """The store's own text with its two values put in."""
    text = re.search(r'func loadDue.*?"""(.*?)"""', source("NoticeStore.swift"), re.S).group(1)
    return text.replace("\\(now)", f"'{now}'").replace("\\(count)", str(count))


def batch_size():
    return int(re.search(r"static let batch = (\d+)", source("CompleteDueNotices.swift")).group(1))


class Measurement:
    def __init__(self, arguments):
        self.asked = arguments
        self.database = Database(arguments.psql, arguments.database)
        self.service = Service(arguments.service, arguments.log, json.loads(os.environ.pop("BENCHMARK_TOKENS")))
        self.publisher = Publisher(arguments.curl, arguments.publish)
        self.copy = self.database.named("reference")
        self.program = json.loads(os.environ.pop("BENCHMARK_PUBLISHER"))
        self.days = stage.publication_days()
        self.due = arguments.notices // 10
        self.lines = []

    def run(self):
        self.database.expect_no_history("filing", "evaluation")
        self.service.start()
        self.service.travel("2026-11-02T09:00:00+08:00")
        self.open()
        self.idle()
        self.fill()
        self.service.stop()
        self.database.copy_as_reference()
        tell("copied for the reference")
        self.service.start()
        self.midnight()
        self.imports()
        self.service.stop(signal.SIGKILL)
        self.beside()
        print("\n".join(self.lines))

    def write(self, *lines):
        self.lines += lines

    def open(self):
        """One notice a publication day, opened by the service itself."""
        for number, day in enumerate(self.days):
            self.publisher.publish(stage.message(stage.proposal(number, day)))
        wait_for(lambda: self.database.number("SELECT count(*) FROM notice") == len(self.days), 30, 0.25)
        # Pages look at themselves whatever their number; that is not measured here.
        self.database.run("UPDATE channel SET check_at = NULL; UPDATE notice_page SET judge_at = NULL;")
        tell(f"the service has opened {len(self.days)} notices")

    def fill_to(self, total):
        """So many running in all, besides the first day's."""
        each = max(1, total // (len(self.days) - 1))
        for number, day in enumerate(self.days[1:], 1):
            stage.copy(self.database, number, day, each)

    def settle(self):
        self.database.run("VACUUM ANALYZE notice; VACUUM ANALYZE journal; VACUUM ANALYZE outbox_sequence; CHECKPOINT;")

    def explain(self):
        query = "EXPLAIN (ANALYZE, BUFFERS) " + due_query("2026-11-02T09:00:00+08:00", batch_size())
        plans = [self.database.run("BEGIN;" + query + ";ROLLBACK;") for _ in range(9)]
        times = [float(re.search(r"Execution Time: ([0-9.]+) ms", plan).group(1)) for plan in plans]
        return plans[-1], statistics.median(times)

    def idle(self):
        self.fill_small = max(1, min(10_000, self.asked.notices // 10))
        self.fill_to(self.fill_small)
        self.settle()
        _, self.small = self.explain()
        self.database.run("""
            DELETE FROM outbox_sequence WHERE subject IN (SELECT aggregate_id FROM journal WHERE actor = 'benchmark');
            DELETE FROM notice WHERE id IN (SELECT aggregate_id FROM journal WHERE actor = 'benchmark');
            DELETE FROM journal WHERE actor = 'benchmark';""")

    def fill(self):
        stage.copy(self.database, 0, self.days[0], self.due)
        self.fill_to(self.asked.notices)
        self.settle()
        size = self.database.run("SELECT pg_size_pretty(pg_total_relation_size('notice'))")
        running = int(self.database.number("SELECT count(*) FROM notice WHERE phase = 'running'"))
        tell(f"{running} notices are running, {size}")
        plan, large = self.explain()
        self.write(
            f"{running} running notices of two names, {size} with their indexes; load before {self.asked.load}.", "",
            "**An idle tick.** The due query with nothing due, median of 9 runs: "
            f"{self.small:.3f} ms with {self.fill_small} running, {large:.3f} ms with {running}. Asked for: 5 ms, no growth.", "",
            "```", plan, "```", "")
        tell(f"idle: {self.small} ms, {large} ms")

    def midnight(self):
        """All that end together fall due."""
        overdue = "SELECT EXISTS (SELECT FROM notice WHERE due_at <= '2026-11-10T00:00:00+08:00')::int"
        before = self.service.memory("VmRSS")
        begin = time.monotonic()
        self.service.travel("2026-11-10T00:00:01+08:00")
        wait_for(lambda: not self.database.number(overdue), 600, 0.25)
        self.completed = time.monotonic() - begin
        during = self.service.memory("VmRSS")
        wait_for(lambda: not self.database.number("SELECT EXISTS (SELECT FROM outbox)::int"), 900, 0.25)
        self.announced = time.monotonic() - begin
        facts, notices = (int(part) for part in self.database.run(
            "SELECT count(*), count(DISTINCT subject) FROM outbox_archive WHERE type = 'gongjiang.publicity.completed.v1'"
        ).split("|"))
        self.memory = (before, during, self.service.memory("VmHWM"))
        self.facts = facts
        tell(f"{notices} completed in {self.completed:.1f} s, announced in {self.announced:.1f} s, {self.memory}")
        if notices != self.due + 1:
            raise RuntimeError(f"{notices} notices completed, not {self.due + 1}")

    def publish_days_off(self, *days):
        documents = self.service.ask("GET", "/calendar/documents", "centre")["documents"]
        document = next(document for document in documents if document["year"] == 2026)
        document["days"] += [{"date": day, "isWorking": False, "name": "国庆节"} for day in days]
        document["days"].sort(key=lambda day: day["date"])
        begin = time.monotonic()
        answer = self.service.ask("POST", "/calendar/documents", "centre", {"documents": [document], "dryRun": False})
        return begin, answer["movesInAll"], time.monotonic() - begin

    def reckoning(self):
        return self.service.ask("GET", "/calendar/reckonings", "centre")["items"][0]

    def finish(self, seconds=1800):
        wait_for(lambda: self.reckoning().get("finishedAt"), seconds, 0.25)
        return self.reckoning()

    def imports(self):
        begin, _, _ = self.publish_days_off("2026-12-19")
        untouched = self.finish()
        self.untouched = (time.monotonic() - begin, untouched["seen"])
        tell(f"untouched: {self.untouched}")

        begin, moves, answered = self.publish_days_off("2026-12-14")
        few = self.finish()
        self.few = (time.monotonic() - begin, few["moved"], moves, answered)
        tell(f"5 %: {self.few}")

        begin, moves, _ = self.publish_days_off("2026-12-15")
        wait_for(lambda: self.reckoning()["seen"] > 0, 60, 0.02)
        self.service.stop(signal.SIGKILL)
        at = int(self.database.number("SELECT seen FROM reckoning ORDER BY started_at DESC, calendar DESC LIMIT 1"))
        self.service.start()
        after = self.finish()
        told = int(self.database.number(f"""
            SELECT count(*) FROM (SELECT aggregate_id FROM journal WHERE kind = 'endMoved'
                GROUP BY aggregate_id HAVING count(*) <> 2) AS wrong"""))
        self.killed = (at, after["moved"], time.monotonic() - begin, told)
        tell(f"killed: {self.killed}")
        wait_for(lambda: not self.database.number("SELECT EXISTS (SELECT FROM outbox)::int"), 900, 0.25)

        notices = self.database.run(
            "SELECT id FROM notice WHERE phase = 'running' AND published_on <= '2026-11-10' LIMIT 2000").split()
        with People(self.service, notices, stage.PERSON) as alone:
            time.sleep(self.asked.quiet)
        self.position = int(self.database.number("SELECT max(position) FROM journal"))
        with People(self.service, notices, stage.PERSON) as meanwhile:
            begin, moves, answered = self.publish_days_off(
                "2026-11-16", "2026-11-23", "2026-11-30", "2026-12-07", "2026-12-09")
            tell(f"all: answered after {answered:.1f} s, {moves} will move")
            every = self.finish()
            self.every = (time.monotonic() - begin, every["seen"], every["moved"], answered)
        self.people = (alone, meanwhile)
        self.backlog = int(self.database.number("SELECT count(*) FROM outbox"))
        refused = alone.refused + meanwhile.refused
        tell(f"all: {self.every}, {len(refused)} refused {refused[:1]}, {self.service.memory('VmHWM'):.0f} MiB")
        for name in ("reads", "writes"):
            tell(f"{name}: p99 {alone.percentile(getattr(alone, name)):.1f} ms alone, "
                 f"{meanwhile.percentile(getattr(meanwhile, name)):.1f} ms meanwhile")
        self.high = self.service.memory("VmHWM")

    def beside(self):
        """PostgreSQL alone, and the tables."""
        batch = batch_size()
        count, (changed, archived), (changed_too, announced) = self.refer("completed", "publicity.completed", batch)
        self.write(
            f"**{count} due at one midnight**, in batches of {batch}; each is one row changed, one of the journal and two facts "
            "(the services' and the enterprise's); four services hear it, each in a queue of its own.", "",
            "| | completed, s | a second | announced, s | a second |", "|---|---|---|---|---|",
            self.row("PostgreSQL alone", count, changed, archived),
            self.row("PostgreSQL, and a C program that publishes as much", count, changed_too, announced),
            self.row("publicity-timer", count, self.completed, self.announced),
            f"| ratio to PostgreSQL alone (asked: 0.5) | | **{changed / self.completed:.2f}** | "
            f"| **{archived / self.announced:.2f}** |",
            f"| ratio to both | | **{changed_too / self.completed:.2f}** | | **{announced / self.announced:.2f}** |", "",
            f"Resident memory {self.memory[0]:.0f} MiB before, {self.memory[1]:.0f} MiB during, {self.memory[2]:.0f} MiB at "
            "most. Asked for: 100 MiB.", "")
        count, (changed, archived), (changed_too, announced) = self.refer(
            "endMoved", "publicity.end-moved", batch, self.position)
        alone, meanwhile = self.people
        seconds, seen, moved, answered = self.every
        self.write(
            "**Reckoning again after an import.**", "",
            "| import | notices touched | moved | until finished, s | moved a second |", "|---|---|---|---|---|",
            f"| touches none | {self.untouched[1]} | 0 | {self.untouched[0]:.1f} | |",
            f"| touches 5 % | {self.few[1]} | {self.few[1]} | {self.few[0]:.1f} | {self.few[1] / self.few[0]:.0f} |",
            f"| touches all | {seen} | {moved} | {seconds:.1f} | {moved / seconds:.0f} |",
            f"| PostgreSQL alone, the same rows of {count} | | {count} | {changed:.1f} | {count / changed:.0f} |",
            f"| PostgreSQL, and a C program that publishes as much | | {count} | {changed_too:.1f}, with the last message "
            f"{announced:.1f} | {count / announced:.0f} |", "",
            f"Ratio to PostgreSQL alone: **{moved / seconds / (count / changed):.2f}**, to both "
            f"**{moved / seconds / (count / announced):.2f}**; PostgreSQL alone would need "
            f"{moved * changed / count:.0f} s for all of them. Asked for: 60 s. The answer to the import, with the list of what "
            f"moves, took {answered:.1f} s. When the reckoning was finished {self.backlog} facts were still to be sent. Resident "
            f"memory {self.high:.0f} MiB at most.", "",
            f"Killed (`kill -9`) after {self.killed[0]} of {self.killed[1]} and started again, a reckoning was finished "
            f"{self.killed[2]:.1f} s after its import; {self.killed[3]} notices were told a wrong number of moves.", "",
            "| 20 requests a second | p50 alone, ms | p99 alone, ms | p50 meanwhile, ms | p99 meanwhile, ms | ratio of p99 |",
            "|---|---|---|---|---|---|")
        for name, words in (("reads", "GET a notice"), ("writes", "POST an objection")):
            quiet, busy = getattr(alone, name), getattr(meanwhile, name)
            p99 = alone.percentile(quiet), meanwhile.percentile(busy)
            self.write(
                f"| {words} | {alone.percentile(quiet, 0.5):.1f} | {p99[0]:.1f} | {meanwhile.percentile(busy, 0.5):.1f} | "
                f"{p99[1]:.1f} | **{p99[1] / p99[0]:.1f}** |")
        self.write("", "Asked for: 2.")

    def refer(self, kind, fact, batch, after=0):
        """How many rows, and the seconds of PostgreSQL alone and beside a program that publishes as many messages."""
        reference.take(self.database, self.copy, kind, self.due, batch, after)
        alone = reference.apply(self.copy)
        count = reference.take(self.database, self.copy, kind, self.due, batch, after)
        both = reference.apply(self.copy, self.program + [fact, str(count), str(reference.size_of_facts(self.copy))])
        tell(f"reference: {count} {kind}; alone {alone[0]:.1f} s, archived {alone[1]:.1f} s; "
             f"beside the publisher {both[0]:.1f} s, {both[1]:.1f} s")
        return count, alone, both

    @staticmethod
    def row(name, count, changed, archived):
        return f"| {name} | {changed:.1f} | {count / changed:.0f} | {archived:.1f} | {count / archived:.0f} |"


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--psql", required=True)
    parser.add_argument("--database", required=True, help="the service's database, as its superuser")
    parser.add_argument("--service", required=True, help="the executable")
    parser.add_argument("--log", required=True, help="where the service writes")
    parser.add_argument("--curl", required=True, help="a configuration of curl with evaluation's user")
    parser.add_argument("--publish", required=True, help="where the management API publishes facts")
    parser.add_argument("--load", default="", help="the machine's load before")
    parser.add_argument("--notices", type=int, default=1_000_000)
    parser.add_argument("--quiet", type=float, default=15, help="seconds of requests without an import")
    measurement = Measurement(parser.parse_args())
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        measurement.run()
    finally:
        measurement.service.stop(signal.SIGKILL)

#!/usr/bin/env python3
"""Measures how compensation compares many appointments with a benchmark that has changed, from outside; started by Tests/Benchmarks/run."""

import argparse
import json
import os
import pathlib
import signal
import sys
import time
import uuid

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "Outside"))

from copying import seconds_by_copy
from measuring import tell, wait_for
from memory import MemoryWatch
from publishing import Publisher
from service import Database, Service

CREDIT_CODE = "91371600MA3N00011J"
ENTERPRISE = {"id": "01990000-0000-7000-8000-000000000050", "creditCode": CREDIT_CODE}
# What a comparison leaves behind, in the order rows may be written.
TABLES = ["shortfall", "journal"]
# Appointments in force of one enterprise, one in twenty paid a little less; each with its band for every day.
SEED = """
INSERT INTO post (id, version, credit_code, state) VALUES ('{post}', 1, '{code}', '{{}}');
CREATE TEMP TABLE seeded AS
    SELECT ('01990000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid AS id, gen_random_uuid() AS person,
        gen_random_uuid() AS certificate, CASE WHEN n % 20 = 0 THEN 1660000 ELSE 1680000 END AS minimum
    FROM generate_series(1, {count}) AS n;
INSERT INTO appointment (id, version, post, person, certificate, credit_code, through, band, band_minimum_fen, pay_from,
        last_day, state)
    SELECT id, 1, '{post}', person, certificate, '{code}', '2029-09-30', 'ZG-2', minimum, '2026-10-01', '2029-09-30',
        jsonb_build_object('made', jsonb_build_object(
            '_0', jsonb_build_object('band', jsonb_build_object('code', 'ZG-2'))))
    FROM seeded;
INSERT INTO appointment_band (appointment, from_day, until_day, band, minimum_fen)
    SELECT id, '2026-10-01', '9999-12-31', 'ZG-2', minimum FROM seeded;
INSERT INTO treatment_listing (appointment, catalogue) SELECT id, '{catalogue}' FROM seeded;
ANALYZE;
"""


class Measurement:
    def __init__(self, arguments):
        self.asked = arguments
        self.database = Database(arguments.psql, arguments.database)
        self.service = Service(arguments.service, arguments.log, json.loads(os.environ.pop("BENCHMARK_TOKENS")))
        self.publisher = Publisher(arguments.curl, arguments.publish)

    def run(self):
        self.database.expect_no_history("filing", "evaluation", "publicity-timer", "certificate")
        self.service.start()
        self.service.travel("2026-09-01T09:00:00+08:00")
        self.register()
        self.declare(1_600_000, "2026-10-01")
        catalogue = next(one["digest"] for one in self.service.ask("GET", "/configuration/treatment", "hr")["items"]
                         if one["isInForce"])
        self.database.run(SEED.format(
            post=uuid.uuid4(), code=CREDIT_CODE, count=self.asked.appointments, catalogue=catalogue))
        self.service.travel("2026-12-01T09:00:00+08:00")
        self.wait()
        most, few = self.asked.appointments, self.asked.appointments // 20
        tell(f"{most} appointments are in force")
        lines = [self.measure("none is short", 2, 1_650_000, 0), self.measure("one in twenty is short", 3, 1_670_000, few)]
        self.service.stop()
        self.database.copy_as_reference()
        self.service.start()
        lines.append(self.measure("all are short", 4, 1_700_000, most))
        plain = seconds_by_copy(self.database, TABLES)
        lines.append(self.measure("all, killed (`kill -9`) and started again", 5, 1_710_000, most, is_killed=True))
        print("\n".join([
            f"Load before {self.asked.load}.", "",
            f"**{most} appointments of one enterprise after a benchmark has changed.** Asked for: 200,000 in 10 s, resumable.", "",
            "| the new benchmark | shortfalls then open | seconds, from the declaration on | appointments a second | "
            "declaration answered in, ms | memory before, MiB | at most, MiB |", "|---|---|---|---|---|---|---|", *lines, "",
            "A step looks at 10,000 appointments in a transaction of its own. All shortfalls and their journal by `COPY` into the same "
            f"tables and indexes, nothing compared: {plain:.2f} s."]))
        self.service.stop()

    def measure(self, what, day, minimum, expected, is_killed=False):
        """A line of the table: a benchmark declared on a day of December, in force from it."""
        date = f"2026-12-{day:02}"
        self.service.travel(f"{date}T09:00:00+08:00")
        self.wait()
        with MemoryWatch(self.service) as watch:
            begin = time.monotonic()
            self.declare(minimum, date)
            answered = time.monotonic() - begin
            if is_killed:
                wait_for(lambda: self.database.number(
                    "SELECT coalesce(max(looked_at), 0) FROM parity_look WHERE done_on IS NULL AND appointment IS NULL"), 60, 0.02)
                watch.__exit__()
                self.service.stop(signal.SIGKILL)
                self.service.start()
            self.wait()
            took = time.monotonic() - begin
        shorts = int(self.database.number("SELECT count(DISTINCT appointment) FROM shortfall WHERE stage <> 'settled'"))
        tell(f"{what}: {took:.2f} s, {shorts} short, at most {watch.most:.0f} MiB")
        if shorts != expected:
            raise RuntimeError(f"{shorts} are short, not {expected}")
        return (f"| {what} | {shorts} | **{took:.2f}** | {self.asked.appointments / took:,.0f} | {1000 * answered:.0f} | "
                f"{watch.before:.0f} | **{watch.most:.0f}** |")

    def wait(self):
        """Until nothing that is due is left to be compared."""
        today = "(SELECT ((clock_timestamp() + make_interval(secs => offset_seconds)) AT TIME ZONE 'Asia/Shanghai')::date FROM business_clock)"
        wait_for(lambda: not self.database.number(
            f"SELECT EXISTS (SELECT FROM parity_look WHERE done_on IS NULL AND due <= {today})::int"), 600, 0.1)

    def declare(self, minimum, day):
        self.service.ask("POST", "/benchmarks", "hr", {
            "creditCode": CREDIT_CODE, "effectiveFrom": day, "document": "薪酬管理办法第十二条",
            "band": {"code": "ZG-2", "minimumFen": minimum}})

    def register(self):
        """What filing says of the enterprise."""
        name = "filing.enterprise-registered"
        content = {"registered": ENTERPRISE, "enterpriseName": "滨州样例机械有限公司", "jurisdiction": "371602"}
        headers = {
            "specversion": "1.0", "id": str(uuid.uuid4()), "type": f"gongjiang.{name}.v1", "source": "/gongjiang/filing",
            "subject": ENTERPRISE["id"], "sequence": "1", "time": "2026-09-01T09:00:00.000+08:00",
            "actor": "benchmark", "correlationid": str(uuid.uuid4()), "enterprise": ENTERPRISE["id"], "creditcode": CREDIT_CODE}
        self.publisher.publish({
            "routing_key": name, "payload": json.dumps(content, ensure_ascii=False), "payload_encoding": "string",
            "properties": {
                "user_id": "filing", "message_id": headers["id"], "type": headers["type"], "delivery_mode": 2,
                "content_type": "application/json",
                "headers": {"cloudEvents:" + key: text for key, text in headers.items()}}})
        wait_for(lambda: self.database.number("SELECT count(*) FROM enterprise_directory") == 1, 60)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("psql", "database", "service", "log", "load", "curl", "publish"):
        parser.add_argument("--" + name, required=True)
    parser.add_argument("--appointments", type=int, default=200_000)
    measurement = Measurement(parser.parse_args())
    try:
        measurement.run()
    finally:
        measurement.service.stop()


main()

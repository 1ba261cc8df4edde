#!/usr/bin/env python3
"""Measures compensation's monthly import from outside: a month of many persons as a workbook and as CSV; started by Tests/Benchmarks/run."""

import argparse
import json
import os
import pathlib
import random
import subprocess
import sys
import time
import urllib.parse
import uuid

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "Outside"))

import workbooks
from copying import seconds_by_copy
from measuring import tell, wait_for
from memory import MemoryWatch
from service import Database, Service

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CREDIT_CODE = "91371600MA3N00011J"
ENTERPRISE = {"id": "01990000-0000-7000-8000-000000000050", "creditCode": CREDIT_CODE}
HEADINGS = ["聘用编号", "姓名", "薪酬档次代码", "兑现情况", "未兑现或不适用的原因"]
# A name with a long number in it could be an amount, which no file may hold.
DIGITS, SIGNS = "0123456789", "癸甲乙丙丁戊己庚辛壬"
STRANGER = "另一人"
# What entering a file leaves behind, in the order rows may be written.
TABLES = ["attestation", "attested_month", "attestation_import", "attestation_import_piece", "attestation_import_row", "journal"]
# Appointments as an enterprise of that size would have made them over years, each with its certificate and its name.
SEED = """
INSERT INTO post (id, version, credit_code, state) VALUES ('{post}', 1, '{code}', '{{}}');
CREATE TEMP TABLE seeded AS
    SELECT ('01990000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid AS id, gen_random_uuid() AS person,
        gen_random_uuid() AS certificate, '职工' || translate(n::text, '{digits}', '{signs}') AS name
    FROM generate_series(1, {count}) AS n;
INSERT INTO holder (id, version, determination, person, certificate, credit_code, phase, state)
    SELECT gen_random_uuid(), 1, gen_random_uuid(), person, certificate, '{code}', 'appointed',
        jsonb_build_object('appointed', jsonb_build_object('_0', jsonb_build_object('name', name))) FROM seeded;
INSERT INTO appointment (id, version, post, person, certificate, credit_code, through, band, band_minimum_fen, pay_from,
        last_day, state)
    SELECT id, 1, '{post}', person, certificate, '{code}', '2029-09-30', 'ZG-2', 1680000, '2026-10-01', '2029-09-30',
        jsonb_build_object('made', jsonb_build_object(
            '_0', jsonb_build_object('band', jsonb_build_object('code', 'ZG-2'))))
    FROM seeded;
INSERT INTO treatment_listing (appointment, catalogue) SELECT id, '{catalogue}' FROM seeded;
ANALYZE;
"""


class Measurement:
    def __init__(self, arguments):
        self.asked = arguments
        self.database = Database(arguments.psql, arguments.database)
        self.service = Service(arguments.service, arguments.log, json.loads(os.environ.pop("BENCHMARK_TOKENS")))

    def run(self):
        # It is measured alone: there is nobody who could tell it history.
        self.database.run(
            "INSERT INTO history_asked (speaker, request, asked_at, heard_at)"
            " SELECT speaker, gen_random_uuid(), now(), now()"
            " FROM unnest(ARRAY['filing', 'evaluation', 'publicity-timer', 'certificate']) AS t(speaker)"
            " ON CONFLICT DO NOTHING;")
        self.service.start()
        self.service.travel("2026-09-01T09:00:00+08:00")
        self.register()
        wait_for(lambda: self.database.number("SELECT count(*) FROM enterprise_directory") == 1, 60)
        catalogue = next(one["digest"] for one in self.service.ask("GET", "/configuration/treatment", "hr")["items"]
                         if one["isInForce"])
        self.database.run(SEED.format(
            post=uuid.uuid4(), code=CREDIT_CODE, count=self.asked.rows, catalogue=catalogue, digits=DIGITS, signs=SIGNS))
        name = self.database.url.rsplit("/", 1)[1].split("?")[0]
        self.service.stop()
        self.database.named("postgres").run(f"CREATE DATABASE reference TEMPLATE {name} STRATEGY file_copy;")
        self.service.start()
        self.service.travel("2026-12-02T09:00:00+08:00")
        most = self.asked.rows
        # What is done once, as statements that are prepared, is not measured.
        self.enter("2026-12", 500, "csv")
        files = [self.enter("2026-10", most, "csv"), self.enter("2026-11", most, "xlsx")]
        plain = seconds_by_copy(self.database, TABLES)
        again = self.enter("2026-11", most, "xlsx")
        print("\n".join([
            f"Load before {self.asked.load}.", "",
            "**A month of attestations**, 3 % of the rows wrong, 2 % not met with the reason. Asked for: 100,000 rows in 20 s, at"
            " most 150 MiB.", "",
            "| file | rows | KiB | received, s | entered, from the upload on, s | rows a second | service's processor, s |"
            " memory before, MiB | at most, MiB |",
            "|---|---|---|---|---|---|---|---|---|",
            *(self.line(one) for one in files), self.line(again, ", the same again"), "",
            f"All rows the files left behind, by `COPY` into the same tables and indexes, nothing decided: {plain:.2f} s.", ""]))
        self.service.stop()

    @staticmethod
    def line(one, remark=""):
        return (f"| {one['kind']}{remark} | {one['rows']} | {one['size'] >> 10} | {one['received']:.2f} | **{one['took']:.2f}** |"
                f" {one['rows'] / one['took']:,.0f} | {one['processor']:.2f} | {one['before']:.0f} | **{one['most']:.0f}** |")

    def enter(self, month, count, kind):
        """A month of so many persons as a file of a kind."""
        lines = [[f"{month} 特级技师待遇兑现确认表"], HEADINGS, *rows(count)]
        wrong = sum(line[1] == STRANGER for line in lines[2:])
        if kind == "xlsx":
            book, media = workbooks.workbook("待遇兑现确认表", lines, shared=True), XLSX
        else:
            book, media = "\r\n".join(",".join(line) for line in lines).encode() + b"\r\n", "text/csv"
        query = urllib.parse.urlencode({"month": month, "name": f"x.{kind}", "signer": "王经理", "position": "部长"})
        processor = self.processor()
        begin = time.monotonic()
        with MemoryWatch(self.service) as watch:
            view = self.service.ask("POST", f"/attestations/import?{query}", "hr", book, media)
            received = time.monotonic() - begin
            path = f"/attestation-imports/{view['id']}"
            wait_for(lambda: self.service.ask("GET", path, "hr")["state"] != "running", 900)
        took = time.monotonic() - begin
        view = self.service.ask("GET", path, "hr")
        if view["state"] != "finished" or view["rows"] != count or view["refused"] != wrong:
            raise RuntimeError(view)
        tell(f"{count} rows of {kind} in {took:.2f} s, at most {watch.most:.0f} MiB: {view['attested']} attested,"
             f" {view['unchanged']} unchanged, {view['refused']} refused")
        return {"kind": kind, "rows": count, "size": len(book), "received": received, "took": took, "before": watch.before,
                "most": watch.most, "processor": self.processor() - processor}

    def register(self):
        """What filing says of the enterprise."""
        name = "filing.enterprise-registered"
        content = {"registered": ENTERPRISE, "enterpriseName": "滨州样例机械有限公司", "jurisdiction": "371602"}
        headers = {
            "specversion": "1.0", "id": str(uuid.uuid4()), "type": f"gongjiang.{name}.v1", "source": "/gongjiang/filing",
            "subject": ENTERPRISE["id"], "sequence": "1", "time": "2026-09-01T09:00:00.000+08:00",
            "actor": "benchmark", "correlationid": str(uuid.uuid4()), "enterprise": ENTERPRISE["id"], "creditcode": CREDIT_CODE}
        message = {
            "routing_key": name, "payload": json.dumps(content, ensure_ascii=False), "payload_encoding": "string",
            "properties": {
                "user_id": "filing", "message_id": headers["id"], "type": headers["type"], "delivery_mode": 2,
                "content_type": "application/json",
                "headers": {"cloudEvents:" + key: text for key, text in headers.items()}}}
        done = subprocess.run(
            ["curl", "-K", self.asked.curl, "--fail", "-X", "POST", "-H", "content-type: application/json",
             "--data-binary", "@-", self.asked.publish],
            input=json.dumps(message), capture_output=True, text=True)
        if done.returncode != 0 or not json.loads(done.stdout)["routed"]:
            raise RuntimeError(done.stdout + done.stderr)

    def processor(self):
        """Seconds of processor the service has used."""
        fields = open(f"/proc/{self.service.process.pid}/stat", encoding="ascii").read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def rows(count):
    """The lines of so many persons."""
    chance = random.Random(count)
    for number in range(1, count + 1):
        what = chance.random()
        name = STRANGER if what < 0.03 else "职工" + str(number).translate(str.maketrans(DIGITS, SIGNS))
        standing, reason = ("未兑现", "当月绩效延后核定") if 0.03 <= what < 0.05 else ("已兑现", "")
        yield [f"01990000-0000-7000-8000-{number:012x}", name, "ZG-2", standing, reason]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("psql", "database", "service", "log", "load", "curl", "publish"):
        parser.add_argument("--" + name, required=True)
    parser.add_argument("--rows", type=int, default=100_000)
    measurement = Measurement(parser.parse_args())
    try:
        measurement.run()
    finally:
        measurement.service.stop()


main()

#!/usr/bin/env python3
"""Measures evaluation's import from outside: workbooks of applicants entered with their verdicts; started by Tests/Benchmarks/run."""

import argparse
import json
import os
import pathlib
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "Outside"))

import applicants
import workbooks
from copying import seconds_by_copy
from memory import MemoryWatch
from measuring import tell, wait_for
from publishing import Publisher
from service import Database, Service

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# What entering a file leaves behind, in the order rows may be written.
TABLES = ["plan", "round", "person", "application", "application_import", "application_import_piece", "application_import_row",
          "journal"]


class Measurement:
    def __init__(self, arguments):
        self.asked = arguments
        self.database = Database(arguments.psql, arguments.database)
        self.service = Service(arguments.service, arguments.log, json.loads(os.environ.pop("BENCHMARK_TOKENS")))
        self.publisher = Publisher(arguments.curl, arguments.publish)
        self.lines = []

    def run(self):
        self.database.expect_no_history("filing", "publicity-timer", "certificate", "compensation")
        self.database.copy_as_reference()
        self.service.start()
        self.service.travel("2026-09-01T09:00:00+08:00")
        for fact, content in applicants.FACTS.items():
            self.publisher.publish(applicants.fact(fact, content))
        wait_for(lambda: self.database.number("SELECT count(*) FROM known_filing") == 1, 30)
        most = self.asked.rows
        # What is done once, as statements that are prepared, is not measured.
        self.enter(500)
        half, whole = self.enter(most // 2), self.enter(most)
        plain = seconds_by_copy(self.database, TABLES)
        again = self.enter(most, self.round)
        self.lines += [
            f"Load before {self.asked.load}.", "",
            f"**Workbooks of applicants**, 36 columns, 3 % of the rows wrong, each row judged clause by clause. Asked for: 20,000"
            " rows in 10 s, at most 150 MiB, the same per row whatever the number.", "",
            "| rows | KiB | received, s | entered, from the upload on, s | ms a row | service's processor, s | memory before, MiB | at most, MiB |",
            "|---|---|---|---|---|---|---|---|",
            *(f"| {one['rows']} | {one['size'] >> 10} | {one['received']:.2f} | **{one['took']:.2f}** |"
              f" {1000 * one['took'] / one['rows']:.3f} | {one['processor']:.2f} | {one['before']:.0f} | **{one['most']:.0f}** |"
              for one in (half, whole)),
            f"| {again['rows']}, the same again | {again['size'] >> 10} | {again['received']:.2f} | {again['took']:.2f} |"
            f" {1000 * again['took'] / again['rows']:.3f} | {again['processor']:.2f} | {again['before']:.0f} | {again['most']:.0f} |",
            "", f"All rows both files left behind, by `COPY` into the same tables and indexes, nothing decided: {plain:.2f} s.", ""]
        self.service.stop()
        print("\n".join(self.lines))

    def enter(self, count, round=None):
        """A workbook in a round of its own, or in one that has it already."""
        self.round = round or self.open_round()
        book = workbooks.workbook("特级技师申报表", applicants.rows(count), shared=True)
        processor = self.processor()
        begin = time.monotonic()
        with MemoryWatch(self.service) as watch:
            view = self.service.ask(
                "POST", f"/rounds/{self.round}/applications/import?name=x.xlsx", "hr", book, XLSX)
            received = time.monotonic() - begin
            path = f"/application-imports/{view['id']}"
            wait_for(lambda: self.service.ask("GET", path, "hr")["state"] != "running", 600)
        took = time.monotonic() - begin
        view = self.service.ask("GET", path, "hr")
        if view["state"] != "finished" or view["rows"] != count:
            raise RuntimeError(view)
        tell(f"{count} rows in {took:.2f} s, at most {watch.most:.0f} MiB: {view['entered']} entered, {view['unchanged']} unchanged,"
             f" {view['refused']} refused, {view['verdicts']}")
        return {"rows": count, "size": len(book), "received": received, "took": took, "before": watch.before,
                "most": watch.most, "processor": self.processor() - processor}

    def open_round(self):
        plan = self.service.ask("POST", "/plans", "hr", applicants.PLAN)
        for purpose in ["plan-shown", "plan-sent"]:
            self.service.ask("POST", f"/plans/{plan['id']}/attachments?name=proof.pdf&purpose={purpose}", "hr",
                             b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n", kind="application/pdf")
        self.command(f"/plans/{plan['id']}/disclosure", applicants.DISCLOSURE, f"/plans/{plan['id']}")
        return self.service.ask("POST", "/rounds", "hr", {"plan": plan["id"]})["id"]

    def command(self, path, body, read):
        """A command on the present version."""
        import http.client
        connection = http.client.HTTPConnection("127.0.0.1", self.service.port, timeout=60)
        headers = {"authorization": "Bearer " + self.service.tokens["hr"], "content-type": "application/json"}
        connection.request("GET", read, headers=headers)
        answer = connection.getresponse()
        answer.read()
        headers["if-match"] = answer.getheader("ETag")
        connection.request("POST", path, json.dumps(body), headers)
        answer = connection.getresponse()
        text = answer.read()
        if answer.status // 100 != 2:
            raise RuntimeError(f"{path}: {answer.status} {text[:500]}")

    def processor(self):
        """Seconds of processor the service has used."""
        fields = open(f"/proc/{self.service.process.pid}/stat", encoding="ascii").read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("psql", "database", "service", "log", "load", "curl", "publish"):
        parser.add_argument("--" + name, required=True)
    parser.add_argument("--rows", type=int, default=20_000)
    measurement = Measurement(parser.parse_args())
    try:
        measurement.run()
    finally:
        measurement.service.stop()


main()

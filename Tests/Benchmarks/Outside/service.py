"""The service under measurement, from outside: its process, its HTTP routes, its database."""

import http.client
import json
import os
import signal
import subprocess
import time
import urllib.parse


class Database:
    """A database as its superuser sees it, through psql."""

    def __init__(self, psql, url):
        self.psql, self.url = psql, url

    def run(self, script):
        """What the last statements of a script answer, a row a line, columns between bars."""
        done = subprocess.run(
            [self.psql, self.url, "--no-psqlrc", "--quiet", "--tuples-only", "--no-align", "-v", "ON_ERROR_STOP=1"],
            input=script, capture_output=True, text=True)
        if done.returncode != 0:
            raise RuntimeError(done.stderr[:2000])
        return done.stdout.strip()

    def number(self, query):
        return float(self.run(query) or 0)

    def named(self, name):
        """Another database of the same server."""
        parts = urllib.parse.urlsplit(self.url)
        return Database(self.psql, urllib.parse.urlunsplit(parts._replace(path="/" + name)))

    @property
    def name(self):
        return urllib.parse.urlsplit(self.url).path.lstrip("/")

    def copy_as_reference(self):
        """Makes the database `reference`, for what PostgreSQL alone needs; nobody may be connected to this one."""
        self.named("postgres").run(f"CREATE DATABASE reference TEMPLATE {self.name} STRATEGY file_copy;")

    def expect_no_history(self, *speakers):
        """Lets the service be ready alone: there is nobody who could tell it the history of these speakers."""
        names = ", ".join(f"'{speaker}'" for speaker in speakers)
        self.run(
            "INSERT INTO history_asked (speaker, request, asked_at, heard_at)"
            f" SELECT speaker, gen_random_uuid(), now(), now() FROM unnest(ARRAY[{names}]) AS t(speaker)"
            " ON CONFLICT DO NOTHING;")

    def start(self, script):
        """Runs a script beside what follows; `wait` on it."""
        process = subprocess.Popen(
            [self.psql, self.url, "--no-psqlrc", "--quiet", "-v", "ON_ERROR_STOP=1"],
            stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True)
        process.stdin.write(script)
        process.stdin.close()
        return process


class Service:
    """A service's `serve`, started with the environment this program was given."""

    def __init__(self, program, log, tokens):
        self.program, self.log, self.tokens = program, log, tokens
        self.port = int(os.environ["GONGJIANG_HTTP_PORT"])
        self.process = None

    def start(self):
        self.process = subprocess.Popen(
            [self.program, "serve"], stdout=open(self.log, "ab"), stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL)
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            try:
                if self.call("GET", "/health/ready")[0] == 200:
                    return
            except OSError:
                pass
            if self.process.poll() is not None:
                break
            time.sleep(0.1)
        raise RuntimeError(f"the service is not ready; see {self.log}")

    def stop(self, how=signal.SIGTERM):
        if self.process is not None:
            self.process.send_signal(how)
            self.process.wait()
            self.process = None

    def memory(self, name):
        """A line of /proc/PID/status in MiB: VmRSS now, VmHWM at most."""
        for line in open(f"/proc/{self.process.pid}/status", encoding="ascii"):
            if line.startswith(name + ":"):
                return int(line.split()[1]) / 1024
        return 0

    def call(self, method, path, role=None, body=None, timeout=300, kind=None):
        """What is answered: status and bytes; a body is sent as JSON unless it is bytes of some kind."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        try:
            headers = {"authorization": "Bearer " + self.tokens[role]} if role else {}
            if body is not None:
                headers["content-type"] = kind or "application/json"
            connection.request(
                method, path, body if isinstance(body, (bytes, type(None))) else json.dumps(body), headers)
            answer = connection.getresponse()
            return answer.status, answer.read()
        finally:
            connection.close()

    def ask(self, method, path, role, body=None, kind=None):
        """The JSON of an answer that must be a yes."""
        status, answer = self.call(method, path, role, body, kind=kind)
        if status // 100 != 2:
            raise RuntimeError(f"{method} {path}: {status} {answer[:500]}")
        return json.loads(answer) if answer else None

    def travel(self, moment):
        self.ask("POST", "/operator/clock", "operator", {"to": moment})

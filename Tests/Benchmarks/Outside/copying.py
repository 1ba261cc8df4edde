"""What PostgreSQL alone takes for the rows a service has left behind."""

import subprocess
import tempfile
import time


def seconds_by_copy(database, tables, reference="reference"):
    """Seconds `COPY` takes for the rows of some tables into the same tables of another database, foreign rows first."""
    other = database.named(reference)
    there = set(database.run("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").split())
    with tempfile.TemporaryDirectory() as folder:
        script = ["BEGIN;"]
        script += [f"DELETE FROM {table};" for table in reversed(tables) if table in there]
        for table in (table for table in tables if table in there):
            own = database.run(
                "SELECT string_agg(quote_ident(attname), ',' ORDER BY attnum) FROM pg_attribute WHERE attnum > 0"
                f" AND NOT attisdropped AND attgenerated = '' AND attrelid = '{table}'::regclass")
            file = f"{folder}/{table}"
            subprocess.run(
                [database.psql, database.url, "-qc", f"\\copy (SELECT {own} FROM {table}) TO '{file}'"], check=True)
            script.append(f"\\copy {table} ({own}) FROM '{file}'")
        script.append("COMMIT;")
        begin = time.monotonic()
        other.run("\n".join(script))
        return time.monotonic() - begin

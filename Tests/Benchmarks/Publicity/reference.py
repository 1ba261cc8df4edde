"""PostgreSQL alone, applying the row changes the service has made, in batches of the same size.

The changes are taken from the service's own database into tables of a copy that was made before; two sessions apply them, as
the service's do: one changes notices and writes journal and outbox, and what nobody hears to the archive; the other moves the
outbox to its archive. A program in C publishes meanwhile as many messages of the same size, if asked: what the broker takes
of the machine is not the service's to save.
"""

import subprocess
import time

COLUMNS = ("version", "phase", "state", "ends_at", "official", "due_at", "required_days", "extra_days", "published_on",
           "last_day", "is_reckoned", "has_own_periods")
FACT = ("event_id, exchange, routing_key, type, subject, sequence, at, enterprise, credit_code, person, actor, correlation, "
        "causation, traceparent, body")
ENTRY = "aggregate, aggregate_id, version, kind, actor, at, correlation, causation, event"


def take(source, copy, kind, count, batch, after=0):
    """The rows of the first notices whose journal holds such an entry after a position, numbered by batch."""
    chosen = f"SELECT aggregate_id FROM journal WHERE kind = '{kind}' AND position > {after} ORDER BY position LIMIT {count}"
    copy.run("""
        DROP TABLE IF EXISTS change_notice, change_journal, change_fact;
        CREATE UNLOGGED TABLE change_notice AS SELECT * FROM notice WHERE false;
        CREATE UNLOGGED TABLE change_journal AS SELECT * FROM journal WHERE false;
        CREATE UNLOGGED TABLE change_fact AS SELECT id, %s FROM outbox WHERE false;""" % FACT)
    fact = {"completed": "publicity.completed", "endMoved": "publicity.end-moved"}[kind]
    both = " UNION ALL ".join(f"SELECT id, {FACT} FROM {table}" for table in ("outbox_archive", "outbox"))
    for table, query in (
            ("change_notice", f"SELECT * FROM notice WHERE id IN ({chosen})"),
            ("change_journal", f"SELECT * FROM journal WHERE kind = '{kind}' AND aggregate_id IN ({chosen})"),
            ("change_fact", f"SELECT * FROM ({both}) AS f WHERE type = 'gongjiang.{fact}.v1' AND subject IN ({chosen})")):
        reading = subprocess.Popen([source.psql, source.url, "-qc", f"COPY ({query}) TO STDOUT"], stdout=subprocess.PIPE)
        subprocess.run([copy.psql, copy.url, "-qc", f"COPY {table} FROM STDIN"], stdin=reading.stdout, check=True)
    copy.run(f"""
        CREATE TEMPORARY TABLE numbered AS SELECT aggregate_id AS id,
            ((row_number() OVER (ORDER BY min(position)) - 1) / {batch})::integer AS batch
        FROM change_journal GROUP BY aggregate_id;
        ALTER TABLE change_notice ADD COLUMN batch integer;
        ALTER TABLE change_journal ADD COLUMN batch integer;
        ALTER TABLE change_fact ADD COLUMN batch integer;
        UPDATE change_notice AS c SET batch = n.batch FROM numbered AS n WHERE n.id = c.id;
        UPDATE change_journal AS c SET batch = n.batch FROM numbered AS n WHERE n.id = c.aggregate_id;
        UPDATE change_fact AS c SET batch = n.batch FROM numbered AS n WHERE n.id = c.subject;
        CREATE INDEX ON change_notice (batch); CREATE INDEX ON change_journal (batch); CREATE INDEX ON change_fact (batch);
        DELETE FROM outbox;
        DELETE FROM journal AS j USING change_journal AS c WHERE j.aggregate_id = c.aggregate_id AND j.version = c.version;
        VACUUM ANALYZE change_notice; VACUUM ANALYZE change_journal; VACUUM ANALYZE change_fact; CHECKPOINT;""")
    return int(copy.number("SELECT count(*) FROM change_notice"))


CHANGE = """
DO $$
DECLARE
    last integer := (SELECT max(batch) FROM change_notice);
BEGIN
    FOR b IN 0..last LOOP
        PERFORM FROM notice WHERE id IN (SELECT id FROM change_notice WHERE batch = b) FOR UPDATE;
        UPDATE notice AS n SET (%(columns)s) = (%(changed)s) FROM change_notice AS c WHERE c.batch = b AND n.id = c.id;
        INSERT INTO journal (%(entry)s) SELECT %(entry)s FROM change_journal WHERE batch = b;
        INSERT INTO outbox_sequence AS s (subject, last)
            SELECT subject, 1 FROM change_fact WHERE batch = b GROUP BY subject
            ON CONFLICT (subject) DO UPDATE SET last = s.last + excluded.last;
        INSERT INTO outbox (%(fact)s) SELECT %(fact)s FROM change_fact
            WHERE batch = b AND exchange <> 'gongjiang.enterprise' ORDER BY id;
        INSERT INTO outbox_archive (id, %(fact)s, created_at, sent) SELECT nextval('outbox_id_seq'), %(fact)s, now(), false
            FROM change_fact WHERE batch = b AND exchange = 'gongjiang.enterprise' ORDER BY id;
        COMMIT;
    END LOOP;
END $$;
""" % {"columns": ", ".join(COLUMNS), "changed": ", ".join("c." + name for name in COLUMNS), "entry": ENTRY, "fact": FACT}

# One session writes, so rows are committed in the order of their numbers, and the walk goes on where it was.
ARCHIVE = """
DO $$
DECLARE
    left_over bigint := (SELECT count(*) FROM change_fact WHERE exchange <> 'gongjiang.enterprise');
    gone bigint;
    place bigint := 0;
    reached bigint;
BEGIN
    WHILE left_over > 0 LOOP
        SELECT max(id) INTO reached FROM (SELECT id FROM outbox WHERE id > place ORDER BY id LIMIT 500) AS next;
        WITH gone AS (DELETE FROM outbox WHERE id > place AND id <= reached RETURNING *)
        INSERT INTO outbox_archive (id, %(fact)s, created_at, sent) SELECT id, %(fact)s, created_at, true FROM gone;
        GET DIAGNOSTICS gone = ROW_COUNT;
        place := coalesce(reached, place);
        left_over := left_over - gone;
        COMMIT;
        IF gone = 0 THEN PERFORM pg_sleep(0.01); END IF;
    END LOOP;
END $$;
""" % {"fact": FACT}


def size_of_facts(copy):
    """Bytes of a body the services are told, on average."""
    return int(copy.number("SELECT avg(length(body))::integer FROM change_fact WHERE exchange = 'gongjiang.facts'"))


def apply(copy, publish=()):
    """Seconds until all are changed, and until all are archived and published as well; `publish` is a command."""
    begin = time.monotonic()
    archiving = copy.start(ARCHIVE)
    publishing = subprocess.Popen(publish, stdout=subprocess.DEVNULL) if publish else None
    copy.run(CHANGE)
    changed = time.monotonic() - begin
    for process, what in ((archiving, "archive"), (publishing, "publish")):
        if process and process.wait() != 0:
            raise RuntimeError(f"the reference did not {what}")
    return changed, time.monotonic() - begin

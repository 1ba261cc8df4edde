"""A database full of running notices, each a copy of one the service wrote."""

import datetime
import json
import uuid

CREDIT_CODE = "91371600MA3N00011J"
PERSON = "01990000-0000-7000-8000-000000000001"
DAY = datetime.timedelta(days=1)
FIRST = datetime.date(2026, 11, 2)


def publication_days():
    """The day whose notices fall due together, and twenty working days after their end."""
    day, days = datetime.date(2026, 11, 10), []
    while len(days) < 20:
        if day.weekday() < 5:
            days.append(day)
        day += DAY
    return [FIRST] + days


def proposal(number, published):
    """What evaluation says of a list."""
    names = [
        {"person": PERSON[:-1] + str(place), "application": PERSON[:-1] + str(place), "name": name,
         "unit": "滨州样例机械有限公司", "workshop": "一车间", "merits": "改进焊接工艺三项,获省级技术革新奖",
         "occupation": {"code": "6-18-02-04", "edition": "2022", "name": "焊工"}}
        for place, name in ((1, "赵一"), (2, "钱二"))]
    return {
        "list": str(uuid.UUID(int=0x01990000000070009000 << 48 | number)), "round": str(uuid.uuid4()),
        "filing": str(uuid.uuid4()), "proposer": {"id": str(uuid.uuid4()), "creditCode": CREDIT_CODE},
        "enterpriseName": "滨州样例机械有限公司", "title": "2026年特级技师建议人选公示", "listDigest": "a" * 64,
        "requiredDays": 5, "publishedOn": published.isoformat(), "handlingOffice": "公司纪委", "names": names}


def message(fact):
    """The fact as the management API publishes it."""
    headers = {
        "specversion": "1.0", "id": str(uuid.uuid4()), "type": "gongjiang.evaluation.list-proposed.v1",
        "source": "/gongjiang/evaluation", "subject": fact["list"], "sequence": "1",
        "time": "2026-11-02T09:00:00.000+08:00", "actor": "benchmark", "correlationid": str(uuid.uuid4()),
        "enterprise": fact["proposer"]["id"], "creditcode": CREDIT_CODE}
    return {
        "routing_key": "evaluation.list-proposed", "payload": json.dumps(fact, ensure_ascii=False),
        "payload_encoding": "string",
        "properties": {
            "user_id": "evaluation", "message_id": headers["id"], "type": headers["type"], "delivery_mode": 2,
            "content_type": "application/json", "headers": {"cloudEvents:" + name: text for name, text in headers.items()}}}


# The copies of one day, their ids ascending as their publication; what else a notice has left behind when it was opened
# is there too: its number in the journal and the number of its last fact.
COPY = """
SET synchronous_commit = off;
CREATE TEMPORARY TABLE made ON COMMIT DROP AS SELECT
    (lpad(to_hex(1793000000000 + {first} + n), 12, '0') || '70008' || lpad(to_hex(n % 4096), 3, '0')
        || lpad(to_hex(n), 12, '0'))::uuid AS id,
    (lpad(to_hex(1792000000000 + {first} + n), 12, '0') || '70008' || lpad(to_hex(n % 4096), 3, '0')
        || lpad(to_hex(n), 12, '0'))::uuid AS list
FROM generate_series(1, {count}) AS n;
INSERT INTO notice (id, version, phase, state, list, credit_code, ends_at, official, due_at, required_days, extra_days,
    published_on, last_day, is_reckoned, has_own_periods)
SELECT made.id, version, phase, replace(state::text, t.list::text, made.list::text)::jsonb, made.list, credit_code, ends_at,
    official, due_at, required_days, extra_days, published_on, last_day, is_reckoned, has_own_periods
FROM notice AS t, made WHERE t.list = '{list}' ORDER BY made.id;
INSERT INTO journal (aggregate, aggregate_id, version, kind, actor, at, correlation, event)
SELECT 'notice', id, 1, 'opened', 'benchmark', now(), id, '{{}}' FROM made;
INSERT INTO outbox_sequence SELECT id, 1 FROM made;
"""


def copy(database, number, published, count):
    """So many notices like the one opened for this publication day."""
    database.run("BEGIN;" + COPY.format(
        first=number * 10_000_000, count=count, list=proposal(number, published)["list"]) + "COMMIT;")

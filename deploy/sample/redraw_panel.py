#!/usr/bin/env python3
"""Draws a panel again from the record of its draw and compares: nothing of Gongjiang's is needed.

    curl -H "Authorization: Bearer $TOKEN" http://localhost:8082/rounds/$ROUND/panel/draw | python3 redraw_panel.py

Exit status 0: the record agrees with itself. 1: it does not; what differs is said.
"""

import functools
import hashlib
import json
import sys


def numbers(seed, word):
    """SHA-256 over the key and a counter; the first eight bytes of each, big-endian."""
    key = hashlib.sha256(f"{seed}:{word}".encode()).digest()
    counter = 0
    while True:
        block = hashlib.sha256(key + counter.to_bytes(8, "big")).digest()
        yield int.from_bytes(block[:8], "big")
        counter += 1


def below(bound, source):
    """A number below a bound; numbers that would favour the small ones are thrown away."""
    most = 2**64 - 1
    limit = most - most % bound
    while True:
        number = next(source)
        if number < limit:
            return number % bound


def shuffled(ids, source):
    """Sorted, then shuffled from the end (Fisher-Yates)."""
    order = sorted(ids, key=str.upper)
    for last in range(len(order) - 1, 0, -1):
        other = below(last + 1, source)
        order[last], order[other] = order[other], order[last]
    return order


def chosen(draw, order):
    """In the drawn order, whoever can be taken so that the rest can still be what the plan asks for."""
    pool = {member["expert"]: member for member in draw["pool"]}

    @functools.lru_cache(maxsize=None)
    def fewest(place, outside, wanted):
        """How few from this place on are enough; a large number where nobody is."""
        if not outside and not wanted:
            return 0
        if place == len(order):
            return 10**6
        member = pool[order[place]]
        left = (max(0, outside - member["isInvited"]), wanted - set(member["knows"]))
        return min(fewest(place + 1, outside, wanted), 1 + fewest(place + 1, *left))

    taken, seats, outside, wanted = [], draw["size"], draw["outside"], frozenset(range(len(draw["occupations"])))
    for place, expert in enumerate(order):
        member = pool[expert]
        left = (max(0, outside - member["isInvited"]), wanted - set(member["knows"]))
        if seats and len(order) - place - 1 >= seats - 1 >= fewest(place + 1, *left):
            taken, seats, (outside, wanted) = taken + [expert], seats - 1, left
    return taken


def main():
    draw = json.load(sys.stdin)
    if draw["state"] != "drawn":
        sys.exit("尚未抽取:种子未公开。")
    order = shuffled([member["expert"] for member in draw["pool"]], numbers(draw["seed"], draw["word"]))
    members = chosen(draw, order)
    reserve = [expert for expert in order if expert not in members][: draw["reserves"]]
    checks = {
        "种子摘要": hashlib.sha256(draw["seed"].encode()).hexdigest() == draw["digest"],
        "次序": order == draw["order"],
        "委员": members == draw["drawn"],
        "候补": reserve == draw["reserve"],
    }
    for name, agrees in checks.items():
        print(f"{name}: {'一致' if agrees else '不一致'}")
    sys.exit(0 if all(checks.values()) else 1)


if __name__ == "__main__":
    main()

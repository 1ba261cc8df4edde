"""People who use the service meanwhile: so many requests a second, and how long each waits."""

import random
import threading
import time


class People:
    """Every second request reads a notice, the others hand in an objection."""

    def __init__(self, service, notices, person, per_second=20):
        self.service, self.notices, self.person, self.per_second = service, notices, person, per_second
        self.reads, self.writes, self.refused = [], [], []
        self.isOver = threading.Event()

    def __enter__(self):
        self.threads = [threading.Thread(target=self.act, args=(number,)) for number in range(self.per_second)]
        self.begin = time.monotonic()
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *_):
        self.isOver.set()
        for thread in self.threads:
            thread.join()

    def act(self, number):
        """One request a second, at this one's own fraction of it; what comes late is counted from when it was due."""
        chance = random.Random(number)
        due = self.begin + number / self.per_second
        while not self.isOver.wait(max(0, due - time.monotonic())):
            notice = chance.choice(self.notices)
            if number % 2:
                answer = self.service.call("GET", f"/notices/{notice}", "employee")
                waits, expected = self.reads, 200
            else:
                body = {"person": self.person, "about": "name", "reason": "业绩不实", "objector": "anonymous"}
                answer = self.service.call("POST", f"/notices/{notice}/objections", "employee", body)
                waits, expected = self.writes, 201
            waits.append(time.monotonic() - due)
            if answer[0] != expected:
                self.refused.append(answer)
            due += 1

    def percentile(self, waits, share=0.99):
        """In milliseconds."""
        ordered = sorted(waits)
        return 1000 * ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else 0

"""The memory of a process, looked at again and again while something else happens."""

import threading


class MemoryWatch:
    """`with MemoryWatch(service) as watch:` and then `watch.least`, `watch.most` in MiB."""

    def __init__(self, service, pause=0.02):
        self.service, self.pause = service, pause
        self.seen = []
        self.is_over = threading.Event()

    def __enter__(self):
        self.before = self.service.memory("VmRSS")
        self.thread = threading.Thread(target=self.look)
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.is_over.set()
        self.thread.join()

    def look(self):
        while not self.is_over.wait(self.pause):
            self.seen.append(self.service.memory("VmRSS"))

    @property
    def most(self):
        return max(self.seen, default=self.before)

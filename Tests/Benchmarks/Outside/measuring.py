"""What every measurement from outside does: says how far it is, waits, and reads its waits."""

import sys
import time

_began = time.monotonic()


def tell(text):
    """Says on standard error what has been done, with the seconds since the beginning."""
    print(f"{time.monotonic() - _began:6.0f} s  {text}", file=sys.stderr, flush=True)


def wait_for(condition, seconds, pause=0.05):
    """Returns once the condition holds.

    Raises RuntimeError where it does not in so many seconds.
    """
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            raise RuntimeError("it did not come to that in time")
        time.sleep(pause)


def percentile(waits, share):
    """Of waits in seconds, in milliseconds."""
    ordered = sorted(waits)
    return 1000 * ordered[min(len(ordered) - 1, int(share * len(ordered)))]

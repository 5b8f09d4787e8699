"""Leash: `python -m bot.cli.leash COMMAND` is that command, and ends with whoever started it, however that one ends.

Whoever starts it holds the other end of its standard input. A process that is killed cannot say so; its end closes.
"""

import os
import signal
import sys
import threading
import time

GRACE = 10.0
"""Seconds until a command that does not end in order is ended."""


def _follow() -> None:
    while os.read(0, 4096):
        pass
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(GRACE)
    os._exit(1)


def main() -> None:
    """Run a command for as long as standard input is open."""
    threading.Thread(target=_follow, name="leash", daemon=True).start()
    from bot.cli import main as run

    run(sys.argv[1:])


if __name__ == "__main__":
    main()

"""`python -m bot` is `fika`."""

import gc

# Looking for garbage while modules are being imported finds none, and takes a tenth of a short command's time.
gc.disable()

from bot.cli import main  # noqa: E402 - after the line above, on purpose

if __name__ == "__main__":
    main()

"""`python -m bot` is `fika`."""

from bot.cli import main

if __name__ == "__main__":
    main()

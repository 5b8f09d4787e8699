"""What the terminal costs: a cold start, and scoring the companies of a large file."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import pytest

from bot.bootstrap import shipped

pytestmark = pytest.mark.bench

STARTS = 9
COMPANIES = Path(__file__).parents[3] / "shared" / "data" / "companies" / "yc_companies.jsonl"
HEAVY = ("chromadb", "langchain", "alembic", "wordllama", "numpy", "prompt_toolkit")


def _run(home: Path, *command: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    environment = {"PATH": os.environ["PATH"], "FIKA_HOME": str(home), "FIKA_PACK": "harbor"}
    return subprocess.run(
        [sys.executable, *command], env=environment, input=stdin, capture_output=True, text=True, check=False
    )


def _seconds(run: Callable[[], object]) -> float:
    started = time.perf_counter()
    run()
    return time.perf_counter() - started


def _medians(runs: dict[str, Callable[[], object]]) -> dict[str, float]:
    """The median of each, taken in turns so that a busy moment hits all of them."""
    times: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(STARTS):
        for name, run in runs.items():
            times[name].append(_seconds(run))
    return {name: median(each) for name, each in times.items()}


def test_a_cold_start(tmp_path: Path) -> None:
    """Prints what `fika ask` and others take from nothing, beside importing three libraries; names heavy imports."""
    examples = shipped("knowledge") / "harbor" / "examples" / "accounts.jsonl"
    _run(tmp_path, "-m", "bot", "ingest")
    _run(tmp_path, "-m", "bot", "import", str(examples))
    commands = {
        "fika ask": ["-m", "bot", "ask", "does Acme fit?"],
        "fika score": ["-m", "bot", "score", "-", "--json"],
        "fika route": ["-m", "bot", "route", "does Acme fit?", "--json"],
        "fika check": ["-m", "bot", "check", "harbor"],
        "fika --version": ["-m", "bot", "--version"],
    }
    reference = ["-c", "import pydantic, sqlalchemy, typer"]
    runs = {name: lambda command=command: _run(tmp_path, *command) for name, command in commands.items()}
    times = _medians({"reference": lambda: _run(tmp_path, *reference), **runs})

    print(f"\n{'cold start':<16}{'median':>9}{'ratio':>8}  heavy imports")
    for name, seconds in times.items():
        loaded = _run(tmp_path, "-X", "importtime", *commands.get(name, reference)).stderr
        heavy = [each for each in HEAVY if f"| {each}\n" in loaded or f"  {each}\n" in loaded]
        print(f"{name:<16}{seconds * 1000:>6.0f} ms{seconds / times['reference']:>8.2f}  {', '.join(heavy) or 'none'}")


@pytest.mark.skipif(not COMPANIES.exists(), reason="the companies may not be committed; they are beside the checkout")
def test_scoring_the_companies(tmp_path: Path) -> None:
    """Prints what scoring 5,950 imported companies costs, beside reading and writing the same lines."""
    imported = _seconds(
        lambda: _run(tmp_path, "-m", "bot", "import", str(COMPANIES), "--pack", "posthog", "--map", "yc_companies")
    )
    exported = _run(tmp_path, "-m", "bot", "accounts", "export", "--pack", "posthog").stdout
    lines = exported.splitlines()
    copy = "import sys, json\nfor line in sys.stdin: print(json.dumps(json.loads(line)))"
    copied = _seconds(lambda: _run(tmp_path, "-c", copy, stdin=exported))
    seconds = _seconds(lambda: _run(tmp_path, "-m", "bot", "score", "-", "--pack", "posthog", "--json", stdin=exported))
    stored = _seconds(lambda: _run(tmp_path, "-m", "bot", "score", "--stored", "--pack", "posthog", "--json"))
    distinct = len({json.dumps(json.loads(line)["answers"], sort_keys=True) for line in lines})
    scored = _run(
        tmp_path, "-m", "bot", "score", "-", "--pack", "posthog", "--json", stdin=exported
    ).stdout.splitlines()
    receipts = len({json.loads(line)["receipt"] for line in scored})
    allowed = len(lines) * 0.001 + receipts * 0.050

    print(f"\n{len(lines)} accounts, {distinct} distinct answers, {receipts} distinct states of knowledge")
    print(f"import                    {imported:>7.2f} s")
    print(f"read and write the lines  {copied:>7.2f} s")
    print(f"fika score -              {seconds:>7.2f} s  ({seconds / copied:.1f} x; allowed {allowed:.1f} s)")
    print(f"fika score --stored       {stored:>7.2f} s")

"""Workbench: a pack's folder is watched while its author edits it, and what is saved there comes into force.

A change is checked as `fika check` does. Without errors it is published, and every account is scored before and after
it; with errors what was in force stays, and the findings are told. Nothing that is wrong with the folder ends it.
"""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.core.errors import FikaError, StateUnavailable
from bot.core.pack import Pack
from bot.core.problem import Problem
from bot.core.wording import counted
from bot.flows.fit import Scorer
from bot.flows.pack_edit import publish_edit
from bot.flows.pack_effect import AccountChange, pack_effect
from bot.flows.packs import CurrentPack
from bot.library.loader import check_folder, content_hash
from bot.library.watched import Trace, is_left_by_editor, trace
from bot.ports import LoadedPack, Ports, Scope

EVERY = 0.5
"""Seconds between two looks."""
SETTLED = 0.1
"""So many seconds nothing may change before files are read: editors write in several steps."""
BUDGET = 3.0
"""Seconds that a comparison of the accounts may take."""
MOST_CHANGES = 500


@dataclass(frozen=True, slots=True)
class _Shown:
    """What there is to be told."""

    title: str
    version: str
    checked_at: float
    ok: bool = True
    busy: bool = False
    reloaded_at: float | None = None
    findings: tuple[Problem, ...] = ()
    changes: tuple[AccountChange, ...] = ()
    compared: int = 0


class Workbench:
    """What a pack's author is shown, kept up to date by a thread of its own.

    Args:
        folder: where the pack is written.
        ports: where it is published.
        now: the clock.
    """

    def __init__(self, folder: Path, ports: Ports, now: Callable[[], datetime]) -> None:
        self._folder, self._ports, self._now = folder, ports, now
        self._team = ""
        self._listeners: list[Callable[[], None]] = []
        self._trace: Trace | None = None
        self._ended = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self, current: CurrentPack, team: str) -> None:
        """Take what stands in the folder now, and watch it from then on.

        Args:
            current: what is in force.
            team: whose accounts are compared.
        """
        self._team, self._scorer = team, Scorer(current.pack)
        self._shown = _Shown(current.pack.title, _version(current.pack, draft=current.draft), self._seconds())
        self.look()
        self._thread = threading.Thread(target=self._watch, name="workbench", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Watch no longer."""
        self._ended.set()
        if self._thread is not None:
            self._thread.join(BUDGET)

    def report(self) -> dict[str, Any]:
        """What is shown, as the page's protocol has it."""
        shown = self._shown
        return {
            "title": shown.title,
            "path": str(self._folder),
            "version": shown.version,
            "checked_at": shown.checked_at,
            "reloaded_at": shown.reloaded_at,
            "ok": shown.ok,
            "findings": [_finding(each) for each in shown.findings],
            "changes": [
                {"name": each.name, "before": each.before, "after": each.after, "why": list(each.why)}
                for each in shown.changes[:MOST_CHANGES]
            ],
            "compared": shown.compared,
            "busy": shown.busy,
        }

    def on_change(self, listener: Callable[[], None]) -> None:
        """Tell this listener whenever there is something else to show."""
        self._listeners.append(listener)

    def look(self) -> bool:
        """Look at the folder; whether it was another one than before."""
        seen = trace(self._folder)
        if seen == self._trace:
            return False
        while not self._ended.wait(SETTLED) and (later := trace(self._folder)) != seen:
            seen = later
        self._trace = seen
        self._show(replace(self._shown, busy=True))
        self._show(self._taken())
        return True

    def _watch(self) -> None:
        while not self._ended.wait(EVERY):
            self.look()

    def _show(self, shown: _Shown) -> None:
        self._shown = shown
        for listener in list(self._listeners):
            listener()

    def _seconds(self) -> float:
        return self._now().timestamp()

    # What was saved

    def _taken(self) -> _Shown:
        """What is to be shown after another look at the files."""
        known = replace(self._shown, busy=False, checked_at=self._seconds())
        try:
            problems, pack = check_folder(self._folder)
            problems = [each for each in problems if not is_left_by_editor(each.file or "")]
            if pack is not None and pack.name != self._scorer.pack.name:
                problems, pack = [_renamed(pack, self._scorer.pack.name), *problems], None
            known = replace(known, ok=pack is not None, findings=tuple(problems))
            return known if pack is None else self._published(pack, known)
        except StateUnavailable as locked:
            self._trace = None  # the next look tries again
            return replace(known, ok=False, findings=(Problem("error", str(locked)),))
        except FikaError as wrong:
            return replace(known, ok=False, findings=(Problem("error", str(wrong)),))
        except Exception as wrong:  # noqa: BLE001 - whatever it is, its author may save another text that works
            return replace(known, ok=False, findings=(Problem("error", f"The check failed: {wrong!r}."),))

    def _published(self, pack: Pack, known: _Shown) -> _Shown:
        loaded = LoadedPack(pack, content_hash(pack), ())
        before, after = self._scorer, Scorer(pack)
        done = publish_edit(loaded, self._team, self._ports, self._now())
        shown = replace(known, title=pack.title, version=_version(pack, draft=done.draft))
        self._scorer = after
        if content_hash(before.pack) == loaded.content_hash:
            return replace(shown, changes=(), compared=self._count())
        until = time.monotonic() + BUDGET
        effect = pack_effect(
            before,
            after,
            self._team,
            self._ports,
            self._now().date(),
            lambda: time.monotonic() < until and not self._ended.is_set(),
        )
        shown = replace(shown, reloaded_at=self._seconds(), changes=effect.changes, compared=effect.compared)
        left = [] if effect.compared == effect.accounts else [_cut_short(effect.compared, effect.accounts)]
        return replace(shown, findings=(*shown.findings, *left))

    def _count(self) -> int:
        with self._ports.store().begin(Scope(self._team, self._scorer.pack.name), writes=False) as work:
            return work.accounts.count()


def _version(pack: Pack, *, draft: bool) -> str:
    return f"{pack.version}, draft" if draft else str(pack.version)


def _renamed(pack: Pack, name: str) -> Problem:
    message = f"the pack's name was {name!r} and is {pack.name!r} now; change it back, or start again with the new name"
    return Problem("error", message, file="pack.yaml")


def _cut_short(compared: int, accounts: int) -> Problem:
    left = counted(accounts - compared, "account")
    return Problem("warning", f"{left} could not be compared in time; {counted(compared, 'account')} were")


def _finding(problem: Problem) -> dict[str, Any]:
    """A problem as the page has it: what is wrong, and behind the first semicolon what to do."""
    text, _, hint = problem.message.partition("; ")
    return {
        "severity": problem.severity,
        "file": problem.file or "",
        "line": problem.line,
        "text": _sentence(text),
        "hint": _sentence(hint),
    }


def _sentence(words: str) -> str:
    closed = words if not words or words[-1] in ".!?" else f"{words}."
    return closed[:1].upper() + closed[1:]

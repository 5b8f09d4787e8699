"""Fallback: a simpler form of what Slack refuses, so that an answer never ends in silence.

A message goes down a ladder: its own blocks, classic blocks, its text alone, its text shorter. A server that refuses
newer blocks is remembered for an hour, so that not every message is refused first; so is a method that is not there.
"""

import logging
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from slack_sdk.errors import SlackClientError
from slack_sdk.models.blocks import Block

from bot.slack.client import Refusal
from bot.slack.errors import SlackBusy, SlackRefused
from bot.slack.message import Blocks, Message
from bot.slack.mrkdwn import clipped
from bot.slack.views.classic import classic, plain_text_of

log = logging.getLogger(__name__)

T = TypeVar("T")
Dicts = list[dict[str, Any]]

LAST_RESORT = "I have an answer, but it cannot be shown here as text. Ask me again in our direct messages."
LONGEST_TEXT = 39_000
"""What Slack takes as the text of a new message is 40,000 characters."""
SHORT_TEXT = 3_900
"""What Slack takes as the text of a changed message is 4,000."""
SHORTEST_TEXT = 900
CLASSIC = frozenset({"actions", "context", "divider", "header", "image", "input", "section"})
_REMEMBERED = 3600.0
"""Seconds."""


@dataclass(frozen=True, slots=True)
class Rung:
    """One form of a message."""

    text: str
    blocks: Dicts
    bare: bool = False
    """Whether everything that can be left out is to be left out."""


class Hour:
    """What was found within the last hour, as it may be different later.

    Args:
        clock: the time, in seconds.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._found: dict[Hashable, float] = {}

    def add(self, what: Hashable) -> None:
        """Remember something."""
        self._found[what] = self._clock()

    def __contains__(self, what: Hashable) -> bool:
        return what in self._found and self._clock() - self._found[what] < _REMEMBERED

    def __iter__(self) -> Iterator[Hashable]:
        return iter([what for what in list(self._found) if what in self])


class Ladder:
    """The forms of a message, from the richest to the barest.

    Args:
        clock: the time, in seconds.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self._refused = Hour(clock)

    def send(self, message: Message, send: Callable[[Rung], T], *, longest: int = LONGEST_TEXT) -> T:
        """Send the richest form that is taken.

        Args:
            message: what to send.
            send: sends one form.
            longest: how many characters of text are taken.

        Raises:
            Refusal: no form is taken.
            SlackBusy: Slack is busy or cannot be reached.
            SlackRefused: Slack refuses the app.
        """
        refusal = Refusal("invalid_blocks")
        newer = frozenset[str]()
        for rung in self._rungs(message, longest):
            try:
                taken = send(rung)
            except Refusal as wrong:
                if not wrong.of_shape:
                    raise
                refusal, newer = wrong, newer or kinds(rung.blocks) - CLASSIC
                continue
            if newer and rung.blocks:
                self._refused.add(newer)
            return taken
        raise refusal

    def send_view(self, view: Mapping[str, Any], send: Callable[[Mapping[str, Any]], T]) -> T:
        """Send a form or a Home view, with classic blocks where its own are refused.

        Raises:
            Refusal: neither is taken.
            SlackBusy: Slack is busy or cannot be reached.
            SlackRefused: Slack refuses the app.
        """
        blocks = list(view.get("blocks") or ())
        newer = kinds(blocks) - CLASSIC
        refusal: Refusal | None = None
        if not self._are_refused(newer):
            try:
                return send(view)
            except Refusal as wrong:
                if not wrong.of_shape:
                    raise
                refusal = wrong
        simple = classic(blocks)
        if refusal is not None and simple == blocks:
            raise refusal
        taken = send({**view, "blocks": simple})
        if newer:
            self._refused.add(newer)
        return taken

    def _rungs(self, message: Message, longest: int) -> Iterator[Rung]:
        full = dicts(message.blocks)
        text = message.text.strip()
        if full and text and not self._are_refused(kinds(full) - CLASSIC):
            yield Rung(clipped(text, SHORT_TEXT), full)
        simple = _simple(message.blocks if full is None else full)
        text = text or plain_text_of(simple).strip() or LAST_RESORT
        beside = clipped(text, SHORT_TEXT)
        if full and not message.text.strip() and not self._are_refused(kinds(full) - CLASSIC):
            yield Rung(beside, full)
        if simple and simple != full:
            yield Rung(beside, simple)
        yield Rung(clipped(text, longest), [])
        if min(longest, len(text)) > SHORT_TEXT:
            yield Rung(beside, [])
        yield Rung(clipped(text, SHORTEST_TEXT), [], bare=True)

    def _are_refused(self, newer: frozenset[str]) -> bool:
        return any(isinstance(found, frozenset) and found <= newer for found in self._refused)


class Extras:
    """Methods that make things nicer, and whose absence nobody shall notice.

    Args:
        clock: the time, in seconds.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self._absent = Hour(clock)

    def call(self, method: str, call: Callable[[], object]) -> bool:
        """Call a method unless it is known not to be there; returns whether it was taken."""
        if method in self._absent:
            return False
        try:
            call()
        except Refusal as wrong:
            if wrong.for_good:
                self._absent.add(method)
            log.debug("%s is left out: %s.", method, wrong.code)
            return False
        except (SlackBusy, SlackRefused) as wrong:
            log.debug("%s is left out: %s.", method, type(wrong).__name__)
            return False
        return True


def dicts(blocks: Blocks) -> Dicts | None:
    """Blocks as they are sent; None where the SDK knows that one of them breaks a limit."""
    try:
        return [block.to_dict() if isinstance(block, Block) else dict(block) for block in blocks]
    except SlackClientError:
        return None


def kinds(blocks: Sequence[Mapping[str, Any]]) -> frozenset[str]:
    """The types of blocks."""
    return frozenset(str(block.get("type")) for block in blocks)


def _simple(blocks: Blocks) -> Dicts:
    """Classic blocks; none where not even those can be made."""
    passing = [block for block in blocks if dicts([block]) is not None]
    return classic(dicts(passing) or ())

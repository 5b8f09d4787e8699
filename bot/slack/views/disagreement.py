"""Disagreement: both sides with their sources, whether it matters, and the buttons that settle it."""

from collections.abc import Sequence
from functools import partial

from bot.core.disagreement import Disagreement
from bot.core.disagreement_words import WAYS, Teller, matters_words, sides_words
from bot.slack.ids import Act
from bot.slack.mrkdwn import bold, words
from bot.slack.values import Disputed
from bot.slack.views.elements import Json, actions, button, confirm, section
from bot.slack.views.frame import Frame
from bot.slack.views.sources import source

_MOST = 5
"""Disagreements on one message; the others are asked about once these are settled."""


def teller_of(frame: Frame) -> Teller:
    """How sources and other people's words are told in mrkdwn."""
    return Teller(frame.pack, frame.today, partial(source, viewer=frame.viewer), words)


def plain_teller_of(frame: Frame) -> Teller:
    """How values are told where nothing is formatted, as on a button."""
    return Teller(frame.pack, frame.today, longest=50)


def disagreement_blocks(found: Sequence[Disagreement], account_id: int, frame: Frame) -> list[Json]:
    """Both sides of each disagreement, with the buttons that settle it."""
    return [block for each in found[:_MOST] for block in _blocks(each, account_id, frame)]


def _blocks(found: Disagreement, account_id: int, frame: Frame) -> list[Json]:
    return [section(disagreement_text(found, frame)), keep_buttons(found, account_id, frame)]


def disagreement_text(found: Disagreement, frame: Frame) -> str:
    """Who said what, when, and whether it matters, as mrkdwn."""
    teller = teller_of(frame)
    return f"{bold('Sources disagree')} on {sides_words(found, teller)}\n{matters_words(found, teller)}"


def disagreement_texts(found: Sequence[Disagreement], frame: Frame) -> list[str]:
    """Disagreements where there are no buttons, with the words that settle the first one."""
    return [*(disagreement_text(each, frame) for each in found[:_MOST]), *([WAYS] if found else [])]


def keep_buttons(found: Disagreement, account_id: int, frame: Frame) -> Json:
    """The buttons that settle a disagreement."""
    value = Disputed(account=account_id, trait=found.trait, answer=found.new.id)
    teller = plain_teller_of(frame)
    label, new, old = teller.label(found.trait), teller.value(found.new), teller.values(found.others)
    sure = confirm(
        "Does the new one hold?", f"{label}: {old} no longer counts, whoever said so. It stays on record.", "It holds"
    )
    return actions(
        button(f"{new} holds", Act.KEEP_NEW, value, confirm=sure, label=f"The new answer holds: {new}"),
        button(f"{old} holds", Act.KEEP_OLD, value, label=f"The old answer holds: {old}"),
        button("Both possible", Act.KEEP_BOTH, value, label=f"Both stay possible: {label}"),
    )

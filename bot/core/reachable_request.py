"""Reachable requests: what a model takes a message for, held against the message.

Only what reads is asked for, and every account, role, stage and time stands in the message's own words.
"""

from collections.abc import Sequence
from typing import TypeVar

from bot.core.draft import RequestDraft
from bot.core.journey import StageId
from bot.core.language.cue import is_meddling, is_steering
from bot.core.language.hearing import Hearing, hear, lexicon_of
from bot.core.language.setting import Scene, moment_in
from bot.core.language.words import LONGEST_TEXT, cut, keys, sentences
from bot.core.naming import Found, resolve
from bot.core.pack import Pack
from bot.core.request import MainNamed, Mention, Request, RequestKind

N = TypeVar("N", bound=MainNamed)

READING = (
    RequestKind.FIT_QUESTION,
    RequestKind.WHY,
    RequestKind.WHAT_WOULD_IT_TAKE,
    RequestKind.NEXT_QUESTION,
    RequestKind.WORK_LIST,
    RequestKind.SHOW_ICP,
    RequestKind.SHOW_ACCOUNT,
    RequestKind.BRIEFING,
    RequestKind.OPEN_QUESTION,
    RequestKind.HELP,
)
"""What a model may take a message for: all of it reads, nothing writes."""


def requested(draft: RequestDraft, text: str, pack: Pack, names: Sequence[N]) -> Request[N] | None:
    """What a model takes a message for, without what does not stand in the message.

    Args:
        draft: what the model said.
        text: the message.
        pack: the pack that it is about.
        names: every name of every account.

    Returns:
        None where the message asks for something that is not only read, or where the account is not certain.
    """
    if draft.kind not in READING or not text.strip() or len(text) > LONGEST_TEXT or _orders(text):
        return None
    lexicon = lexicon_of(pack)
    account = None
    if draft.account is not None and draft.account.strip():
        account = _account(draft.account.strip(), hear(text, lexicon, names), names)
        if account is None:
            return None
    return Request(
        RequestKind(draft.kind),
        text,
        account,
        persona=_persona(draft.persona, text, lexicon.scene),
        stage=_stage(draft.stage, text, pack),
        when=_when(draft.when, text),
    )


def _orders(text: str) -> bool:
    """Whether a message gives the bot other rules, or orders what is no request."""
    said = [keys(sentence.words) for sentence in sentences(cut(text))]
    return is_steering(keys(cut(text))) or any(is_steering(each) or is_meddling(each) for each in said if each)


def _account(said: str, hearing: Hearing, names: Sequence[N]) -> Mention[N] | None:
    """The one account that a message names with these words and with no others."""
    spoken = [hearing.text[each.start : each.end] for each in hearing.spoken if not each.is_everyday]
    if not spoken or any(each.casefold() != said.casefold() for each in spoken):
        return None
    meant = resolve(names, spoken[0])
    return Mention(spoken[0], meant) if isinstance(meant, Found) and meant.exact else None


def _stands(said: str | None, text: str) -> str | None:
    """Words as they stand in a text, from a whole word to a whole word; None where they do not."""
    wanted = " ".join((said or "").split()).casefold()
    lower = text.casefold()
    at = lower.find(wanted) if wanted and len(lower) == len(text) else -1
    while at >= 0:
        before, after = lower[max(0, at - 1) : at], lower[at + len(wanted) : at + len(wanted) + 1]
        if not (before.isalnum() and wanted[0].isalnum()) and not (after.isalnum() and wanted[-1].isalnum()):
            return text[at : at + len(wanted)]
        at = lower.find(wanted, at + 1)
    return None


def _persona(said: str | None, text: str, scene: Scene) -> str | None:
    """The id of the one role that words of a message name."""
    stands = _stands(said, text)
    words = cut(stands) if stands else []
    found = scene.personas.longest(words, 0) if words else None
    if found is None or found.end != len(words) or len(set(found.meanings)) != 1:
        return None
    return found.meanings[0]


def _stage(said: str | None, text: str, pack: Pack) -> StageId | None:
    """The one stage that words of a message name."""
    stands = _stands(said, text)
    found = pack.journey.stages_named(stands) if stands else ()
    return found[0] if len(found) == 1 else None


def _when(said: str | None, text: str) -> str | None:
    """A time in the words of a message, where it is one."""
    wanted = (said or "").strip()
    stands = _stands(wanted, text) if wanted in text else None
    return stands if stands is not None and moment_in(stands) is not None else None

"""Gap card: one gap with everything said and done about it, and what was just done with it."""

from bot.core.gap import Gap, GapEvent
from bot.core.gap_wording import worth_words
from bot.core.gap_worth import ValuedGap
from bot.core.pack import Pack
from bot.slack.ids import Act
from bot.slack.message import Message
from bot.slack.mrkdwn import bold, person, words
from bot.slack.values import GapDoes, GapList, OnGap
from bot.slack.views.elements import Json, actions, button, message, section
from bot.slack.views.gap_text import (
    VOICES,
    event_text,
    gap_title,
    history_text,
    owner_words,
    voices_text,
)
from bot.slack.views.reasons import LABEL, NAME
from bot.slack.views.sources import source

_LONG = 1000


def gap_card(valued: ValuedGap, pack: Pack, viewer: str) -> Message:
    """One gap.

    Args:
        valued: the gap, with what it is worth.
        pack: names its trait and persona.
        viewer: who looks at it.
    """
    gap = valued.gap
    state = "open" if gap.is_open else gap.status.label
    first = f"{gap_title(gap, _LONG)}\n{bold(state)} · {gap.kind.label} · {owner_words(gap, viewer)}"
    facts = [f"{name}: {said}" for name, said in _facts(valued, pack).items() if said]
    about = [section("\n".join(facts))] if facts else []
    done = [section(text)] if (text := history_text(gap, viewer)) else []
    return message("gap-card", first, [section(first), *about, section(voices_text(gap, viewer)), *done, _moves(gap)])


def _facts(valued: ValuedGap, pack: Pack) -> dict[str, str]:
    gap = valued.gap
    trait = pack.trait(gap.trait) if gap.trait else None
    persona = pack.persona(gap.persona) if gap.persona else None
    return {
        "Account": words(valued.account, NAME) if valued.account else "",
        "Question": words(trait.label if trait else gap.trait or "", LABEL) if gap.trait else "",
        "Stage": gap.stage.label if gap.stage else "",
        "Persona": words(persona.title if persona else gap.persona or "", LABEL) if gap.persona else "",
        "Worth": worth_words(valued) if gap.is_open else "",
    }


def _moves(gap: Gap) -> Json:
    if not gap.is_open:
        return actions(_button("Reopen", Act.GAP_REOPEN, GapDoes.REOPEN, gap), _all())
    return actions(
        _button("I see to it", Act.GAP_TAKE, GapDoes.TAKE, gap),
        _button("Assign", Act.GAP_ASSIGN, GapDoes.ASSIGN, gap),
        _button("Close", Act.GAP_CLOSE, GapDoes.CLOSE, gap, style="primary"),
        _all(),
    )


def _button(text: str, act: Act, does: GapDoes, gap: Gap, style: str | None = None) -> Json:
    return button(text, act, OnGap(gap=gap.id, does=does), style=style, label=f"{text}: gap {gap.id}")


def _all() -> Json:
    return button("All gaps", Act.GAPS, GapList())


def moved_message(gap: Gap, viewer: str, note: str = "") -> Message:
    """What was just done with a gap.

    Args:
        gap: what it has become.
        viewer: who did it.
        note: what else is to be said.
    """
    text = f"{gap_title(gap)}\nNow {_last(gap, viewer)}{f' {note}' if note else ''}"
    ways = [_show(gap)]
    if gap.is_open:
        ways.append(_button("Close", Act.GAP_CLOSE, GapDoes.CLOSE, gap))
    else:
        ways.append(_button("Reopen", Act.GAP_REOPEN, GapDoes.REOPEN, gap))
    return message("gap-moved", text, [section(text), actions(*ways, _all())])


def _last(gap: Gap, viewer: str) -> str:
    """What was done with it last, as the end of a sentence."""
    text = event_text(_move(gap), viewer)
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."


def _move(gap: Gap) -> GapEvent:
    """What was done with it last; who logged it again meanwhile did nothing with it."""
    return next(event for event in reversed(gap.history) if event.happened not in VOICES)


def already_message(gap: Gap, viewer: str) -> Message:
    """That a gap is with that person already."""
    text = f"{gap_title(gap)}\nNothing changed: {owner_words(gap, viewer)}."
    return message("gap-same", text, [section(text), actions(_show(gap), _all())])


def given_message(gap: Gap, account: str | None, viewer: str) -> Message:
    """To the new owner of a gap: who gave them what.

    Args:
        gap: what it has become.
        account: the name of the account at which it showed.
        viewer: the new owner.
    """
    by = source(_move(gap).source, viewer)
    asks = "You ask yourself" if by == "you" else f"{by} asks you"
    at = f", at {words(account, NAME)}" if account else ""
    text = f"{asks} to see to this gap ({gap.kind.label}{at}):\n{gap_title(gap)}"
    mine = button("Your gaps", Act.GAPS, GapList(mine=True))
    close = _button("Close", Act.GAP_CLOSE, GapDoes.CLOSE, gap)
    return message("gap-given", text, [section(text), actions(_show(gap), close, mine)])


def gap_ways(gap: Gap) -> Json:
    """What can be done with a gap that was just logged."""
    take = _button("I see to it", Act.GAP_TAKE, GapDoes.TAKE, gap)
    return actions(_show(gap), take, _button("Assign", Act.GAP_ASSIGN, GapDoes.ASSIGN, gap))


def _show(gap: Gap) -> Json:
    return _button("Show", Act.GAP_SHOW, GapDoes.SHOW, gap)


def told_note(owner: str, *, told: bool) -> str:
    """Whether the new owner of a gap knows."""
    who = person(owner)
    return f"I told {who}." if told else f"I cannot write to {who}: tell them yourself."

"""Gap text: how gaps read in Slack, people as mentions; mrkdwn, everything escaped."""

from collections.abc import Iterator

from bot.core.gap import Gap, GapEvent, Happened, Voice
from bot.core.gap_wording import voices_words, worth_words
from bot.core.gap_worth import ValuedGap
from bot.slack.mrkdwn import bold, day, link, person, words
from bot.slack.views.elements import listing
from bot.slack.views.reasons import NAME
from bot.slack.views.sources import source

WHAT = 300
"""Characters of what is missing."""
VOICES = frozenset({Happened.LOGGED, Happened.VOICED})
"""What happens to a gap without anybody doing anything with it."""
_QUOTE = 300
_REASON = 300
_MOST_VOICES, _MOST_EVENTS = 10, 15
_ROOM = 2600
"""Characters of a paragraph."""


def gap_title(gap: Gap, longest: int = WHAT) -> str:
    """Its number and what is missing, in bold."""
    return bold(f"#{gap.id} {words(gap.what, longest)}")


def gap_row(gap: Gap, viewer: str, worth: str = "", account: str | None = None) -> str:
    """A gap in a list: what is missing, and beneath it what it is about.

    Args:
        gap: the gap.
        viewer: who looks at it.
        worth: what it would be worth to fill it.
        account: the name of the account at which it showed.
    """
    return f"{gap_title(gap)}\n{' · '.join(_about(gap, viewer, worth, account))}"


def valued_row(valued: ValuedGap, viewer: str) -> str:
    """A gap in a list, with what it is worth."""
    return gap_row(valued.gap, viewer, worth_words(valued), valued.account)


def _about(gap: Gap, viewer: str, worth: str, account: str | None) -> Iterator[str]:
    if not gap.is_open:
        yield bold(gap.status.label)
    yield gap.kind.label
    if account:
        yield f"at {words(account, NAME)}"
    if worth and gap.is_open:
        yield worth
    if len(gap.voices) > 1:
        yield voices_words(gap)
    if gap.is_open:
        yield owner_words(gap, viewer)


def owner_words(gap: Gap, viewer: str) -> str:
    """Who sees to it."""
    if gap.owner is None:
        return "nobody sees to it"
    return "you see to it" if gap.owner == viewer else f"{person(gap.owner)} sees to it"


def voices_text(gap: Gap, viewer: str) -> str:
    """Everybody who said so: when, in which words, and where that stands."""
    lines = [f"• {_voice(voice, viewer)}" for voice in gap.voices]
    return f"{bold('Who says so')}\n{listing(lines, _MOST_VOICES, _ROOM)}"


def _voice(voice: Voice, viewer: str) -> str:
    parts = [source(voice.source, viewer), day(voice.at.date())]
    if voice.quote:
        parts.append(f"“{words(voice.quote, _QUOTE)}”")
    if voice.permalink:
        parts.append(link(voice.permalink, "the message"))
    return ", ".join(parts)


def history_text(gap: Gap, viewer: str) -> str:
    """What was done with it since it was logged, the latest first; empty where nothing was."""
    told = [event for event in gap.history if event.happened not in VOICES]
    if not told:
        return ""
    lines = [f"• {day(event.at.date())}: {event_text(event, viewer)}" for event in reversed(told)]
    return f"{bold('What was done')}\n{listing(lines, _MOST_EVENTS, _ROOM)}"


def event_text(event: GapEvent, viewer: str) -> str:
    """One thing that was done with a gap."""
    by = f"by {source(event.source, viewer)}"
    why = f": {words(event.reason, _REASON)}" if event.reason else ""
    match event.happened:
        case Happened.ASSIGNED:
            return f"given to {_whom(event, viewer)} {by}" if event.owner else f"taken from its owner {by}"
        case Happened.CLOSED:
            return f"closed as {event.status.label if event.status else 'filled'} {by}{why}"
        case _:  # reopened; voices stand apart
            return f"reopened {by}{why}"


def _whom(event: GapEvent, viewer: str) -> str:
    return "you" if event.owner == viewer else person(event.owner or "")

"""Sources: who said something, and when, as people in Slack read it."""

from bot.core.account import Answer, Source, SourceKind
from bot.core.wording import source_words
from bot.slack.mrkdwn import day, flat, is_user, person, words

_QUOTE = 160


def plain_source(source: Source, viewer: str) -> str:
    """Who says so, where nobody can be mentioned."""
    if source.kind is SourceKind.PERSON and source.person == viewer:
        return "you"
    return flat(source_words(source), 60)


def on_paper(source: Source, viewer: str) -> str:
    """Who says so in a file, where an id would tell nobody anything."""
    is_colleague = source.kind is SourceKind.PERSON and source.person != viewer and is_user(source.person or "")
    return "a colleague" if is_colleague else plain_source(source, viewer)


def source(said: Source, viewer: str) -> str:
    """Who says so, as mrkdwn: a person of this workspace as a mention."""
    if said.kind is SourceKind.PERSON and said.person and said.person != viewer and is_user(said.person):
        return person(said.person)
    return words(plain_source(said, viewer))


def provenance(answer: Answer, viewer: str) -> str:
    """Who says so, when, and the words it was taken from, as mrkdwn."""
    parts = [source(answer.source, viewer)]
    if answer.on:
        parts.append(day(answer.on))
    if answer.quote:
        parts.append(f"“{words(answer.quote, _QUOTE)}”")
    return ", ".join(parts)

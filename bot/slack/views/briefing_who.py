"""Whom one meets: what the persona cares about and says, and how they like to be contacted."""

from collections.abc import Sequence

from bot.core.persona import Persona
from bot.slack.mrkdwn import bold, words
from bot.slack.views.reasons import NAME

_LONG = 300
_MOST = 3
_ROLES = 8
"""Buyer roles that are named to whoever did not say which one they meet."""


def persona_text(persona: Persona | None, account: str, known: Sequence[Persona]) -> str:
    """The essentials of whom one meets; without anybody, how to say who it is.

    Args:
        persona: the buyer role.
        account: the account's name.
        known: the buyer roles of the pack.
    """
    if persona is None:
        return _say_who(account, known)
    unvalidated = "" if persona.validated else " (unvalidated)"
    lines = [f"{bold(f'You meet: {words(persona.title, NAME)}')}{unvalidated}"]
    if cares := (persona.goals or persona.motivations or persona.responsibilities):
        lines.append(f"Cares about: {'; '.join(map(_bare, cares[:_MOST]))}")
    lines += [f"If “{_bare(each.objection)}”: {words(each.answer, _LONG)}" for each in persona.objections[:1]]
    if persona.prefers:
        lines.append(f"Contact: {words(persona.prefers, _LONG)}")
    return "\n".join(lines)


def _say_who(account: str, known: Sequence[Persona]) -> str:
    """How to say who it is, in words that this very pack understands."""
    if not known:
        return f"{bold('Whom you meet')}: this pack describes no buyer roles."
    names = [words(called(each), NAME) for each in known[:_ROLES]]
    example = f"brief me on {words(account, NAME)}, meeting the {names[0]}."
    more = ", and others" if len(known) > _ROLES else ""
    return f"{bold('Whom you meet')}: say who, for example: {example}\nI know: {', '.join(names)}{more}."


def called(persona: Persona) -> str:
    """What a role is called for short: its title without what stands in brackets, where that names it as well."""
    short = persona.title.partition(" (")[0]
    return short if short.casefold() in map(str.casefold, persona.also) else persona.title


def persona_lines(persona: Persona) -> list[str]:
    """Everything else that is known of a persona, a line each."""
    return [
        *(f"• Wants: {words(each, _LONG)}" for each in persona.goals),
        *(f"• Answers for: {words(each, _LONG)}" for each in persona.responsibilities),
        *(f"• Driven by: {words(each, _LONG)}" for each in persona.motivations),
        *(f"• Pain: {_bare(each.pain)}. Say: {words(each.answer, _LONG)}" for each in persona.pains),
    ]


def objection_lines(persona: Persona) -> list[str]:
    """What somebody in that role may object, each with its answer."""
    return [f"• “{_bare(each.objection)}”: {words(each.answer, _LONG)}" for each in persona.objections]


def _bare(text: str) -> str:
    """A sentence without its full stop, to stand in another one."""
    return words(text.strip().removesuffix("."), _LONG)

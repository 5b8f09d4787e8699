"""Whom one meets: what the persona cares about and says, and how they like to be contacted."""

from bot.core.persona import Persona
from bot.slack.mrkdwn import bold, words
from bot.slack.views.reasons import NAME

_LONG = 300
_MOST = 3


def persona_text(persona: Persona | None, account: str) -> str:
    """The essentials of whom one meets; without anybody, how to say who it is.

    Args:
        persona: the buyer role.
        account: the account's name.
    """
    if persona is None:
        return f"{bold('Whom you meet')}: say who, for example: brief me on {words(account, NAME)}, meeting the CFO."
    unvalidated = "" if persona.validated else " (unvalidated)"
    lines = [f"{bold(f'You meet: {words(persona.title, NAME)}')}{unvalidated}"]
    if cares := (persona.goals or persona.motivations or persona.responsibilities):
        lines.append(f"Cares about: {'; '.join(map(_bare, cares[:_MOST]))}")
    lines += [f"If “{_bare(each.objection)}”: {words(each.answer, _LONG)}" for each in persona.objections[:1]]
    if persona.prefers:
        lines.append(f"Contact: {words(persona.prefers, _LONG)}")
    return "\n".join(lines)


def persona_lines(persona: Persona) -> list[str]:
    """Everything that is known of a persona, a line each."""
    return [
        *(f"• Wants: {words(each, _LONG)}" for each in persona.goals),
        *(f"• Answers for: {words(each, _LONG)}" for each in persona.responsibilities),
        *(f"• Driven by: {words(each, _LONG)}" for each in persona.motivations),
        *(f"• Pain: {_bare(each.pain)}. Say: {words(each.answer, _LONG)}" for each in persona.pains),
        *(f"• Objection: “{_bare(o.objection)}”. Say: {words(o.answer, _LONG)}" for o in persona.objections),
    ]


def _bare(text: str) -> str:
    """A sentence without its full stop, to stand in another one."""
    return words(text.strip().removesuffix("."), _LONG)

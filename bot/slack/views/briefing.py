"""Briefing: what a rep reads before a call, on one screen; what goes deeper is folded up."""

from collections.abc import Iterator

from bot.core.persona import Persona
from bot.flows.briefing import Briefing
from bot.slack.ids import Act
from bot.slack.message import Message
from bot.slack.mrkdwn import bold, words
from bot.slack.views.account import known_lines
from bot.slack.views.content import content_sections
from bot.slack.views.elements import Json, container, header, listing, message, section
from bot.slack.views.frame import Frame
from bot.slack.views.gap import gap_line
from bot.slack.views.moves import moves, next_sentence, opinions
from bot.slack.views.parts import open_lines, small_print, standing_lines
from bot.slack.views.reasons import NAME, headline

_LONG = 300
_MOST = 3
"""Of anything on the one screen."""


def briefing_message(briefing: Briefing, frame: Frame) -> Message:
    """What to read before a call with an account."""
    answer = briefing.answer
    call = [f"{bold('For the call')} on {briefing.call.words}."] if briefing.call else []
    standing = listing([*call, *standing_lines(answer, frame)])
    questions = _questions(briefing, frame)
    who = _persona_text(briefing.persona, answer.account.name)
    blocks = [
        header(headline(answer.report)),
        section(standing),
        section(questions),
        section(who),
        moves(answer, Act.BRIEF),
        *content_sections(answer, frame, briefing.content, briefing.stage),
        *_details(briefing, frame),
        small_print(answer, frame),
        opinions(answer),
    ]
    return message("briefing", f"{bold(words(headline(answer.report)))}\n{standing}\n{questions}\n{who}", blocks)


def _questions(briefing: Briefing, frame: Frame) -> str:
    name = briefing.answer.account.name[:NAME]
    traits = [frame.card.traits[frame.card.index[each.trait]] for each in briefing.questions[:_MOST]]
    if not traits:
        return f"{bold('Nothing left to ask')}. {next_sentence(briefing.answer.report)}"
    lines = [f"{number}. {words(trait.ask(name), _LONG)}" for number, trait in enumerate(traits, 1)]
    return "\n".join([bold("Ask"), *lines])


def _whys(briefing: Briefing, frame: Frame) -> list[str]:
    """Why each question is worth asking."""
    traits = [frame.card.traits[frame.card.index[each.trait]] for each in briefing.questions[:_MOST]]
    return [f"• {bold(words(trait.label, NAME))}: {words(trait.why, _LONG)}" for trait in traits if trait.why]


def _persona_text(persona: Persona | None, account: str) -> str:
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


def _bare(text: str) -> str:
    """A sentence without its full stop, to stand in another one."""
    return words(text.strip().removesuffix("."), _LONG)


def _details(briefing: Briefing, frame: Frame) -> Iterator[Json]:
    answer = briefing.answer
    if lines := _whys(briefing, frame):
        yield container("Why ask that", [section(listing(lines))])
    if lines := known_lines(answer, frame):
        yield container("What is known", [section(listing(lines, 40))])
    if lines := open_lines(answer, frame):
        yield container("What is open", [section(listing(lines, 40))])
    if briefing.persona and (lines := _persona_lines(briefing.persona)):
        yield container("More about whom you meet", [section(listing(lines, 30))])
    if briefing.gaps:
        yield container(f"Gaps logged here: {len(briefing.gaps)}", [section(listing(map(gap_line, briefing.gaps), 15))])


def _persona_lines(persona: Persona) -> list[str]:
    return [
        *(f"• Wants: {words(each, _LONG)}" for each in persona.goals),
        *(f"• Answers for: {words(each, _LONG)}" for each in persona.responsibilities),
        *(f"• Driven by: {words(each, _LONG)}" for each in persona.motivations),
        *(f"• Pain: {_bare(each.pain)}. Say: {words(each.answer, _LONG)}" for each in persona.pains),
        *(f"• Objection: “{_bare(o.objection)}”. Say: {words(o.answer, _LONG)}" for o in persona.objections),
    ]

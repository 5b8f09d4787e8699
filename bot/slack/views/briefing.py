"""Briefing: what a rep reads before a call, on one screen of a phone; what goes deeper is folded up."""

from collections.abc import Iterator

from bot.core.avoid import disputes_told
from bot.core.gap import Gap
from bot.flows.briefing import Briefing
from bot.flows.briefing_text import known_words
from bot.slack.ids import Act
from bot.slack.message import Message
from bot.slack.mrkdwn import bold, words
from bot.slack.views.account import known_lines
from bot.slack.views.briefing_again import on_briefing
from bot.slack.views.briefing_call import call_sections
from bot.slack.views.briefing_changes import change_lines, changed_title
from bot.slack.views.briefing_sending import sending_sections
from bot.slack.views.briefing_who import objection_lines, persona_lines, persona_text
from bot.slack.views.elements import Json, button, container, context, header, listing, message, section
from bot.slack.views.frame import Frame
from bot.slack.views.gap import gap_line
from bot.slack.views.moves import moves, next_sentence, opinions, sharing
from bot.slack.views.parts import open_lines, small_print, standing_lines
from bot.slack.views.reasons import LABEL, NAME, headline

_LONG = 300
_SUMMARY = 600
"""Of one sentence."""
_MOST = 3
"""Of anything on the one screen."""


def briefing_message(briefing: Briefing, frame: Frame, note: str | None = None) -> Message:
    """What to read before a call with an account.

    Args:
        briefing: what to read.
        frame: what else may be known.
        note: why it comes now, where nobody asked for it just now.
    """
    answer = briefing.answer
    first = [words(note, _LONG)] if note else []
    standing = listing([*first, *standing_lines(answer, frame), *_known(briefing, frame)])
    call = call_sections(briefing)
    questions = questions_text(briefing, frame)
    who = persona_text(briefing.persona, answer.account.name, frame.pack.personas)
    blocks = [
        header(headline(answer.report)),
        section(standing),
        *call,
        *_summary(briefing),
        section(who),
        *_changed(briefing, frame),
        section(questions),
        *sending_sections(briefing, frame),
        *_avoid(briefing, frame),
        _moves(briefing, frame),
        *_details(briefing, frame),
        *_labels(briefing),
        small_print(answer, frame),
        opinions(answer),
    ]
    when = "".join(f"\n{each['text']['text']}" for each in call)
    return message("briefing", f"{bold(words(headline(answer.report)))}\n{standing}{when}\n{who}\n{questions}", blocks)


def _known(briefing: Briefing, frame: Frame) -> list[str]:
    """What is known, in a line; who said so is folded up."""
    known = known_words(briefing.answer, frame.scorer, _MOST)
    return [f"{bold('Known')}: {words(known, _LONG)}"] if known else []


def _moves(briefing: Briefing, frame: Frame) -> Json:
    """The buttons; what can be had of this very briefing stands last of them."""
    row, again = moves(briefing.answer, Act.BRIEF, Act.SHARE), on_briefing(briefing, frame)
    pdf = button("PDF", Act.BRIEF_PDF, again, label="Send me this briefing as a PDF")
    share = button("Share to channel", Act.BRIEF_SHARE, again, confirm=_SHARING, label="Share this briefing")
    *buttons, more = row["elements"]
    return {**row, "elements": [*buttons, share, pdf, more]}


_SHARING = sharing("the verdict, whom you meet, what to ask, what to send and what to avoid")


def _summary(briefing: Briefing) -> list[Json]:
    """What a model phrased; what the template says stands in the rest of the card, word for word."""
    if briefing.summary is None or briefing.summary.model is None or not briefing.summary.sentences:
        return []
    return [section(" ".join(words(each, _SUMMARY) for each in briefing.summary.sentences))]


def _labels(briefing: Briefing) -> list[Json]:
    """Who phrased what, where that was not the rules alone."""
    summary = briefing.summary
    if summary is None:
        return []
    if summary.dropped:
        return [context(f"Without a summary. {words(summary.dropped, _LONG)}")]
    if summary.model:
        return [context(f"Summary phrased by {words(summary.model, NAME)} from the facts of this briefing.")]
    return []


def questions_text(briefing: Briefing, frame: Frame) -> str:
    """What to ask, or what to do where nothing is left to ask."""
    name = briefing.answer.account.name[:NAME]
    traits = [frame.card.traits[frame.card.index[each.trait]] for each in briefing.questions[:_MOST]]
    if not traits:
        return f"{bold('Nothing left to ask')}. {next_sentence(briefing.answer.report)}"
    lines = [f"{number}. {words(trait.ask(name), _LONG)}" for number, trait in enumerate(traits, 1)]
    return "\n".join([bold("Ask"), *lines])


def why_lines(briefing: Briefing, frame: Frame) -> list[str]:
    """Why each question is worth asking."""
    traits = [frame.card.traits[frame.card.index[each.trait]] for each in briefing.questions[:_MOST]]
    return [f"• {bold(words(trait.label, LABEL))}: {words(trait.why, _LONG)}" for trait in traits if trait.why]


def _changed(briefing: Briefing, frame: Frame) -> list[Json]:
    if briefing.changes is None:
        return []
    lines = change_lines(briefing.changes, briefing.answer, frame)
    return [section("\n".join([changed_title(briefing.changes, frame), *_first(lines)]))]


def _avoid(briefing: Briefing, frame: Frame) -> list[Json]:
    lines = avoid_lines(briefing, frame)
    return [section("\n".join([bold("Avoid"), *_first(lines)]))] if lines else []


def avoid_lines(briefing: Briefing, frame: Frame) -> list[str]:
    """What better not to do or say, without the contradictions: those stand under the verdict, with both sides."""
    disputed = len(disputes_told(frame.card, briefing.answer.standings))
    return [f"• {words(each, _LONG)}" for each in briefing.avoid[disputed:]]


def _first(lines: list[str]) -> list[str]:
    """What stands on the one screen; the rest is folded up, where it would take more than a line."""
    return [*lines[:_MOST], f"… and {len(lines) - _MOST} more below"] if _is_long(lines) else lines


def _is_long(lines: list[str]) -> bool:
    return len(lines) > _MOST + 1


def _details(briefing: Briefing, frame: Frame) -> Iterator[Json]:
    for title, lines in _folds(briefing, frame):
        if lines:
            yield container(title, [section(listing(lines, 40))])


def _folds(briefing: Briefing, frame: Frame) -> Iterator[tuple[str, list[str]]]:
    answer = briefing.answer
    yield "Why ask that", why_lines(briefing, frame)
    yield "What is known", known_lines(answer, frame)
    yield "What is open", open_lines(answer, frame)
    if briefing.persona:
        yield f"Objections, with answers: {len(briefing.persona.objections)}", objection_lines(briefing.persona)
        yield "More about whom you meet", persona_lines(briefing.persona)
    if briefing.changes and _is_long(lines := change_lines(briefing.changes, answer, frame)):
        yield f"Everything that changed: {len(lines)}", lines
    if _is_long(lines := avoid_lines(briefing, frame)):
        yield f"Everything to avoid: {len(lines)}", lines
    yield f"Gaps logged here: {len(briefing.gaps)}", [_gap(each, frame) for each in briefing.gaps]


def _gap(gap: Gap, frame: Frame) -> str:
    return gap_line(gap.model_copy(update={"at": gap.at.astimezone(frame.zone)}))

"""A briefing for everybody in a channel: what its owner alone is told is not in it.

That is who said what, what changed since the owner was briefed, what was logged as missing and in whose words, the
briefing that is to come, a summary that a model phrased out of all this, and every button.
"""

from collections.abc import Iterator

from bot.flows.briefing import Briefing
from bot.slack.message import Message
from bot.slack.mrkdwn import bold, person, words
from bot.slack.views.briefing import avoid_lines, questions_text, why_lines
from bot.slack.views.briefing_call import when_text
from bot.slack.views.briefing_sending import sending_lines
from bot.slack.views.briefing_who import objection_lines, persona_lines, persona_text
from bot.slack.views.elements import Json, container, context, header, listing, message, section
from bot.slack.views.frame import Frame
from bot.slack.views.parts import open_lines, standing_lines
from bot.slack.views.reasons import footer, headline


def shared_briefing(briefing: Briefing, frame: Frame, shared_by: str) -> Message:
    """What to read before a call with an account, for everybody in a channel.

    Args:
        briefing: what to read.
        frame: what else may be known.
        shared_by: who shares it.
    """
    answer = briefing.answer
    standing = listing(standing_lines(answer, frame, public=True))
    parts = list(_parts(briefing, frame))
    small = words(footer(answer.report, frame))
    blocks = [
        header(headline(answer.report)),
        section(standing),
        *map(section, parts),
        *_folds(briefing, frame),
        context(f"Shared by {person(shared_by)}", small),
    ]
    text = "\n".join([bold(words(headline(answer.report))), standing, *parts, small])
    return message("shared-briefing", text, blocks)


def _parts(briefing: Briefing, frame: Frame) -> Iterator[str]:
    if briefing.call is not None:
        yield when_text(briefing.call)
    if briefing.persona is not None:
        yield persona_text(briefing.persona, briefing.answer.account.name, frame.pack.personas)
    yield questions_text(briefing, frame)
    if lines := sending_lines(briefing):
        yield "\n".join(lines)
    if lines := avoid_lines(briefing, frame):
        yield listing([bold("Avoid"), *lines])


def _folds(briefing: Briefing, frame: Frame) -> Iterator[Json]:
    folds = {
        "Why ask that": why_lines(briefing, frame),
        "What is open": open_lines(briefing.answer, frame),
        "Objections, with answers": objection_lines(briefing.persona) if briefing.persona else [],
        "More about whom you meet": persona_lines(briefing.persona) if briefing.persona else [],
    }
    for title, lines in folds.items():
        if lines:
            yield container(title, [section(listing(lines, 40))])

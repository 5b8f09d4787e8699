"""The fit card: the verdict first, then the next best thing to do, then reasons, then details that are folded up."""

from bot.core.content import Content
from bot.core.journey import Staged
from bot.flows.fit import FitAnswer
from bot.slack.ids import Act
from bot.slack.message import Message
from bot.slack.mrkdwn import bold, person, words
from bot.slack.views.content import content_sections
from bot.slack.views.elements import Json, context, header, listing, message, section
from bot.slack.views.frame import Frame
from bot.slack.views.moves import moves, opinions
from bot.slack.views.parts import (
    ALL_OPEN,
    folded,
    fragile_text,
    next_text,
    outcome_lines,
    plain_line,
    question_text,
    quotes,
    small_print,
    standing_lines,
    takes_lines,
)
from bot.slack.views.reasons import footer, headline, icp_title, main_column, standing_sentence
from bot.slack.views.score import Said, score_table


def fit_card(answer: FitAnswer, frame: Frame, content: Content | None = None, stage: Staged | None = None) -> Message:
    """Whether an account fits, for the person who asked."""
    column = main_column(answer, frame.card)
    blocks = [
        *_top(answer, frame),
        section(next_text(answer, frame)),
        moves(answer),
        *content_sections(answer, frame, content, stage),
        *_score(answer, column, frame, said=Said.NOT),
        *map(context, fragile_text(answer, frame)),
        *folded(answer, column, frame),
        small_print(answer, frame),
        opinions(answer),
    ]
    return message("fit", card_text(answer, frame), blocks)


def shared_card(answer: FitAnswer, frame: Frame, shared_by: str) -> Message:
    """Whether an account fits, for everybody in a channel: without quotes, without who said what, without buttons."""
    column = main_column(answer, frame.card)
    blocks = [
        *_top(answer, frame, public=True),
        section(next_text(answer, frame)),
        *_score(answer, column, frame, said=Said.WHEN),
        *map(context, fragile_text(answer, frame)),
        *folded(answer, column, frame, public=True),
        context(f"Shared by {person(shared_by)}", words(footer(answer.report, frame))),
    ]
    return message("shared", card_text(answer, frame), blocks)


def card_text(answer: FitAnswer, frame: Frame) -> str:
    """The essentials of a card, for notifications, screen readers and clients without blocks: the verdict and why."""
    lines = [
        bold(words(headline(answer.report))),
        *standing_lines(answer, frame, public=True),
        next_text(answer, frame),
        words(footer(answer.report, frame)),
    ]
    return "\n".join(lines)


def _top(answer: FitAnswer, frame: Frame, *, public: bool = False) -> list[Json]:
    """The answer, and what has to be known beside it."""
    return [header(headline(answer.report)), section(listing(standing_lines(answer, frame, public=public)))]


def _standing(answer: FitAnswer, frame: Frame) -> str:
    return plain_line(standing_sentence(answer, frame.card))


def _score(answer: FitAnswer, column: int, frame: Frame, said: Said = Said.BY) -> list[Json]:
    title = f"{bold('Reasons')} as {words(icp_title(column, answer, frame.card))}"
    return [section(title), score_table(column, answer, frame, said)]


def why_card(answer: FitAnswer, frame: Frame) -> Message:
    """Why the report says what it says: every point with who said so."""
    column = main_column(answer, frame.card)
    blocks = [
        *_top(answer, frame),
        *_score(answer, column, frame),
        *(section(listing(lines, 15)) for lines in (quotes(answer, frame), fragile_text(answer, frame)) if lines),
        *folded(answer, column, frame, most=ALL_OPEN),
        moves(answer, Act.WHY),
        small_print(answer, frame),
    ]
    return message("why", card_text(answer, frame), blocks)


def takes_card(answer: FitAnswer, frame: Frame) -> Message:
    """What it would take for a better verdict."""
    lines = takes_lines(answer, frame)
    first = words(headline(answer.report))
    blocks = [
        section(f"{bold(first)}\n{_standing(answer, frame)}"),
        section(f"{bold('What it would take')}\n{listing(lines, 30)}"),
        moves(answer),
        small_print(answer, frame),
    ]
    return message("takes", f"{bold(first)}\n{listing(lines, 30)}", blocks)


def ask_card(answer: FitAnswer, frame: Frame) -> Message:
    """What to ask next, why, and what each answer would leave."""
    first, question = words(headline(answer.report)), question_text(answer, frame)
    blocks = [section(question), context(f"{first}. {_standing(answer, frame)}")]
    if lines := outcome_lines(answer, frame):
        blocks.append(section(listing(lines, 30)))
    return message("ask", f"{question}\n{first}", [*blocks, moves(answer), small_print(answer, frame)])

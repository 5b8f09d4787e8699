"""Briefing in words: what a briefing says, in the order in which a rep needs it; hard facts first, on one screen."""

from collections.abc import Iterator, Sequence
from datetime import date

from bot.core.briefing_changes import change_section
from bot.core.briefing_room import Room
from bot.core.briefing_sections import (
    IN_CHAT,
    Manner,
    avoid_section,
    gap_section,
    persona_section,
    question_section,
    sending_section,
    sentence,
    withheld_section,
)
from bot.core.briefing_text import BriefingText, Item
from bot.core.fit import FitReport, IcpFit
from bot.core.fit_words import by_rank, headline, interval_words
from bot.core.pack import Pack
from bot.core.trait import Kind
from bot.core.verdict import Action
from bot.core.wording import listed, value_words, verdict_words
from bot.flows.briefing import Briefing, Summary
from bot.flows.fit import FitAnswer, Scorer
from bot.ports.briefings import Due

_MOST_OPEN = 3
"""Traits that are named where many are open."""
_MOST_POSSIBLE = 5
"""Verdicts that are named where they are possible."""
_ANYTHING = (0, 1000)
"""A fit of which nothing is known, in tenths of a percent."""
_GATES = {"pass": "all gates pass", "open": "gates open", "fail": "out"}


def briefing_text(
    briefing: Briefing, scorer: Scorer, today: date, *, draft: bool = False, manner: Manner = IN_CHAT
) -> BriefingText:
    """Everything to read before a call, in words.

    Args:
        briefing: what is known.
        scorer: the pack, made ready.
        today: the day of the briefing.
        draft: whether the pack is a draft.
        manner: how the text speaks to whoever reads it.
    """
    answer, pack = briefing.answer, scorer.pack
    name = answer.account.name
    sections = (
        persona_section(briefing.persona, briefing.stage, pack, name, manner),
        change_section(briefing.changes, pack, manner),
        question_section(briefing.questions, pack, name, manner.room),
        withheld_section()
        if answer.report.action is Action.DROP and not briefing.sendings
        else sending_section(briefing.sendings, briefing.stage, pack, briefing.persona, name, manner),
        avoid_section(briefing.avoid, manner.room),
        gap_section(briefing.gaps, manner),
    )
    return BriefingText(
        account=name,
        headline=_headline(answer.report),
        lead=tuple(_lead(briefing, scorer, manner.room)),
        sections=tuple(section for section in sections if section is not None),
        small_print=_small_print(briefing, pack, today, draft=draft),
    )


def _headline(report: FitReport) -> str:
    """The verdict; where many are possible the best and the worst of them, as the line is read in passing."""
    possible = by_rank(report)
    if report.action is not None or len(possible) <= _MOST_POSSIBLE:
        return headline(report)
    best, worst = verdict_words(possible[0]), verdict_words(possible[-1])
    return f"{report.account}: still open, at best {best}, at worst {worst}."


def _lead(briefing: Briefing, scorer: Scorer, room: Room) -> Iterator[Item]:
    answer = briefing.answer
    if briefing.call:
        is_anew = briefing.schedule is not None and briefing.schedule.due is Due.WAITING
        again = " A fresh briefing will come before the call." if is_anew else ""
        yield Item(f"For the call on {briefing.call.words}.{again}")
    if briefing.unread_call:
        yield Item(briefing.unread_call)
    yield from _summary(briefing.summary)
    yield Item(known_words(answer, scorer, room.known) or "Nothing yet.", "Known")
    yield Item(
        _open(answer, scorer.pack), f"Open ({len(answer.report.questions)})" if answer.report.questions else "Open"
    )
    yield from _standing(answer, scorer)
    if briefing.changes is not None and not briefing.changes.is_any:
        yield Item(f"Nothing since you were last briefed on {briefing.changes.since:%Y-%m-%d}.", "Changed")


def _summary(summary: Summary | None) -> Iterator[Item]:
    """What a model phrased; what the template says stands in the rest, word for word."""
    if summary is not None and summary.model is not None:
        yield Item(" ".join(map(sentence, summary.sentences)), note=f"(Phrased by {summary.model}.)")


def known_words(answer: FitAnswer, scorer: Scorer, most: int) -> str:
    """The answers that weigh most, each with its trait; nothing where there are none that nobody disputes.

    Args:
        answer: the report.
        scorer: the pack, made ready.
        most: how many are told before the rest is counted.
    """
    weighed = sorted(answer.report.profiles, key=lambda fit: fit.gate == "fail")
    rated = [scorer.scorecard.index[each.trait] for fit in weighed for each in fit.contributions]
    answered = [place for place, standing in enumerate(answer.standings) if standing.answers]
    order = dict.fromkeys((*rated, *answered))
    places = [place for place in order if len(answer.standings[place].cells) == 1]
    told = [_told(place, value, scorer.pack) for place in places if (value := _value(answer, place, scorer))]
    left = [f"{len(told) - most} more"] if len(told) > most else []
    return f"{'; '.join(told[:most] + left)}." if told else ""


def _told(place: int, value: str, pack: Pack) -> str:
    trait = pack.traits[place]
    return f"{trait.label}: {value}" if trait.kind is Kind.FLAG else f"{value} ({trait.label})"


def _value(answer: FitAnswer, place: int, scorer: Scorer) -> str:
    """What is known of a trait, as it was given last; all that was given where it differs, nothing where none was."""
    standing, trait = answer.standings[place], scorer.pack.traits[place]
    given = standing.answers if len(standing.cells) > 1 else standing.answers[:1]
    return listed(list(dict.fromkeys(value_words(each.value, trait, scorer.pack.currency) for each in given)))


def _open(answer: FitAnswer, pack: Pack) -> str:
    labels = _labels([each.trait for each in answer.report.questions], pack)
    if labels:
        return f"{_first(labels)}."
    hangs = _labels(answer.report.flips, pack)
    if not hangs:
        return "Nothing that could change the verdict."
    return (
        f"Nothing that could change the verdict. It hangs on {_first(hangs)}: another answer there could overturn it."
    )


def _labels(traits: Sequence[str], pack: Pack) -> list[str]:
    return [trait.label for each in traits if (trait := pack.trait(each)) is not None]


def _first(labels: list[str]) -> str:
    more = [f"{len(labels) - _MOST_OPEN} more"] if len(labels) > _MOST_OPEN else []
    return listed(labels[:_MOST_OPEN] + more, "and")


def _standing(answer: FitAnswer, scorer: Scorer) -> Iterator[Item]:
    """How the account stands against the ICPs, as far as that is known; where it is knocked out, what did it."""
    card = scorer.scorecard
    out = [
        f"{card.traits[place].label} is “{_value(answer, place, scorer)}”"
        for place, standing in enumerate(answer.standings)
        if standing.answers and all(card.cells[place][cell].knockout for cell in standing.cells)
    ]
    if out:
        yield Item(f"{listed(out, 'and')}.", "Knock-out")
        return
    told = [fit for fit in answer.report.profiles if fit.fit != _ANYTHING or fit.gate == "fail"]
    if told:
        yield Item(f"{'; '.join(_icp(fit, answer, scorer) for fit in told)}.", "Fit")
    if answer.report.drain[0]:
        yield Item(f"{interval_words(answer.report.drain)} of the negative ICP.", "Counts against it")


def _icp(fit: IcpFit, answer: FitAnswer, scorer: Scorer) -> str:
    name = f"{fit.role} ICP"
    if fit.gate != "fail":
        return f"{name} {interval_words(fit.fit)}, {_GATES[fit.gate]}"
    return f"{name} out ({', '.join(_failed(fit, answer, scorer))})"


def _failed(fit: IcpFit, answer: FitAnswer, scorer: Scorer) -> Iterator[str]:
    """The gates that failed; with what they failed on where that leaves nothing to work on."""
    card = scorer.scorecard
    column = next(number for number, icp in enumerate(card.icps) if icp.id == fit.id)
    for place, standing in enumerate(answer.standings):
        if not any(card.passes(column, place, cell) for cell in standing.cells):
            label = card.traits[place].label
            tells = answer.report.action is Action.DROP and standing.answers
            yield f"{label} is “{_value(answer, place, scorer)}”" if tells else label


def _small_print(briefing: Briefing, pack: Pack, today: date, *, draft: bool) -> str:
    report, summary = briefing.answer.report, briefing.summary
    status = "draft of version" if draft else "version"
    dropped = f" {sentence(summary.dropped)}" if summary and summary.dropped else ""
    return f"{pack.title}, {status} {report.pack_version}, {today}, receipt {report.receipt[:12]}.{dropped}"

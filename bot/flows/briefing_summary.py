"""Summary of a briefing: the few facts that it rests on, as plain sentences, and what is made of them without a model.

No person is named in them: who said what stands in the briefing itself. Whatever a model phrases may use these facts
and nothing else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.core.account import Source, SourceKind
from bot.core.draft import Sourced
from bot.core.gap_wording import short
from bot.core.sending import Moment
from bot.core.stage_words import stage_source
from bot.core.wording import action_words, counted, listed, source_words, verdict_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.core.changes import Changes
    from bot.core.fit import FitReport
    from bot.core.pack import Pack
    from bot.flows.briefing import Briefing
    from bot.flows.fit import Scorer

SENTENCES = 3
"""Of the text that is made without a model."""
_NAME = 80
_LONG = 400
_LISTED = 3


def facts(briefing: Briefing, scorer: Scorer) -> tuple[Sourced, ...]:
    """What the briefing says, in the few sentences that a summary may be made of, the most important first.

    Args:
        briefing: the briefing.
        scorer: the pack, made ready.
    """
    return tuple(Sourced(title, _clean(text)) for title, text in _facts(briefing, scorer.pack))


def template(briefing: Briefing, scorer: Scorer) -> tuple[str, ...]:
    """The summary without a model: at most three sentences, the verdict first.

    Args:
        briefing: the briefing.
        scorer: the pack, made ready.
    """
    said = {each.title: each.text for each in facts(briefing, scorer)}
    wanted = ("Verdict", "Changed", "Ask first", "Send first", "Who", "Stage")
    return tuple(said[title] for title in wanted if title in said)[:SENTENCES]


def _facts(briefing: Briefing, pack: Pack) -> Iterator[tuple[str, str]]:
    report, name = briefing.answer.report, short(briefing.answer.account.name, _NAME)
    yield "Verdict", verdict_sentence(report, name)
    labels = [trait.label for each in report.questions if (trait := pack.trait(each.trait)) is not None]
    if labels:
        yield "Open", f"Open {'is' if len(labels) == 1 else 'are'} {_some(labels)}."
    if briefing.persona is not None:
        yield "Who", _who_is_met(briefing)
    if briefing.stage is not None:
        source = stage_source(briefing.stage, pack, _team)
        yield "Stage", f"{name} is in the stage {briefing.stage.stage.label}, {source}."
    if briefing.changes is not None and briefing.changes.is_any:
        yield "Changed", _changed(briefing.changes, pack)
    asked = next((trait for each in briefing.questions if (trait := pack.trait(each.trait)) is not None), None)
    if asked is not None:
        yield "Ask first", f"Ask first: {asked.ask(name)}"
    first = next((each for each in briefing.sendings if each.content.choices), None)
    if first is not None:
        verb = "Show in the call" if first.moment is Moment.DURING else "Send first"
        yield "Send first", f"{verb}: {first.content.choices[0].asset.title}."
    if briefing.avoid:
        yield "Avoid", briefing.avoid[0]


def verdict_sentence(report: FitReport, name: str) -> str:
    """The verdict in a sentence; what is open is never stated as decided.

    Args:
        report: the report.
        name: what the account is called.
    """
    possible = listed([verdict_words(each) for each in sorted(report.possible, key=lambda each: each.rank)])
    if report.verdict is not None:
        return f"{name} is decided: {possible}, {action_words(report.verdict.action)}."
    if report.action is not None:
        return f"{name} is decided as far as to {action_words(report.action)}; still possible: {possible}."
    return f"{name} is still open; possible: {possible}."


def _who_is_met(briefing: Briefing) -> str:
    persona = briefing.persona
    assert persona is not None
    guess = "" if persona.validated else ", a role that no research has validated yet"
    return f"You meet: {persona.title}{guess}."


def _changed(changes: Changes, pack: Pack) -> str:
    said = []
    if changes.verdicts_before is not None:
        said.append("the verdict")
    if changes.pack_before is not None:
        said.append("the pack")
    if changes.stage is not None or changes.moved is not None:
        said.append("the stage")
    labels = list(
        dict.fromkeys(trait.label for each in (*changes.answers, *changes.gone) if (trait := pack.trait(each.trait)))
    )
    said += [f"what is known of {_some(labels)}"] if labels else []
    said += [counted(len(changes.gaps_logged), "gap") + " logged"] if changes.gaps_logged else []
    said += [counted(len(changes.gaps_closed), "gap") + " closed"] if changes.gaps_closed else []
    return f"New since {changes.since:%Y-%m-%d}: {listed(said or ['an answer'], 'and')}."


def _some(labels: list[str]) -> str:
    more = [f"{len(labels) - _LISTED} more"] if len(labels) > _LISTED else []
    return listed([*labels[:_LISTED], *more], "and")


def _team(source: Source) -> str:
    """Who says so, without a name."""
    return "your team" if source.kind is SourceKind.PERSON else source_words(source)


def _clean(text: str) -> str:
    return short(text, _LONG)

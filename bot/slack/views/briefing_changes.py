"""What changed at an account since a person was last briefed about it, a line each."""

from bot.core.account import Answer
from bot.core.changes import Changes
from bot.core.framework import trait_of
from bot.core.verdict import Verdict
from bot.flows.fit import FitAnswer
from bot.slack.mrkdwn import bold, day, words
from bot.slack.views.frame import Frame
from bot.slack.views.reasons import LABEL, VALUE, given_words, possible_words
from bot.slack.views.sources import provenance, source

_LONG = 200


def changed_title(changes: Changes, frame: Frame) -> str:
    """Since when, and whether anything did."""
    on = day(frame.day(changes.since))
    if not changes.is_any:
        return f"{bold('Nothing changed')} since your briefing on {on}."
    return f"{bold('Changed')} since your briefing on {on}"


def change_lines(changes: Changes, answer: FitAnswer, frame: Frame) -> list[str]:
    """What changed, the verdict first."""
    lines = []
    if changes.verdicts_before is not None:
        now = words(possible_words(answer.report.possible))
        lines.append(f"• Verdict: was {words(_verdicts(changes.verdicts_before))}, now {now}")
    if changes.stage is not None:
        said = f"{source(changes.stage.source, frame.viewer)}, {day(frame.day(changes.stage.at))}"
        lines.append(f"• Stage: {changes.stage.stage.label} ({said})")
    lines += [_answer(each, frame) for each in changes.answers]
    lines += [f"{_answer(each, frame)}, taken back" for each in changes.gone]
    if changes.moved is not None:
        sign, before = changes.moved.now, changes.moved.before
        shown = f"{sign.stage.label if sign else 'none'}, was {before.label if before else 'none'}"
        lines.append(f"• Stage shown by answers: {shown}")
    lines += [f"• Gap logged: {words(each.what, _LONG)}" for each in changes.gaps_logged]
    lines += [f"• Gap closed: {words(each.what, _LONG)}" for each in changes.gaps_closed]
    if changes.pack_before is not None:
        lines.append(f"• Pack: was version {changes.pack_before}, now {frame.pack.version}")
    return lines


def _verdicts(written: tuple[str, ...]) -> str:
    """Verdicts as they were written down then; those that nobody knows any more stay as they are."""
    known = [each for each in Verdict if each.value in written]
    return possible_words(known) if len(known) == len(set(written)) else ", ".join(written)


def _answer(answer: Answer, frame: Frame) -> str:
    trait = trait_of(frame.pack, answer.trait)
    label = trait.label if trait else answer.trait
    value = given_words(answer.value, trait, frame.pack.currency)
    return f"• {words(label, LABEL)}: {words(value, VALUE)} ({provenance(answer, frame.viewer)})"

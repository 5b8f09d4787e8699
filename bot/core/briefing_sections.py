"""Sections of a briefing: whom you meet, what changed, what to ask, what to send, what to avoid, what is missing.

Each says something or is not there: no empty title, and nothing that another section says.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from bot.core.account import Answer, Source
from bot.core.briefing_text import Item, Section, one_line
from bot.core.changes import Changes
from bot.core.content import Choice, Condition, Content
from bot.core.gap import Gap
from bot.core.journey import Staged, StageId
from bot.core.pack import Pack
from bot.core.persona import Persona
from bot.core.planner import Question
from bot.core.sending import Sending
from bot.core.stage_words import stage_words
from bot.core.verdict import Verdict
from bot.core.wording import counted, listed, source_words, value_words, verdict_words

MOST = 3
"""Of a list of things to keep in mind."""
MOST_ANSWERS = 5
"""Answers that are told apart where many came in."""
_ENDS = (".", "!", "?", "…", ".”", "!”", "?”")
NOTHING = "Nothing that is still valid suits this account."


@dataclass(frozen=True, slots=True)
class Manner:
    """How a text speaks to whoever reads it."""

    persona: str
    """How to say whom one meets; {account}, {persona} and {id} stand for names and the persona's id."""
    stage: str
    """How to say in which stage an account is; {account} stands for its name."""
    who: Callable[[Source], str] = source_words
    """Who says so."""
    most: int = MOST
    """How much it tells of a list of things to keep in mind."""

    @property
    def is_short(self) -> bool:
        """Whether there is little room, so that only what is needed in the call is told."""
        return self.most < MOST


IN_CHAT = Manner("say: brief me on {account}, meeting the {persona}", "say: {account} is in the evaluate stage")


def sentence(text: str) -> str:
    """A text on one line, with a full stop where it has no end of its own."""
    line = one_line(text)
    return line if line.endswith(_ENDS) else f"{line}."


def _bare(text: str) -> str:
    """A sentence that is to stand in another one."""
    return one_line(text).removesuffix(".")


def most(items: Sequence[Item], limit: int, noun: str) -> tuple[Item, ...]:
    """The first items, and how many more there are."""
    left = len(items) - limit
    return (*items[:limit], *([Item(f"And {counted(left, noun)}.")] if left > 0 else []))


def persona_section(
    persona: Persona | None, staged: Staged | None, pack: Pack, account: str, manner: Manner
) -> Section:
    """Whom you meet: what they care about and object, and how they like to be contacted."""
    if persona is None:
        return Section("Whom you meet", (Item(_nobody(pack, account, manner)),))
    cares = persona.goals or tuple(pain.pain for pain in persona.pains) or persona.responsibilities
    said = persona.objections[: manner.most]
    items = [
        *([Item(" ".join(map(sentence, cares[: manner.most])), "Cares about")] if cares else []),
        *_at_the_stage(persona, staged, pack),
        *(Item(sentence(each.answer), f"If they say “{_bare(each.objection)}”") for each in said),
        *([Item(sentence(persona.prefers), "How they like to be contacted")] if persona.prefers else []),
    ]
    unvalidated = "" if persona.validated else " (unvalidated)"
    return Section(f"You meet: {persona.title}{unvalidated}", tuple(items))


def _nobody(pack: Pack, account: str, manner: Manner) -> str:
    titles = [persona.title for persona in pack.personas]
    if not titles:
        return "Nobody is named, and the pack describes no buyer role."
    how = manner.persona.format(account=account, persona=titles[0], id=pack.personas[0].id)
    return f"Nobody is named. It could be {listed(titles)}; {how}."


def _at_the_stage(persona: Persona, staged: Staged | None, pack: Pack) -> Iterator[Item]:
    """What somebody in that role does at that stage of the journey."""
    stage = pack.journey.stages.get(staged.stage) if staged else None
    for cell in stage.cells if stage else ():
        if cell.persona == persona.id:
            yield Item(f"{sentence(cell.action)} Wants to know: {sentence(cell.challenge)}", "At this stage")


def question_section(questions: Sequence[Question], pack: Pack, account: str) -> Section | None:
    """What to ask, each with why; None where no answer can change the verdict."""
    asked = [trait for each in questions if (trait := pack.trait(each.trait)) is not None]
    items = [
        Item(trait.ask(account), number=number, below=(Item(sentence(trait.why), "Why"),) if trait.why else ())
        for number, trait in enumerate(asked, 1)
    ]
    return Section("Ask", tuple(items)) if items else None


def sending_section(
    sendings: Sequence[Sending],
    staged: Staged | None,
    pack: Pack,
    persona: Persona | None,
    account: str,
    manner: Manner,
) -> Section:
    """What to send before, show during and send after the call, by stage."""
    if staged is None:
        how = manner.stage.format(account=account)
        return Section("What to send", (Item(f"That depends on the stage of the journey, which is not known; {how}."),))
    title = f"What to send, at {stage_words(staged, pack, manner.who)}"
    choices = [choice for each in sendings for choice in each.content.choices]
    if not choices:
        return Section(title, (Item(NOTHING),))
    together = "" if manner.is_short else _together(choices, pack)
    alone = not together and not manner.is_short
    items = (_sending(each, staged.stage, pack, persona, alone=alone) for each in sendings)
    return Section(title, (*([Item(f"All made for its {together}.")] if together else []), *items))


def _together(choices: Sequence[Choice], pack: Pack) -> str:
    """What several assets were all made for, which is then said once; nothing where they differ."""
    matches = {choice.matches for choice in choices}
    return _labels(matches.pop(), pack) if len(choices) > 1 and len(matches) == 1 else ""


def _labels(traits: Sequence[str], pack: Pack) -> str:
    return listed([trait.label for trait in pack.traits if trait.id in traits], "and")


def _sending(sending: Sending, now: StageId, pack: Pack, persona: Persona | None, *, alone: bool) -> Item:
    then = f", for {sending.stage.label}" if sending.stage is not now else ""
    content = sending.content
    said = dropped_words(content, sending.stage, persona) if content.choices else NOTHING
    return Item(
        said, sending.moment.label + then, below=tuple(_asset(each, pack, alone=alone) for each in content.choices)
    )


def dropped_words(content: Content, stage: StageId, persona: Persona | None) -> str:
    """What had to be dropped to find anything, in a sentence; empty where nothing was."""
    if Condition.STAGE in content.dropped:
        return f"Nothing at {stage.label} suits this account: these are for other stages."
    if Condition.PERSONA in content.dropped:
        return f"Nothing at {stage.label} is for {persona.title if persona else 'that role'}: these are for others."
    return ""


def _asset(choice: Choice, pack: Pack, *, alone: bool) -> Item:
    made_for = _labels(choice.matches, pack) if alone else ""
    note = f"(made for its {made_for})" if made_for else ""
    return Item(choice.asset.title, url=choice.asset.url, note=note)


def change_section(changes: Changes | None, pack: Pack, manner: Manner) -> Section | None:
    """What changed since the person was last briefed; None where nothing did, or this is the first time."""
    if changes is None or not changes.is_any:
        return None
    title = f"What changed since you were last briefed on {changes.since:%Y-%m-%d}"
    return Section(title, tuple(_changed(changes, pack, manner)))


def _changed(changes: Changes, pack: Pack, manner: Manner) -> Iterator[Item]:
    if changes.verdicts_before is not None:
        yield Item(f"{listed(list(map(_verdict, changes.verdicts_before)))}.", "Possible then")
    if changes.pack_before is not None:
        yield Item(f"Then it was version {changes.pack_before}.", "The knowledge")
    yield from most([_answer(each, pack, manner) for each in reversed(changes.answers)], MOST_ANSWERS, "older answer")
    if changes.stage is not None:
        yield Item(f"{changes.stage.stage.label} ({manner.who(changes.stage.source)}).", "Stage")
    if changes.gaps_logged:
        yield Item(f"{counted(len(changes.gaps_logged), 'gap')}.", "Newly logged as missing")
    for gap in changes.gaps_closed[:MOST]:
        reason = f" ({one_line(gap.closed.reason)})" if gap.closed and gap.closed.reason else ""
        yield Item(f"{_bare(gap.what)}{reason}.", "No longer missing")


def _verdict(written: str) -> str:
    return verdict_words(Verdict(written)) if written in set(Verdict) else written


def _answer(answer: Answer, pack: Pack, manner: Manner) -> Item:
    trait = pack.trait(answer.trait)
    value = str(answer.value) if trait is None else value_words(answer.value, trait, pack.currency)
    day = f", {answer.on}" if answer.on else ""
    return Item(f"{value} ({manner.who(answer.source)}{day}).", trait.label if trait else answer.trait)


def avoid_section(avoid: Sequence[str]) -> Section | None:
    """What better not to do or say; None where there is nothing of the kind."""
    return Section("Avoid", tuple(Item(sentence(each)) for each in avoid)) if avoid else None


def gap_section(gaps: Iterable[Gap], manner: Manner) -> Section | None:
    """What was logged as missing at the account; None where nothing was."""
    items = [
        Item(f"{_bare(gap.what)} ({gap.kind.label}, {manner.who(gap.source)}).", f"{gap.at:%Y-%m-%d}") for gap in gaps
    ]
    return Section("Logged as missing here", most(items, manner.most, "older one")) if items else None

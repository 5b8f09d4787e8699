"""Sections of a briefing: whom you meet, what changed, what to ask, what to send, what to avoid, what is missing.

Each says something or is not there: no empty title, and nothing that another section says.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from bot.core.account import Source
from bot.core.briefing_room import EVERYTHING, Room
from bot.core.briefing_text import Item, Section, one_line
from bot.core.content import Choice, Condition, Content
from bot.core.gap import Gap
from bot.core.journey import Staged, StageId
from bot.core.pack import Pack
from bot.core.persona import Objection, Persona
from bot.core.planner import Question
from bot.core.sending import Sending
from bot.core.stage_words import stage_words
from bot.core.trait import Trait
from bot.core.wording import counted, listed, source_words

_ENDS = (".", "!", "?", "…", ".”", "!”", "?”")
_PREFERS = "How they like to be contacted"
_AT_STAGE = "At this stage"
_MISSING = "Logged as missing here"
NOTHING = "Nothing that is still valid suits this account."
WITHHELD = "Nothing, as it is to be dropped."
_AGAIN = "For others, too."


@dataclass(frozen=True, slots=True)
class Manner:
    """How a text speaks to whoever reads it."""

    persona: str
    """How to say whom one meets; {account}, {persona} and {id} stand for names and the persona's id."""
    stage: str
    """How to say in which stage an account is; {account} stands for its name."""
    who: Callable[[Source], str] = source_words
    """Who says so."""
    room: Room = EVERYTHING
    """How much is told of each part."""


IN_CHAT = Manner("say: brief me on {account}, meeting {persona}", "say: {account} is in the evaluate stage")


def sentence(text: str) -> str:
    """A text on one line, with a full stop where it has no end of its own."""
    line = one_line(text)
    return line if line.endswith(_ENDS) else f"{line}."


def bare(text: str) -> str:
    """A sentence that is to stand in another one."""
    return one_line(text).removesuffix(".")


def most(items: Sequence[Item], limit: int, noun: str, plural: str | None = None) -> tuple[Item, ...]:
    """The first items, and how many more there are."""
    left = len(items) - limit
    return (*items[:limit], *([Item(f"And {counted(left, noun, plural)}.")] if left > 0 else []))


def persona_section(
    persona: Persona | None, staged: Staged | None, pack: Pack, account: str, manner: Manner
) -> Section:
    """Whom you meet: what they care about and object, and how they like to be contacted."""
    if persona is None:
        return Section("Whom you meet", (Item(_nobody(pack, account, manner)),))
    cares = persona.goals or tuple(pain.pain for pain in persona.pains) or persona.responsibilities
    said = persona.objections[: manner.room.objections]
    prefers = persona.prefers if manner.room.prefers else None
    items = [
        *([Item(" ".join(map(sentence, cares[: manner.room.cares])), "Cares about")] if cares else []),
        *_at_the_stage(persona, staged, pack, manner.room),
        *(_objection(each, manner.room) for each in said),
        *([Item(manner.room.line(sentence(prefers), _PREFERS), _PREFERS)] if prefers else []),
    ]
    unvalidated = "" if persona.validated else " (unvalidated)"
    return Section(f"You meet: {persona.title}{unvalidated}", tuple(items))


def _objection(objection: Objection, room: Room) -> Item:
    label, answer = f"If they say “{bare(objection.objection)}”", sentence(objection.answer)
    return Item(room.line(answer, label) if room.cuts_answers else answer, label)


def _nobody(pack: Pack, account: str, manner: Manner) -> str:
    titles = [persona.title for persona in pack.personas]
    if not titles:
        return "Nobody is named, and the pack describes no buyer role."
    how = manner.persona.format(account=account, persona=titles[0], id=pack.personas[0].id)
    return f"Nobody is named. It could be {listed(titles)}; {how}."


def _at_the_stage(persona: Persona, staged: Staged | None, pack: Pack, room: Room) -> Iterator[Item]:
    """What somebody in that role does at that stage of the journey."""
    stage = pack.journey.stages.get(staged.stage) if staged else None
    for cell in stage.cells if stage else ():
        if cell.persona == persona.id:
            challenge = sentence(cell.challenge)
            both = f"{sentence(cell.action)} Wants to know: {challenge}"
            fits = room.line(both, _AT_STAGE) == both
            yield Item(both, _AT_STAGE) if fits else Item(challenge, f"{_AT_STAGE} they want to know")


def question_section(
    questions: Sequence[Question], pack: Pack, account: str, room: Room = EVERYTHING
) -> Section | None:
    """What to ask, each with why; None where no answer can change the verdict."""
    asked = [trait for each in questions if (trait := pack.trait(each.trait)) is not None]
    items = [Item(trait.ask(account), number=number, below=_why(trait, room)) for number, trait in enumerate(asked, 1)]
    return Section("Ask", tuple(items)) if items else None


def _why(trait: Trait, room: Room) -> tuple[Item, ...]:
    return (Item(room.line(sentence(trait.why), "Why"), "Why"),) if trait.why else ()


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
    room = manner.room
    together = _together(choices, pack) if room.made_for else ""
    alone = replace(room, made_for=room.made_for and not together)
    said = _once([_said(each, persona) for each in sendings])
    items = (_sending(each, words, staged.stage, pack, alone) for each, words in zip(sendings, said, strict=True))
    return Section(title, (*([Item(f"All made for its {together}.")] if together else []), *items))


def _together(choices: Sequence[Choice], pack: Pack) -> str:
    """What several assets were all made for, which is then said once; nothing where they differ."""
    matches = {choice.matches for choice in choices}
    return _labels(matches.pop(), pack) if len(choices) > 1 and len(matches) == 1 else ""


def _labels(traits: Sequence[str], pack: Pack) -> str:
    return listed([trait.label for trait in pack.traits if trait.id in traits], "and")


def _said(sending: Sending, persona: Persona | None) -> str:
    return dropped_words(sending.content, sending.stage, persona) if sending.content.choices else NOTHING


def _once(said: Sequence[str]) -> list[str]:
    """What was dropped for each moment; where an earlier one says the same already, in a word."""
    return [_AGAIN if each in said[:place] and each not in {"", NOTHING} else each for place, each in enumerate(said)]


def _sending(sending: Sending, said: str, now: StageId, pack: Pack, room: Room) -> Item:
    label = sending.moment.label + (f", for {sending.stage.label}" if sending.stage is not now else "")
    content = sending.content
    if content.choices and content.dropped and room.in_short:
        label, said = f"{label}, for other {'stages' if Condition.STAGE in content.dropped else 'roles'}", ""
    shown = content.choices[: room.assets]
    # A label without words of its own shares the line of what stands first below it.
    beside = [() if said or number else (label,) for number in range(len(shown))]
    return Item(said, label, below=tuple(_asset(each, pack, room, by) for each, by in zip(shown, beside, strict=True)))


def withheld_section() -> Section:
    """Why there is nothing to send to an account that is to be dropped."""
    return Section("What to send", (Item(WITHHELD),))


def dropped_words(content: Content, stage: StageId, persona: Persona | None) -> str:
    """What had to be dropped to find anything, in a sentence; empty where nothing was."""
    if Condition.STAGE in content.dropped:
        return f"Nothing at {stage.label} suits this account: these are for other stages."
    if Condition.PERSONA in content.dropped:
        role = persona.title if persona else "that role"
        return f"Nothing at {stage.label} for {role} suits this account: these are for others."
    return ""


def _asset(choice: Choice, pack: Pack, room: Room, beside: Sequence[str]) -> Item:
    made_for = _labels(choice.matches, pack) if room.made_for else ""
    note = f"(made for its {made_for})" if made_for else ""
    url = choice.asset.url
    return Item(room.line(choice.asset.title, *beside, *([url] if url else [])), url=url, note=note)


def avoid_section(avoid: Sequence[str], room: Room = EVERYTHING) -> Section | None:
    """What better not to do or say, the most important first; None where there is nothing of the kind."""
    return Section("Avoid", tuple(Item(sentence(each)) for each in avoid[: room.avoid])) if avoid else None


def gap_section(gaps: Iterable[Gap], manner: Manner) -> Section | None:
    """What was logged as missing at the account; None where nothing was."""
    items = [
        Item(f"{bare(gap.what)} ({gap.kind.label}, {manner.who(gap.source)}).", f"{gap.at:%Y-%m-%d}") for gap in gaps
    ]
    if items and not manner.room.gaps:
        return Section(f"{_MISSING}: {counted(len(items), 'gap')}")
    return Section(_MISSING, most(items, manner.room.gaps, "older one")) if items else None

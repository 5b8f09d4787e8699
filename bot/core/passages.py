"""Passages: a pack cut into the stretches of text that a search can find.

One thing of the pack (an asset, a trait, a cell of the journey ...) is one passage. Only a text too long to have one
meaning is cut: at its headings first, then between its paragraphs or lines. The title says what the thing is, the text
is the pack's own words, so that what people call a thing finds it.
"""

import re
import textwrap
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from bot.core.asset import Asset
from bot.core.icp import Icp, Rating, Role
from bot.core.journey import JourneyCell, JourneyStage, StageId
from bot.core.pack import Pack
from bot.core.passage import Passage, PassageKind
from bot.core.persona import Persona
from bot.core.playbook import Page
from bot.core.qualification import Framework, Item
from bot.core.trait import Kind, Trait

LONGEST = 1_800
"""Characters of a passage's text; what is longer is cut."""
INDUSTRY = "industry"
"""The id of the trait that says in which industry an account is."""

_HEADING = re.compile(r"#{1,6}\s")
_FENCE = re.compile(r"\s*(```|~~~)")
_ROLES = {
    Role.PRIMARY: "Primary ICP, the ideal customer: whom to sell to first.",
    Role.SECONDARY: "Secondary ICP: whom to sell to next.",
    Role.NEGATIVE: "Negative ICP, a bad fit: whom not to sell to.",
}
_BOUNDS = ((">=", "at least "), ("<=", "at most "), (">", "more than "), ("<", "fewer than "), ("..", " to "))


@dataclass(frozen=True, slots=True)
class _Section:
    """A part of a thing under one heading, as blocks that read on their own."""

    blocks: tuple[str, ...]
    heading: str | None = None

    @property
    def whole(self) -> str:
        return "\n".join((self.heading, *self.blocks) if self.heading else self.blocks)


@dataclass(frozen=True, slots=True)
class _Thing:
    """One thing of a pack before it is cut."""

    title: str
    sections: tuple[_Section, ...]
    url: str | None = None
    stages: tuple[str, ...] = ()
    personas: tuple[str, ...] = ()
    valid_until: date | None = None
    industries: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    """Lines that say what it is and for whom."""


_Maker = tuple[PassageKind, str, Callable[[], _Thing]]
"""What makes one thing, with the two parts of its id."""


def passages(pack: Pack, only: Collection[str] | None = None) -> tuple[Passage, ...]:
    """The passages of a pack, in pack order; the same pack always gives the same ones.

    Args:
        pack: the pack.
        only: ids of passages; things that none of these belongs to are passed over. None for the whole pack.
    """
    wanted = None if only is None else {passage_id.partition("#")[0] for passage_id in only}
    numbers: Counter[str] = Counter()
    made: list[Passage] = []
    for kind, slug, make in _makers(pack, wanted):
        base = f"{kind.value}/{slug}"
        if wanted is None or base in wanted:
            made += _numbered(kind, base, make(), numbers)
    return tuple(made)


def _makers(pack: Pack, wanted: Collection[str] | None) -> Iterator[_Maker]:
    """What makes the things of a pack; of the assets, which may be many, only for the wanted ones."""
    traits = {trait.id: trait for trait in pack.traits}
    assets = [asset for asset in pack.assets if wanted is None or f"asset/{asset.id}" in wanted]
    yield from ((PassageKind.ICP, icp.id, partial(_icp, icp, traits)) for icp in pack.icps)
    yield from ((PassageKind.PERSONA, persona.id, partial(_persona, persona)) for persona in pack.personas)
    for stage_id, stage in pack.journey.stages.items():
        for cell in stage.cells:
            make = partial(_cell, stage_id, stage, cell, pack)
            yield PassageKind.JOURNEY, f"{stage_id.value}-{cell.persona}", make
    meant = {name: pack.journey.stages_named(name) for name in {name for asset in assets for name in asset.stages}}
    yield from ((PassageKind.ASSET, asset.id, partial(_asset, asset, meant, pack, traits)) for asset in assets)
    yield from ((PassageKind.PLAYBOOK, page.id, partial(_page, page)) for page in pack.playbook)
    for framework in pack.qualification:
        for item in framework.items:
            make = partial(_item, framework, item, traits)
            yield PassageKind.QUALIFICATION, f"{framework.id}-{item.id}", make
    yield from ((PassageKind.TRAIT, trait.id, partial(_trait, trait)) for trait in pack.traits)


def _numbered(kind: PassageKind, base: str, thing: _Thing, numbers: Counter[str]) -> Iterator[Passage]:
    for title, text in _cut(thing):
        numbers[base] += 1
        yield Passage(
            id=base if numbers[base] == 1 else f"{base}#{numbers[base]}",
            kind=kind,
            title=_well_formed(title),
            text=_well_formed(text or title),
            url=thing.url and _well_formed(thing.url),
            stages=thing.stages,
            personas=thing.personas,
            valid_until=thing.valid_until,
            industries=thing.industries,
            about=_well_formed("\n".join(thing.about)),
        )


def _well_formed(text: str) -> str:
    """The text without lone surrogates (YAML can spell them), which nothing outside can store."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _cut(thing: _Thing) -> Iterator[tuple[str, str]]:
    """The titles and texts of a thing's passages."""
    whole = "\n".join(section.whole for section in thing.sections if section.heading or section.blocks)
    if len(whole) <= LONGEST:
        yield thing.title, whole
        return
    for section in thing.sections:
        title = f"{thing.title}: {section.heading}" if section.heading else thing.title
        for text in _joined(section.blocks):
            yield title, text


def _joined(blocks: Iterable[str]) -> Iterator[str]:
    """As many blocks at a time as fit, each whole where it can be."""
    text = ""
    for block in blocks:
        for piece in [block] if len(block) <= LONGEST else textwrap.wrap(block, LONGEST):
            if text and len(text) + 1 + len(piece) > LONGEST:
                yield text
                text = ""
            text = f"{text}\n{piece}" if text else piece
    if text:
        yield text


def _markdown(body: str) -> tuple[_Section, ...]:
    """A Markdown text as sections by its headings, each a list of paragraphs; a heading in a code block is none."""
    sections = [_Section(())]
    paragraph: list[str] = []
    fenced = False
    for line in body.splitlines():
        fenced ^= _FENCE.match(line) is not None
        heading = None if fenced else _HEADING.match(line)
        if heading or (not line.strip() and not fenced):
            sections[-1] = _with_paragraph(sections[-1], paragraph)
            paragraph = []
        else:
            paragraph.append(line.rstrip())
        if heading:
            sections.append(_Section((), _heading_words(line) or None))
    sections[-1] = _with_paragraph(sections[-1], paragraph)
    return tuple(sections)


def _heading_words(line: str) -> str:
    """The words of a heading, which may have signs on both sides: `## Discounts ##`."""
    words = line.lstrip("#").strip()
    before, _, last = words.rpartition(" ")
    return before.rstrip() if last and not last.strip("#") else words


def _with_paragraph(section: _Section, lines: list[str]) -> _Section:
    return replace(section, blocks=(*section.blocks, "\n".join(lines))) if lines else section


def _sentence(label: str, words: Iterable[str], between: str = ", ") -> tuple[str, ...]:
    """One line, `Label: these, those`, or none where there are no words."""
    joined = between.join(words)
    return (f"{label}: {joined}",) if joined else ()


def _list(heading: str, blocks: Iterable[str]) -> tuple[_Section, ...]:
    """A section, or none where there is nothing to list."""
    held = tuple(blocks)
    return (_Section(held, heading),) if held else ()


def _icp(icp: Icp, traits: dict[str, Trait]) -> _Thing:
    narrative = icp.narrative
    gains = (f"They gain: {narrative.they_gain}", f"We gain: {narrative.we_gain}") if narrative else ()
    ratings = (_rating(rating, traits.get(trait), trait) for trait, rating in icp.ratings.items())
    knockouts = (
        f"{_label(traits.get(trait), trait)}: {_values(traits.get(trait), values)}"
        for trait, values in icp.knockouts.items()
    )
    sections = (
        _Section((_ROLES[icp.role], *gains)),
        *_list("What disqualifies at once", knockouts),
        *_list("Ratings", ratings),
    )
    return _Thing(icp.name, sections, about=(_ROLES[icp.role],))


def _rating(rating: Rating, trait: Trait | None, trait_id: str) -> str:
    if isinstance(rating.points, dict):
        rows = [(_value(trait, value), points) for value, points in rating.points.items()]
    else:
        rows = [(" or ".join(_value(trait, tag) for tag in row.has), row.points) for row in rating.points]
    if rating.otherwise:
        rows.append(("anything else", rating.otherwise))
    gate = " (required)" if rating.required else ""
    words = ", ".join(f"{value} {points:+d}" for value, points in rows)
    return f"{_label(trait, trait_id)}{gate}: {words}." + (f" {rating.because}" if rating.because else "")


def _label(trait: Trait | None, trait_id: str) -> str:
    return trait.label if trait else trait_id


def _values(trait: Trait | None, values: Iterable[str]) -> str:
    return ", ".join(_value(trait, value) for value in values)


def _value(trait: Trait | None, value: str) -> str:
    """An option's label, or a range in words: `50 to 200 people`."""
    if trait is None or not trait.kind.is_numeric:
        return trait.option_label(value) if trait else value
    for sign, words in _BOUNDS:
        value = value.replace(sign, words)
    return f"{value} {trait.unit}" if trait.unit and trait.kind is Kind.NUMBER else value


def _persona(persona: Persona) -> _Thing:
    validated = persona.validated
    research = f"Validated on {validated.on} by {validated.by}." if validated else "Not validated by research yet."
    role = (
        *_sentence("Also called", persona.also),
        *(f"Responsible for: {words}" for words in persona.responsibilities),
        *(f"Goal: {words}" for words in persona.goals),
        *(f"Motivation: {words}" for words in persona.motivations),
        *_sentence("Prefers", [persona.prefers] if persona.prefers else []),
        research,
    )
    pains = (f"Pain: {pain.pain} How we help: {pain.answer}" for pain in persona.pains)
    objections = (f"Objection: {each.objection} Answer: {each.answer}" for each in persona.objections)
    sections = (_Section(role), *_list("Pains", pains), *_list("Objections", objections))
    return _Thing(persona.title, sections, personas=(persona.id,))


def _cell(stage_id: StageId, stage: JourneyStage, cell: JourneyCell, pack: Pack) -> _Thing:
    persona = pack.persona(cell.persona)
    blocks = (
        cell.action,
        f"Challenge: {cell.challenge}",
        *_sentence("Assets", (asset.replace("-", " ") for asset in cell.assets)),
        f"Channel: {cell.channel}",
        *_sentence(f"Stage: {stage_id.label}", (*stage.also, *stage.crm), between=" / "),
    )
    title = f"{persona.title if persona else cell.persona}, {stage_id.label}"
    return _Thing(title, (_Section(blocks),), stages=(stage_id.value,), personas=(cell.persona,))


def _asset(asset: Asset, meant: dict[str, tuple[StageId, ...]], pack: Pack, traits: dict[str, Trait]) -> _Thing:
    named = {stage for name in asset.stages for stage in meant[name]}
    stages = tuple(stage for stage in StageId if stage in named)
    people = (persona.title for persona in pack.personas if persona.id in asset.personas)
    made_for = (
        f"Made for {_label(traits.get(trait), trait)}: {_values(traits.get(trait), values)}"
        for trait, values in asset.fits.items()
    )
    about = (
        *_sentence("Format", [asset.format.replace("_", " ")]),
        *_sentence("For", people),
        *_sentence("Stages", (stage.label for stage in stages)),
        *made_for,
        *_sentence("Channel", [asset.channel] if asset.channel else []),
    )
    first, *more = _markdown(asset.body)
    return _Thing(
        asset.title,
        (replace(first, blocks=(*first.blocks, *about)), *more),
        url=asset.url,
        stages=tuple(stage.value for stage in stages),
        personas=asset.personas,
        valid_until=asset.valid_until,
        industries=asset.fits.get(INDUSTRY, ()),
        about=about,
    )


def _page(page: Page) -> _Thing:
    return _Thing(page.title, _markdown(page.body))


def _item(framework: Framework, item: Item, traits: dict[str, Trait]) -> _Thing:
    trait = traits.get(item.trait) if item.trait else None
    blocks = (_asked(item.question), *(_sentence("Answered by", [trait.label, *trait.also]) if trait else ()))
    return _Thing(f"{framework.title}: {item.label}", (_Section(blocks),))


def _trait(trait: Trait) -> _Thing:
    options = (_option(trait, option) for option in trait.options)
    blocks = (
        _asked(trait.question),
        *([trait.why] if trait.why else []),
        *_sentence("Also called", trait.also),
        *_sentence("Counted in", [trait.unit] if trait.unit else []),
        *_sentence("Values", options, between="; "),
    )
    return _Thing(trait.label, (_Section(blocks),))


def _option(trait: Trait, option: str) -> str:
    also = trait.options[option].also
    return trait.option_label(option) + (f" ({', '.join(also)})" if also else "")


def _asked(question: str) -> str:
    return question.replace("{account}", "the account")

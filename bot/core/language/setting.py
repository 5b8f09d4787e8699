"""Setting: whom a message is about to meet, at which stage of the journey, and when."""

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.core.journey import StageId
from bot.core.language.common import COMMON_WORDS
from bot.core.language.phrases import PhraseBook, singular
from bot.core.language.vocabulary import spaced
from bot.core.language.words import Word, keys
from bot.core.pack import Pack


@dataclass(frozen=True, slots=True)
class Scene:
    """The words of a pack for its personas and its stages."""

    personas: PhraseBook[str]
    stages: PhraseBook[StageId]


def scene_of(pack: Pack) -> Scene:
    """The words of a pack for its personas and its stages."""
    personas: PhraseBook[str] = PhraseBook()
    for persona in pack.personas:
        for name in (spaced(persona.id), persona.title, *persona.also):
            for phrase in _turned_around(name):
                personas.add(phrase, persona.id)
    stages: PhraseBook[StageId] = PhraseBook()
    for stage_id in StageId:
        stage = pack.journey.stages.get(stage_id)
        for name in (stage_id.value, stage_id.label, *(stage.also if stage else ()), *(stage.crm if stage else ())):
            stages.add(name, stage_id)
    return Scene(personas, stages)


def _turned_around(title: str) -> Iterator[str]:
    """A title, and the other ways to say it: "VP of Sales" is a VP sales and a sales VP."""
    yield title
    role, of, field = title.partition(" of ")
    if of:
        yield f"{role} {field}"
        yield f"{field} {role}"
    words = title.split()
    if len(words) == len(("finance", "director")) and words[-1].casefold() in _ROLES:
        yield f"{words[-1]} of {words[0]}"


_ROLES = frozenset({"director", "head", "lead", "manager", "vp", "chief", "president", "officer"})


def persona_in(words: Sequence[Word], scene: Scene) -> str | None:
    """The id of the first buyer role that words name, where they name just one."""
    for position in range(len(words)):
        found = scene.personas.longest(words, position)
        if found is not None:
            return found.meanings[0] if len(set(found.meanings)) == 1 else None
    return None


_INTO_STAGE = frozenset({
    "in", "at", "for", "the", "their", "into", "during", "stage", "phase", "reached", "entered", "before", "after",
    "our", ":",
})  # fmt: skip
_OUT_OF_STAGE = frozenset({
    "maker", "makers", "process", "criteria", "tree", "committee", "order", "cycle", "team", "power",
})  # fmt: skip


def stage_in(words: Sequence[Word], scene: Scene) -> StageId | None:
    """The first stage of the journey that words name; an everyday word names one only where a stage is spoken of."""
    for position in range(len(words)):
        found = scene.stages.longest(words, position)
        if found is not None and (
            _is_stage(words, position, found.end) or _stands_alone(words, position, found.end, scene)
        ):
            return found.meanings[0]
    return None


_ASKING = frozenset({"do", "does", "did", "would", "will", "can", "should", "what", "why", "how", "when"})


def _stands_alone(words: Sequence[Word], begin: int, end: int, scene: Scene) -> bool:
    """Whether a stage is said by itself beside whom one meets: "with the CFO, evaluate"."""
    if (end < len(words) and not words[end].is_mark) or not _ASKING.isdisjoint(keys(words[:begin])):
        return False
    before = begin - 1 if begin and words[begin - 1].is_mark else begin
    return any(
        found is not None and found.end == before
        for found in (scene.personas.longest(words, position) for position in range(before))
    )


def _is_stage(words: Sequence[Word], begin: int, end: int) -> bool:
    said = keys(words[begin:end])
    before = words[begin - 1].key if begin else ""
    after = words[end].key if end < len(words) else ""
    if after in ("stage", "phase") or before in ("stage", "phase"):
        return True
    if after in _OUT_OF_STAGE or before in ("to", "not"):
        return False
    everyday = len(said) == 1 and (said[0] in COMMON_WORDS or singular(said[0]) in COMMON_WORDS)
    return not everyday or (before in _INTO_STAGE and said[0] not in ("new", "open", "won", "lost", "closed"))


_ZONE = (
    r"(?:\s*(?:utc|gmt)(?:\s?[+-]\s?\d{1,2}(?::?\d{2})?)?\b|(?<=\d)z\b"
    r"|\s+(?:[ecmp][sd]?t|ces?t|ees?t|[bij]st|sgt|hkt|msk|ae[sd]t|nz[sd]t)\b"
    r"|\s+(?:[a-z]+\s+)?[a-z]+\s+time\b(?!\s+(?:to|for|of|with)\b))?"
)
_TIME = (
    rf"(?:(?:noon|midday|midnight|(?:half|quarter)\s+(?:past|to)\s+\d{{1,2}}(?:\s*[ap]\.?m\b\.?)?"
    r"|\d{1,2}\s+in\s+the\s+(?:morning|afternoon|evening)"
    rf"|\d{{1,2}}:\d{{2}}(?:\s*[ap]\.?m\b\.?)?|\d{{1,2}}h\d{{2}}"
    rf"|\d{{1,2}}(?:\.\d{{2}})?\s*(?:[ap]\.?m\b\.?|o'?clock|uhr|h\b)){_ZONE})"
)
_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
_SHORT_WEEKDAY = r"(?:mon|tues?|wed|thur?s?|fri|sat|sun)"
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
_NTH = r"\d{1,2}(?:st|nd|rd|th)?"
_YEAR = r"(?:,?\s+\d{4}(?![\d:]))?"
_ENDS = r"(?=\s*(?:[.,;!?)]*\s*$|[,;!?)]|\.\s)|\s+(?:with|before|about|and|please|pls|thanks|on)\b)"
"""What comes behind an hour that is nothing but a number, so that it is no number of something."""
_BARE = rf"(?:[0-2]\d[0-5]\d|\d{{1,2}}(?:\s*[-–]\s*\d{{1,2}})?){_ENDS}"
_DATE = (
    rf"(?:{_WEEKDAY}|{_SHORT_WEEKDAY}),?\s+(?:the\s+)?(?:{_NTH}\s+(?:of\s+)?{_MONTH}{_YEAR}|{_MONTH}\s+{_NTH}{_YEAR}"
    r"|\d{1,2}(?:st|nd|rd|th)|\d{1,2}(?=\s+at\s+\d))"
    rf"|(?:on\s+)?(?:the\s+)?{_NTH}\s+(?:of\s+)?{_MONTH}{_YEAR}|(?:on\s+)?{_MONTH}\s+{_NTH}(?![\d:]){_YEAR}"
    rf"|(?:on\s+)?\d{{4}}-\d{{2}}-\d{{2}}t?|on\s+the\s+\d{{1,2}}(?:st|nd|rd|th)"
    rf"|\d{{1,2}}\.\d{{1,2}}\.(?:\d{{4}})?(?=\s|$)|\d{{1,2}}[./]\d{{1,2}}(?=\s+(?:at\s+)?{_TIME})"
    rf"|on\s+\d{{1,2}}/\d{{1,2}}(?:/\d{{4}})?|\d{{1,2}}/\d{{1,2}}/\d{{4}}"
    r"|(?!24/7)(?:(?:1[3-9]|2\d|3[01])/(?:1[0-2]|[1-9])|(?:1[0-2]|[1-9])/(?:1[3-9]|2\d|3[01]))(?=[\s.!?]*$)"
)
_GONE = rf"yesterday|(?:on\s+)?last\s+(?:{_WEEKDAY}|{_SHORT_WEEKDAY})"
_DAY = (
    rf"(?:later\s+)?today|tonight|(?:the\s+)?day\s+after\s+tomorrow|tom+or+ow|tm(?:rw?|w)|2morrow|{_DATE}"
    rf"|(?:(?:on|next|this|coming)\s+)*{_WEEKDAY}|(?:(?:on|next|this|coming)\s+)+{_SHORT_WEEKDAY}"
    rf"|{_SHORT_WEEKDAY}(?=\s+(?:at\s+)?(?:{_TIME}|{_BARE}))"
    r"|(?:this|next|later\s+this)\s+(?:week|month)|(?:this|tomorrow)\s+(?:morning|afternoon|evening)"
)
_PART = r"(?:\s+(?:morning|afternoon|evening|night|lunch(?:time)?))?"
_COUNT = (
    r"(?:\d+(?:[.,]5)?|half\s+an?|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|a\s+couple\s+of|a\s+few"
    r"|fifteen|twenty|thirty|forty|ninety)"
)
_SPAN = r"(?:min(?:ute)?s?|h(?:ou)?rs?|h|days?|weeks?)(?:\s*(?:and\s+)?\d{1,2}\s*min(?:ute)?s?)?"


@functools.cache
def _moment() -> re.Pattern[str]:
    end = r"(?:end\s+of\s+(?:the\s+)?(?:day|week|business)|eod|eow|cob)"
    when = rf"(?:{_DAY})(?:\s+next\s+week)?{_PART}"
    return re.compile(
        rf"(?<![\w-])(?<!\d[.,:/])(?:(?:in|within)\s+{_COUNT}\s*{_SPAN}|in\s+\d{{1,2}}(?=[\s.!?]*$)"
        rf"|(?:at\s+|@\s*)?{_TIME},?\s+(?:on\s+)?(?:{_GONE}|{when})|{end}\s+(?:on\s+)?{when}"
        rf"|(?:{_GONE}){_PART},?\s*(?:at\s+|@\s*|around\s+)?(?:{_TIME}|{_BARE})|(?:on\s+)?last\s+{_WEEKDAY}{_PART}"
        rf"|{when}(?:,?\s*(?:at\s+|@\s*|around\s+)?(?:{_TIME}|{end})|\s*(?:at|@)\s*\d{{1,2}}(?:\.\d{{2}})?|\s+{_BARE})?"
        rf"|(?:at\s+|@\s*)(?:{_TIME}|\d{{1,2}}(?:\.\d{{2}})?(?!\s*\w)){_ZONE}|{_TIME}|{end})(?![\w%]|[.,:]\d)",
        re.IGNORECASE,
    )


def moment_in(text: str) -> str | None:
    """The first point in time that a text names, in its own words."""
    found = _moment().search(text)
    return found.group() if found else None

"""What the tests of views share: answers about drawn and about hostile accounts, and everything wrong with a view."""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from bot.bootstrap import shipped
from bot.core.account import Account, Answer, Source, SourceKind
from bot.core.pack import Pack
from bot.flows.fit import FitAnswer, Scorer
from bot.library.loader import load_pack
from bot.playground.rules import message_faults, message_hazards, view_faults, view_hazards
from bot.slack.message import Message
from bot.slack.views.classic import classic, plain_text_of
from bot.slack.views.frame import Frame
from tests.strategies import TODAY, accounts, answer_of, as_json, pack_of, packs

Json = dict[str, Any]

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
VIEWER = "U0VIEWER1"
OTHER = "U0OTHER22"
CLASSIC = {"section", "header", "context", "actions", "divider", "image", "input"}
LONG = "x" * 40_000
HOSTILE = (
    "<!channel>",
    "<!here|x> & <@U0OTHER22>",
    "**bold** *bold* _it_ ~gone~ `code`",
    "<https://evil.example|click>",
    "&lt;!everyone&gt;",
    "a|b>c<d&e",
    "\u202eturned\u202c \x07 \u2028 \u200d🤝",
    "line\nfeed\r\n> quote",
    "💥" * 300,
    "&" * 5000,
    "<" * 5000,
    LONG,
)


@cache
def naughty() -> tuple[str, ...]:
    """Strings that are known to break things."""
    path = Path("../shared/data/adversarial/blns.json")
    return tuple(text for text in json.loads(path.read_text()) if text.strip()) if path.exists() else HOSTILE


@cache
def harbor() -> Pack:
    """The example pack."""
    return load_pack(shipped("knowledge") / "harbor").pack


@cache
def scorer_of_harbor() -> Scorer:
    """The example pack, ready."""
    return Scorer(harbor())


def frame_of(scorer: Scorer, delivery: int | None = 7, *, draft: bool = False) -> Frame:
    """What a view knows of a pack."""
    return Frame(scorer, TODAY, draft, delivery, VIEWER)


def account_of(name: str, answers: Mapping[str, Any], **more: Any) -> Account:
    """An account of which a person said all this."""
    recorded = [
        answer_of(number, trait, value, on=TODAY.isoformat())
        for number, (trait, value) in enumerate(answers.items(), 1)
    ]
    return Account(id=12, name=name, answers=tuple(recorded), **more)


def said(number: int, trait: str, value: Any, person: str | None = OTHER, **more: Any) -> Answer:
    """An answer that a person gave today."""
    source = Source(kind=SourceKind.PERSON, person=person)
    return Answer(id=number, trait=trait, value=value, source=source, recorded_at=NOW, **{"on": TODAY, **more})


def answered(scorer: Scorer, account: Account) -> FitAnswer:
    """The report on an account."""
    return scorer.answer(account, TODAY)


def _dated(raw: Any) -> dict[str, Any]:
    if isinstance(raw, dict) and "value" in raw:
        return {"value": as_json(raw["value"]), "on": raw["on"]}
    return {"value": as_json(raw), "on": None}


@st.composite
def situations(draw: st.DrawFn, most_traits: int = 5) -> tuple[Frame, FitAnswer]:
    """A drawn pack in which every word may be hostile, and a drawn account in it, disagreements included."""
    plain = draw(packs(most_traits))
    account = draw(accounts(plain, 60))
    words = st.sampled_from(HOSTILE) | st.sampled_from(naughty()) | st.text(min_size=1, max_size=30)
    words = words.filter(lambda text: bool(text.strip()))
    if draw(st.booleans()):
        plain = spoiled(plain, draw(words))
    answers = []
    for number, (trait, raw) in enumerate(account["answers"].items(), 1):
        person = draw(st.sampled_from([VIEWER, OTHER, "ann", "<!channel>"]))
        quote = draw(st.none() | words)
        answers.append(said(number, trait, person=person, quote=quote, **_dated(raw)))
    name = draw(words | st.just(account["name"]))
    scorer = Scorer(pack_of(plain))
    frame = frame_of(scorer, draw(st.sampled_from([None, 7])), draft=draw(st.booleans()))
    return frame, answered(scorer, Account(id=12, name=name.strip(), answers=tuple(answers)))


def spoiled(plain: Json, words: str) -> Json:
    """A pack in which every word that people read is that one; what ids and values are stays."""
    traits = [
        trait
        | {"label": words, "question": f"{words} {{account}}?", "why": words}
        | ({"options": {each: {"label": words} for each in trait["options"]}} if trait.get("options") else {})
        | ({"unit": words} if trait["kind"] == "number" else {})
        for trait in plain["traits"]
    ]
    icps = [icp | {"name": words, "narrative": {"they_gain": words, "we_gain": words}} for icp in plain["icps"]]
    return plain | {"title": words, "owner": words, "traits": traits, "icps": icps}


def blocks_of(message: Message) -> list[Json]:
    """A message's blocks as they are sent."""
    return [dict(block) if isinstance(block, Mapping) else block.to_dict() for block in message.blocks]


def wrong_with(message: Message) -> list[str]:
    """Everything wrong with a message, in each of its three forms; empty where nothing is."""
    found: list[object] = []
    plain = classic(message.blocks)
    assert {block["type"] for block in plain} <= CLASSIC
    for blocks in (blocks_of(message), plain, []):
        payload = {"text": message.text, "blocks": blocks}
        found += [*message_faults(payload, ephemeral=True), *message_hazards(payload)]
        found += [text for text in marked(payload) if pings(text)]
    found += [text for text in (plain_text_of(message.blocks), message.text) if not text.strip() or pings(text)]
    assert json.dumps(blocks_of(message)).encode("utf-8")
    return [str(each)[:400] for each in found]


def wrong_with_view(view: Json) -> list[str]:
    """Everything wrong with a modal or a Home tab; empty where nothing is."""
    found = [*view_faults(view), *view_hazards(view), *(text for text in marked(view) if pings(text))]
    return [str(each)[:400] for each in found]


def marked(value: object) -> Iterator[str]:
    """Every text in which Slack reads markup."""
    if isinstance(value, Mapping):
        if value.get("type") == "mrkdwn":
            yield str(value["text"])
        if "blocks" in value and isinstance(value.get("text"), str):
            yield str(value["text"])
        for each in value.values():
            yield from marked(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from marked(each)


_OURS = re.compile(r"<(@[UW][A-Z0-9]+|#[CG][A-Z0-9]+|https?://[^<>|]+\|[^<>|]*)>")


def pings(text: str) -> bool:
    """Whether a text holds markup that Fika does not write itself: anything but mentions, channels and links."""
    rest = re.sub(r"&(amp|lt|gt);", "", _OURS.sub("", text))
    return bool(re.search("[<>&]", rest))


def texts(message: Message) -> str:
    """Everything a message says."""
    return "\n".join(_said(blocks_of(message)))


def _said(value: object) -> Iterator[str]:
    if isinstance(value, Mapping):
        if isinstance(value.get("text"), str):
            yield value["text"]
        for each in value.values():
            yield from _said(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _said(each)


def elements_of(blocks: object, act: str) -> list[Json]:
    """Every element with that action id, wherever it stands."""
    if isinstance(blocks, Mapping):
        own = [dict(blocks)] if blocks.get("action_id") == act else []
        return own + [found for each in blocks.values() for found in elements_of(each, act)]
    if isinstance(blocks, list | tuple):
        return [found for each in blocks for found in elements_of(each, act)]
    return []

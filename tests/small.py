"""A small pack with a trait of every kind, and a state in a folder, for tests that need no more."""

from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

from bot.core.account import Source, SourceKind
from bot.core.icp import Icp, Rating, Role, TagPoints
from bot.core.pack import Pack
from bot.core.trait import Group, Kind, Option, Trait
from bot.library.folders import FolderPacks
from bot.ports import Index, NewAnswer, Ports, Scope
from bot.store.store import SqlStore

NOW = datetime(2026, 11, 1, 9, 30, tzinfo=UTC)
TODAY = NOW.date()
SCOPE = Scope("local", "small")


def _trait(trait_id: str, kind: Kind, group: Group = Group.FIRMOGRAPHIC, **options: Option) -> Trait:
    label = trait_id.capitalize()
    return Trait(id=trait_id, label=label, kind=kind, group=group, question=f"{label} of {{account}}?", options=options)


@cache
def pack() -> Pack:
    """The pack."""
    return Pack(
        name="small",
        title="Small",
        version=1,
        owner="ops@example.com",
        reviewed_on=date(2026, 9, 1),
        traits=(
            _trait(
                "industry",
                Kind.CHOICE,
                saas=Option(label="B2B SaaS", also=("software",)),
                fintech=Option(),
                other=Option(),
            ),
            _trait("employees", Kind.NUMBER),
            _trait("revenue", Kind.MONEY),
            _trait("budget", Kind.FLAG, Group.BEHAVIOURAL, yes=Option(also=("signed off",))),
            _trait(
                "stack",
                Kind.TAGS,
                Group.TECHNOGRAPHIC,
                salesforce=Option(also=("SFDC",)),
                snowflake=Option(),
                excel=Option(),
            ),
        ),
        icps=(
            Icp(
                id="primary",
                role=Role.PRIMARY,
                name="SaaS of 50 to 200",
                ratings={
                    "industry": Rating(required=True, points={"saas": 5, "fintech": 3}),
                    "employees": Rating(points={"50..200": 5, "<10": -3, ">1000": -3}),
                    "revenue": Rating(points={"2M..50M": 3}),
                    "budget": Rating(points={"yes": 3, "no": -3}),
                    "stack": Rating(
                        points=(
                            TagPoints(has=("salesforce", "snowflake"), points=3),
                            TagPoints(has=("excel",), points=-1),
                        )
                    ),
                },
            ),
        ),
    )


def _no_index() -> Index:
    raise AssertionError("nobody searches here")


def ports_at(home: Path) -> Ports:
    """Ports whose state is in a folder."""
    store = SqlStore.open(home, wait=0.1)
    return Ports(store=lambda: store, packs=FolderPacks(home), index=_no_index)


def person(name: str = "ann") -> Source:
    """A person as the source of an answer."""
    return Source(kind=SourceKind.PERSON, person=name)


def answer(trait: str, value: object, name: str = "ann", on: date | None = None) -> NewAnswer:
    """What a person says."""
    return NewAnswer(trait, value, person(name), NOW, on=on)  # type: ignore[arg-type]

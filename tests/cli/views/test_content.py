"""What to send, in the terminal: each asset with its link, why it was chosen, and what had to be dropped."""

import pytest

from bot.cli.views.content import content_lines
from bot.core.asset import Asset
from bot.core.content import Choice, Condition, Content
from bot.core.journey import StageId, StageSaid
from bot.core.persona import Persona
from tests.small import NOW, pack, person

CFO = Persona(id="cfo", title="CFO")
SAID = StageSaid(stage=StageId.CONSIDER, source=person("ann"), at=NOW)


def _choice(slug: str, *matches: str) -> Choice:
    url = f"https://example.com/{slug}"
    return Choice(Asset(id=slug, title=f"The {slug}", url=url, format="guide", stages=("buy",)), matches)


def test_each_asset_with_its_link() -> None:
    """The stage with who said it and when, then title, link and what each was made for."""
    content = Content((_choice("case", "industry", "employees"), _choice("tour")))

    assert [
        "What to send, at Consider/Try/Negotiate, said by ann on 2026-11-01",
        "  The case  https://example.com/case  made for its Industry and Employees",
        "  The tour  https://example.com/tour",
    ] == content_lines(content, SAID, pack())


@pytest.mark.parametrize(
    ("dropped", "persona", "said"),
    [
        (
            (Condition.PERSONA,),
            CFO,
            "  Nothing at Consider/Try/Negotiate for CFO suits this account: these are for others.",
        ),
        (
            (Condition.PERSONA,),
            None,
            "  Nothing at Consider/Try/Negotiate for that role suits this account: these are for others.",
        ),
        (
            (Condition.STAGE,),
            None,
            "  Nothing at Consider/Try/Negotiate suits this account: these are for other stages.",
        ),
        (
            (Condition.PERSONA, Condition.STAGE),
            CFO,
            "  Nothing at Consider/Try/Negotiate suits this account: these are for other stages.",
        ),
    ],
)
def test_what_was_dropped(dropped: tuple[Condition, ...], persona: Persona | None, said: str) -> None:
    """Where nothing met every condition, the line above the assets says which one they do not meet."""
    lines = content_lines(Content((_choice("tour"),), dropped), SAID, pack(), persona)

    assert [said, "  The tour  https://example.com/tour"] == lines[1:]


def test_nothing_at_all() -> None:
    """Where nothing can be sent, that is said, with what to do about it."""
    [_, said] = content_lines(Content(()), SAID, pack())

    assert "  Nothing that is still valid suits this account. Say log a gap: and what is missing." == said

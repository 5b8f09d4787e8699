"""Classic blocks: the same words, for servers that know nothing newer and for no blocks at all."""

from slack_sdk.models.blocks import ContainerBlock, DividerBlock, SectionBlock

from bot.core.account import Account
from bot.flows.fit import FitAnswer
from bot.slack.ids import Act
from bot.slack.message import Message
from bot.slack.values import Opinion, decoded
from bot.slack.views.classic import classic, plain_text_of
from bot.slack.views.fit import fit_card, why_card
from tests.slack.views.kit import (
    CLASSIC,
    OTHER,
    Json,
    answered,
    blocks_of,
    elements_of,
    frame_of,
    said,
    scorer_of_harbor,
    wrong_with,
)

FRAME = frame_of(scorer_of_harbor())


def acme() -> FitAnswer:
    """The report on an account of which two things are known."""
    account = Account(id=12, name="Acme", answers=(said(1, "employees", 120), said(2, "industry", "b2b_saas")))
    return answered(FRAME.scorer, account)


def card() -> Message:
    """A fit card with everything in it."""
    return fit_card(acme(), FRAME)


def test_nothing_newer_is_left() -> None:
    """Every block of a card is of a classic type, and most of them are the same as before."""
    plain = classic(card().blocks)
    assert {block["type"] for block in plain} <= CLASSIC
    assert blocks_of(card())[:4] == plain[:4]


def test_the_table_becomes_lines_that_still_sum() -> None:
    """One line a row, with who said so."""
    why = classic(why_card(acme(), FRAME).blocks)
    (table,) = [block for block in why if "Points" in str(block.get("text"))]
    lines = table["text"]["text"].splitlines()
    assert "*Points · Reason · Said by*" == lines[0]
    assert f"+5 · Employees (must have): 120 people · <@{OTHER}>, 2026-11-22" in lines


def test_a_long_table_becomes_several_paragraphs() -> None:
    """No row is lost, and no paragraph is longer than Slack takes."""
    rows = [
        [{"type": "raw_text", "text": f"{number} {'&' * 110}"}, {"type": "raw_text", "text": ""}]
        for number in range(60)
    ]
    plain = classic([{"type": "table", "rows": rows}])
    text = "\n".join(block["text"]["text"] for block in plain)
    assert [f"{number} " for number in range(60)] == [line.strip("*").partition("&")[0] for line in text.splitlines()]
    assert [] == wrong_with(Message("x", plain))


def test_details_are_unfolded() -> None:
    """What was folded up stands under its title."""
    plain = classic(card().blocks)
    titles = [block["text"]["text"] for block in plain if block["type"] == "section"]
    assert "*What it would take*" in titles
    assert "divider" in {block["type"] for block in plain}


def test_an_opinion_can_still_be_given() -> None:
    """The pair of buttons becomes two, each with an id of its own and the same values."""
    plain = classic(card().blocks)
    (good,), (bad,) = elements_of(plain, Act.FEEDBACK), elements_of(plain, Act.UNHELPFUL)
    assert decoded(Opinion, good["value"]).helpful
    assert not decoded(Opinion, bad["value"]).helpful
    assert "Helpful" == good["text"]["text"]


def test_blocks_of_the_sdk_are_taken_too() -> None:
    """Whatever form a block has."""
    blocks = [
        DividerBlock(),
        ContainerBlock(title="Details", child_blocks=[SectionBlock(text="inside")], is_collapsible=True),
    ]
    assert ["divider", "divider", "section", "section"] == [block["type"] for block in classic(blocks)]


def test_what_has_a_text_keeps_it() -> None:
    """Blocks that no view of ours builds become paragraphs; what says nothing is left out."""
    rich: Json = {
        "type": "rich_text",
        "elements": [
            {
                "type": "rich_text_section",
                "elements": [{"type": "text", "text": "a<b "}, {"type": "user", "user_id": "U0A"}],
            }
        ],
    }
    card_block: Json = {
        "type": "card",
        "title": {"type": "plain_text", "text": "Title & co"},
        "body": {"type": "mrkdwn", "text": "*Body*"},
        "hero_image": {"type": "image", "image_url": "https://x.example/a.png", "alt_text": "A chart"},
    }
    blocks: list[Json] = [
        {"type": "markdown", "text": "**Bold** and <!channel>"},
        rich,
        card_block,
        {"type": "carousel", "elements": [card_block]},
        {"type": "alert", "text": {"type": "plain_text", "text": "Mind <this>"}},
        {"type": "context_actions", "elements": [{"type": "icon_button", "action_id": "x"}]},
        {"type": "call", "call_id": "R1"},
        {"type": "video", "alt_text": "A film", "title": {"type": "plain_text", "text": "Film"}},
    ]
    assert [
        "*Bold* and &lt;!channel&gt;",
        "a&lt;b <@U0A>",
        "Title &amp; co\n*Body*",
        "Title &amp; co\n*Body*",
        "Mind &lt;this&gt;",
        "Film\nA film",
    ] == [block["text"]["text"] for block in classic(blocks)]


def test_a_message_that_grows_too_long_says_so() -> None:
    """Fifty blocks are the most, and the last says that there is more."""
    folded: list[Json] = [
        {
            "type": "container",
            "title": {"type": "plain_text", "text": "T"},
            "child_blocks": [{"type": "section", "text": {"type": "mrkdwn", "text": "x"}}] * 10,
        }
    ] * 10
    plain = classic(folded)
    assert 50 == len(plain)
    assert "There is more than fits here" in plain[-1]["elements"][0]["text"]


def test_the_last_resort_is_everything_as_text() -> None:
    """The answer first, no buttons, no marks that ping, and of a length that stays one message."""
    text = plain_text_of(card().blocks)
    assert text.startswith("Acme: still open")
    assert "Points · Reason\n" in text
    assert "Ask the questions" not in text
    assert len(plain_text_of(card().blocks * 50)) <= 4000  # type: ignore[operator]


def test_odd_blocks_break_nothing() -> None:
    """What is not of the form that is expected is left out."""
    odd: list[Json] = [
        {"type": "table"},
        {"type": "container"},
        {"type": "rich_text", "elements": None},
        {"type": "mystery", "title": 5, "elements": ["x", {"type": "mrkdwn", "text": "seen"}]},
        {"type": "section", "fields": [{"type": "plain_text", "text": "field"}]},
        {},
    ]
    assert ["divider", "section", "section"] == [block["type"] for block in classic(odd)]
    assert "seen\nfield" == plain_text_of(odd)

"""Gaps in Slack: lists, one of them, the forms, the map and the digest; harmless whatever people wrote."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.account import Source, SourceKind
from bot.core.gap import Gap, GapEvent, GapKind, GapStatus, Happened, Missing, assigned, closed, reopened, replayed
from bot.core.gap_digest import Week, digest_of
from bot.core.gap_heat import HeatMap, Place, heat_of
from bot.core.gap_worth import ValuedGap, Worth
from bot.core.journey import StageId
from bot.flows.gap_list import GapOrder
from bot.flows.gap_page import PAGE, GapPage
from bot.ports import KnownName
from bot.ports.team import Workspace
from bot.slack.ids import Act
from bot.slack.message import Message
from bot.slack.values import GapDoes, GapList, GapMoveForm, OnGap, decoded
from bot.slack.views.digest import digest_message
from bot.slack.views.gap_card import already_message, gap_card, given_message, moved_message, told_note
from bot.slack.views.gap_forms import assign_form, close_form, reopen_form
from bot.slack.views.gap_list import gap_list_message, which_account_message
from bot.slack.views.gap_map import map_message, picture_note
from bot.slack.views.workspace import saved_message, settings_form
from tests.slack.views.kit import (
    HOSTILE,
    NOW,
    OTHER,
    VIEWER,
    blocks_of,
    elements_of,
    harbor,
    naughty,
    texts,
    wrong_with,
    wrong_with_view,
)
from tests.small import TODAY, person


def gap_of(what: str = "no deck", *more: GapEvent, gap_id: int = 1, by: str = OTHER, **missing: object) -> Gap:
    """A gap to which all that happened."""
    first = GapEvent(happened=Happened.LOGGED, source=person(by), at=NOW)
    return replayed(gap_id, Missing(**{"kind": GapKind.CONTENT, "what": what, **missing}), [first, *more])  # type: ignore[arg-type]


def valued(gap: Gap, accounts: int = 2, account: str | None = None) -> ValuedGap:
    """A gap that is worth so much."""
    return ValuedGap(gap, Worth(accounts), account)


def page_of(*gaps: ValuedGap, start: int = 0, total: int | None = None, account: str | None = None) -> GapPage:
    """A page with these."""
    return GapPage(gaps, start, len(gaps) if total is None else total, account)


def hostile_gap(words: str) -> Gap:
    """A gap in which every word that somebody chose is that one."""
    said = Source(kind=SourceKind.PERSON, person=words)
    voice = GapEvent(happened=Happened.VOICED, source=said, at=NOW, quote=words, permalink=words)
    link = GapEvent(
        happened=Happened.VOICED, source=said, at=NOW, quote=words, permalink=f"https://x.slack.com/{words}"
    )
    moves = [assigned(words, said, NOW), closed(words, said, NOW), reopened(words, said, NOW)]
    return gap_of(words, voice, link, *moves, account_id=3, trait="employees", stage=StageId.BUY, persona="cfo")


@given(
    st.sampled_from(HOSTILE) | st.sampled_from(naughty()) | st.text(min_size=1).filter(lambda text: bool(text.strip()))
)
def test_every_message_is_one_that_slack_takes(words: str) -> None:
    """However long and whatever it is called, full pages of it too, in all of its forms."""
    gap = hostile_gap(words.strip())
    shut = hostile_gap(words.strip()).model_copy(update={"status": GapStatus.WONT})
    many = tuple(valued(each, account=words) for each in (gap, shut) * (PAGE // 2))
    names = [KnownName(number, words, words, words) for number in range(1, 30)]
    heat = HeatMap(words, (words,) * 30, (words,) * 6, ((Place(3, is_empty=True),) * 6,) * 30)
    digest = digest_of(words, Week.of(NOW.date()), many * 8, NOW.tzinfo)  # type: ignore[arg-type]
    shown: list[Message] = [
        *(
            gap_list_message(page_of(*many, start=8, total=99, account=name), GapList(order=order), VIEWER)
            for name in (None, words)
            for order in GapOrder
        ),
        gap_list_message(page_of(account=words), GapList(account=3), VIEWER),
        which_account_message(words, names, GapList(mine=True)),
        which_account_message(words, (), GapList()),
        gap_card(valued(gap, account=words), harbor(), VIEWER),
        gap_card(valued(shut), harbor(), VIEWER),
        moved_message(gap, VIEWER, told_note(words, told=True)),
        already_message(gap, VIEWER),
        given_message(gap, words, VIEWER),
        map_message(heat),
        picture_note(),
        digest_message(digest),
    ]
    for message in shown:
        assert [] == wrong_with(message)
    form = GapMoveForm(gap=1)
    for view in (assign_form(form, gap), close_form(form, gap), reopen_form(form, gap)):
        assert [] == wrong_with_view(view)


def test_a_row_says_what_a_rep_needs() -> None:
    """What, which kind, where, what it is worth, how many say so and who sees to it."""
    other = GapEvent(happened=Happened.VOICED, source=person(VIEWER), at=NOW)
    rows = texts(
        gap_list_message(
            page_of(
                valued(gap_of("no *deck*", other, assigned(VIEWER, person(), NOW), stage=StageId.BUY), 3, "Acme"),
                valued(
                    gap_of("size", assigned(OTHER, person(), NOW), gap_id=2, kind=GapKind.TRAIT, trait="employees"), 14
                ),
                valued(gap_of("sso", closed("it is there", person(), NOW), gap_id=3, kind=GapKind.PRODUCT), 1),
            ),
            GapList(),
            VIEWER,
        )
    )
    assert (
        "*#1 no ∗deck∗*\ncontent we do not have · at Acme · 3 accounts that may fit wait · 2 voices · you see to it"
        in rows
    )
    assert f"*#2 size*\nan answer we could not get · would decide 14 accounts · <@{OTHER}> sees to it" in rows
    assert "*#3 sso*\n*filled* · a need the product does not meet\n" in rows


def test_a_menu_offers_what_can_be_done() -> None:
    """An open gap can be taken, assigned and closed; a closed one reopened; each entry carries which gap."""
    message = gap_list_message(
        page_of(valued(gap_of()), valued(gap_of("x", closed("y", person(), NOW)))), GapList(), ""
    )
    menus = elements_of(blocks_of(message), Act.GAP_MENU)

    assert [["Show", "I see to it", "Assign…", "Close…"], ["Show", "Reopen…"]] == [
        [entry["text"]["text"] for entry in menu["options"]] for menu in menus
    ]
    assert OnGap(gap=1, does=GapDoes.CLOSE) == decoded(OnGap, menus[0]["options"][-1]["value"])


def test_a_page_leads_on() -> None:
    """To the next page, the other order, all of them or one's own, the map and the form."""
    wanted = GapList(mine=True, order=GapOrder.ACCOUNT)
    blocks = blocks_of(gap_list_message(page_of(*[valued(gap_of())] * 8, total=11), wanted, VIEWER))
    [more], [other], [order] = (elements_of(blocks, act) for act in (Act.GAPS_MORE, Act.GAPS, Act.GAPS_ORDER))

    assert ("Show 3 more", "All gaps", "By worth") == tuple(each["text"]["text"] for each in (more, other, order))
    assert GapList(mine=True, order=GapOrder.ACCOUNT, start=8) == decoded(GapList, more["value"])
    assert GapList(mine=True) == decoded(GapList, order["value"])
    assert [1, 1] == [len(elements_of(blocks, act)) for act in (Act.GAP_MAP, Act.GAP)]


def test_by_account_names_each_once() -> None:
    """Over its gaps; those at none come under words that say so."""
    gaps = [valued(gap_of(account_id=3), account="Acme")] * 2 + [valued(gap_of())]
    said = texts(gap_list_message(page_of(*gaps), GapList(order=GapOrder.ACCOUNT), VIEWER))

    assert [1, 1] == [said.split("\n").count(title) for title in ("*Acme*", "At no account")]


@pytest.mark.parametrize(
    ("page", "wanted", "said"),
    [
        (page_of(), GapList(mine=True), "You have not logged a gap that is still open, and see to none."),
        (page_of(), GapList(mine=True, closed=True), "There is no closed gap of yours."),
        (page_of(), GapList(), "There is no open gap."),
        (page_of(account="Acme"), GapList(account=3), "There is no open gap at Acme."),
        (page_of(start=8, total=1), GapList(), "That was all: 1 gap."),
    ],
)
def test_an_empty_list_is_no_dead_end(page: GapPage, wanted: GapList, said: str) -> None:
    """It says what there is none of, and one can be logged."""
    message = gap_list_message(page, wanted, VIEWER)

    assert message.text.startswith(said)
    assert 1 == len(elements_of(blocks_of(message), Act.GAP))


@pytest.mark.parametrize(
    ("wanted", "account", "title"),
    [
        (GapList(), None, "*All gaps*"),
        (GapList(mine=True), None, "*Your gaps*"),
        (GapList(mine=True, closed=True), None, "*Your closed gaps*"),
        (GapList(closed=True), None, "*All closed gaps*"),
        (GapList(account=3), "Acme", "*Gaps at Acme*"),
        (GapList(account=3, mine=True), "Acme", "*Your gaps at Acme*"),
        (GapList(account=3, closed=True), "Acme", "*Closed gaps at Acme*"),
    ],
)
def test_a_list_says_what_it_is(wanted: GapList, account: str | None, title: str) -> None:
    """Whose gaps, where, and closed ones as such."""
    assert gap_list_message(page_of(valued(gap_of()), account=account), wanted, VIEWER).text.startswith(title)


def test_a_card_names_what_the_pack_names() -> None:
    """Its trait and persona by their words, or by their ids once the pack has them no more."""
    gap = gap_of(kind=GapKind.TRAIT, trait="employees", persona="cfo", stage=StageId.BUY)
    said = texts(gap_card(valued(gap), harbor(), VIEWER))
    gone = texts(gap_card(valued(gap.model_copy(update={"trait": "gone", "persona": "lost"})), harbor(), VIEWER))

    assert "Question: Employees\nStage: Buy\nPersona: CFO\nWorth: would decide 2 accounts" in said
    assert "Question: gone\nStage: Buy\nPersona: lost" in gone


def test_what_was_done_is_told() -> None:
    """The last thing that somebody did, also where somebody logged the gap again meanwhile; one full stop."""
    again = GapEvent(happened=Happened.VOICED, source=person(OTHER), at=NOW)
    by = Source(kind=SourceKind.PERSON, person=VIEWER)
    for events, said in (
        ([assigned(OTHER, by, NOW)], f"Now given to <@{OTHER}> by you."),
        ([assigned(VIEWER, person(OTHER), NOW), again], f"Now given to you by <@{OTHER}>."),
        ([assigned(None, by, NOW)], "Now taken from its owner by you."),
        ([closed("on the wiki.", by, NOW)], "Now closed as filled by you: on the wiki."),
        ([closed("no", by, NOW, wont=True)], "Now closed as won't by you: no."),
        ([closed("x", by, NOW), reopened("", by, NOW)], "Now reopened by you."),
    ):
        assert moved_message(gap_of("no deck", *events), VIEWER).text.endswith(said)


def test_the_new_owner_reads_who_gave_it() -> None:
    """A program that did has its own name."""
    by_person, by_program = (
        given_message(gap_of("no deck", assigned(VIEWER, source, NOW)), "Acme", VIEWER).text
        for source in (person(OTHER), Source(kind=SourceKind.CRM))
    )

    assert f"<@{OTHER}> asks you to see to this gap (content we do not have, at Acme):\n*#1 no deck*" == by_person
    assert by_program.startswith("crm asks you")
    you = given_message(gap_of("no deck", assigned(VIEWER, person(VIEWER), NOW)), None, VIEWER)
    assert you.text.startswith("You ask")


def test_forms_begin_with_what_is_known() -> None:
    """The owner of now, where that is a person of Slack; filled, as most are."""
    form = GapMoveForm(gap=1)
    [known], [named] = (
        elements_of(assign_form(form, gap_of("x", assigned(owner, person(), NOW))), "value") for owner in (OTHER, "ann")
    )
    [ends, reason] = elements_of(close_form(form, gap_of()), "value")

    assert (OTHER, False) == (known["initial_user"], "initial_user" in named)
    assert ("filled", 500) == (ends["initial_option"]["value"], reason["max_length"])
    assert form == decoded(GapMoveForm, reopen_form(form, gap_of())["private_metadata"])


def test_the_map_says_in_words_what_the_table_shows() -> None:
    """For those who see no table: each persona with its stages; places without anything are left out."""
    message = map_message(heat_of(harbor(), [gap_of(stage=StageId.BUY, persona="cfo")], TODAY))

    assert "Most gaps: CFO, Buy (1)." in message.text
    assert "• CFO: " in message.text
    assert "Buy 1" in message.text


def test_a_digest_is_fit_for_a_channel() -> None:
    """What is new, closed and worth filling; people as mentions, no quotes and nobody who said so."""
    gaps = [
        valued(gap_of("no deck", assigned(OTHER, person(), NOW), by="U0SECRET1"), 3, "Acme"),
        valued(gap_of("prices", closed("on the wiki", person("U0SECRET1"), NOW), gap_id=2), 0, "Globex"),
    ]
    voiced = valued(gap_of("x", GapEvent(happened=Happened.VOICED, source=person(), at=NOW), gap_id=3), 1)
    digest = digest_of("Harbor", Week.of(NOW.date()), [*gaps, voiced], NOW.tzinfo)  # type: ignore[arg-type]
    said = texts(digest_message(digest))

    assert (
        f"• #1 no deck (content we do not have, at Acme, 3 accounts that may fit wait, <@{OTHER}> sees to it)" in said
    )
    assert "• #2 prices (filled, content we do not have, at Globex)" in said
    assert "• #2 prices at Globex (filled: on the wiki)" in said
    assert "2 voices" in said
    assert "U0SECRET1" not in said


def test_a_quiet_week_is_one_line() -> None:
    """And leads to the list all the same."""
    message = digest_message(digest_of("Harbor", Week.of(NOW.date()), [], NOW.tzinfo))  # type: ignore[arg-type]

    assert "Nothing new, nothing closed, nothing open." in message.text
    assert 1 == len(elements_of(blocks_of(message), Act.GAPS))


def test_the_settings_know_the_channel() -> None:
    """The one that is chosen, and no channel of two companies to choose from."""
    without, chosen = (settings_form(Workspace(digest_channel=channel), ["harbor"]) for channel in (None, "C0DIGEST1"))
    [menu] = [each for each in elements_of(chosen, "value") if each["type"] == "conversations_select"]

    assert [] == wrong_with_view(chosen) == wrong_with_view(without)
    assert ("C0DIGEST1", True) == (menu["initial_conversation"], menu["filter"]["exclude_external_shared_channels"])
    assert "initial_conversation" not in str(without)
    assert "Weekly digest of gaps: <#C0DIGEST1>" in saved_message(Workspace(digest_channel="C0DIGEST1")).text
    assert "Weekly digest of gaps: none" in saved_message(Workspace()).text

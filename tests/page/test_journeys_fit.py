"""Asking for fit in the browser: by typing, by mention, by command and from a message's menu; by what stands there alone."""

import re

from selenium.webdriver import Keys

from tests.journeys.conftest import Town
from tests.page.conftest import Opens
from tests.page.screen import Screen

FIRST_LINE = "Acme: still open, at best primary/A"
PRIVATE = "Only visible to you"


def _rows(card: str) -> list[tuple[int, int]]:
    """The points of the reasons, and the score in the last row, each from and to."""
    table = card.partition("Points Reason ")[2].partition("What is open")[0]
    found = re.findall(r"([+-]?\d+)(?: to ([+-]?\d+))? [A-Z]", table)
    return [(int(low), int(high or low)) for low, high in found]


def test_fit_is_asked_for_by_typing(rep: Screen, town: Town) -> None:
    """The verdict comes first, its reasons sum, "why" is a click away, and what one thinks of the answer is kept."""
    rep.say("does Acme fit?")
    card = rep.answer("Computed by rules")
    assert f"APP {FIRST_LINE}" in re.sub(r"\d+:\d+ [AP]M ", "", card)
    *reasons, score = _rows(card)
    assert len(reasons) >= 3
    assert score == (sum(low for low, _ in reasons), sum(high for _, high in reasons))
    rep.press("What it would take")
    assert len(rep.answer("Computed by rules")) > len(card)
    rep.press("This answer was helpful")
    rep.answer("Thank")
    rep.press("Show why")
    why = rep.answer("Acme")
    assert "must have" in why
    with town.ports.store().begin(town.scope, writes=False) as work:
        [kept] = work.feedback.all()

    assert kept.helpful
    assert kept.receipt[:12] in card


def test_a_mention_is_for_the_asking_eyes_until_it_is_shared(opens: Opens, town: Town) -> None:
    """Nobody else sees the answer in a channel; shared on purpose, with a question first, everybody does."""
    screen = opens("rep", "sales")
    screen.say("@Fika does Acme fit?")
    assert PRIVATE in screen.answer(FIRST_LINE)
    screen.act_as("manager")
    screen.press("sales", exact=False)
    screen.see("does Acme fit?")
    assert FIRST_LINE not in screen.text
    screen.act_as("rep")
    screen.card(FIRST_LINE)
    screen.press("Share to channel")
    screen.press("Choose the channel")
    screen.choose("Channel", "sales")
    screen.press("Share")
    screen.answer("Shared the fit of Acme")
    screen.act_as("manager")
    shared = screen.answer(FIRST_LINE)

    assert "Shared by @rep" in shared
    assert PRIVATE not in shared


def test_a_command_is_completed_by_keyboard(opens: Opens, town: Town) -> None:
    """With nothing but keys the command is begun, completed and sent, and answered for the asking eyes alone."""
    screen = opens("rep", "sales")
    screen.find("Message #sales", "textarea, [role=combobox]", exact=False)
    screen.wait(lambda: screen.focused.tag_name == "textarea", "the focus in the composer")
    screen.key("/fi")
    screen.find("/fika", "[role=option]", exact=False)
    screen.key(Keys.TAB)
    screen.wait(lambda: screen.focused.get_attribute("value") == "/fika ", "the completed command")
    screen.key("fit Acme", Keys.ENTER)

    assert PRIVATE in screen.answer(FIRST_LINE)
    assert screen.focused.get_attribute("value") == ""
    assert town.person("manager").last("sales") is None


def test_fit_is_asked_for_from_the_menu_of_a_message(opens: Opens, town: Town) -> None:
    """What somebody else wrote is checked by its shortcut; nothing of it is recorded."""
    town.person("manager").say("sales", "Spoke with Acme today, they have 900 people now")
    screen = opens("rep", "sales")
    screen.open_menu(screen.card("Spoke with Acme", by="manager"))
    screen.press("Check fit", exact=False, kinds="[role=menuitem]")
    card = screen.answer(FIRST_LINE)

    assert PRIVATE in card
    assert "85 people" in card
    assert "900" not in card


def test_a_name_that_is_not_clear(rep: Screen, town: Town) -> None:
    """Of two accounts one is chosen; one that nobody knows is added with a click, and asked about right away."""
    with town.ports.store().begin(town.scope) as work:
        work.accounts.add("Twin Peaks", "T-1")
        work.accounts.add("Twin Peaks", "T-2")
        work.commit()
    rep.say("Twin Peaks has 120 employees")
    picker = rep.card("T-2")
    rep.press("T-2", exact=False, within=picker)
    rep.answer("Noted for Twin Peaks")
    rep.say("does Globex fit?")
    rep.card("There is no account called")
    rep.press("Add Globex")
    rep.answer("Globex: still open")
    with town.ports.store().begin(town.scope, writes=False) as work:
        known = {(each.name, each.external_ids): [one.value for one in each.answers] for each in work.accounts.all()}

    assert (known["Twin Peaks", ("T-1",)], known["Twin Peaks", ("T-2",)]) == ([], [120])
    assert known["Globex", ()] == []

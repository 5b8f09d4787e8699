"""Interviews in Slack: by clicks, by words and by both, wherever they begin, and whatever comes in between."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any

import pytest

from bot.core.gap import GapKind
from bot.core.interview import Dealt, Interview, State
from bot.core.verdict import Verdict
from bot.core.wording import verdict_words
from bot.flows.accounts import add_account, record_answers
from bot.flows.packs import publish
from bot.library.loader import load_pack
from bot.playground.acts import Person
from bot.playground.acts_seen import all_words
from bot.playground.model import Channel, Message
from bot.ports import NewAnswer
from tests.journeys.conftest import HARBOR, Town, eventually, quiet_for
from tests.small import NOW, person

MOST_TURNS = 60
PICK = "interview.pick.1"
FITTING = ("50 to 200 people", "Growing, hiring in sales", "at least USD 2M", "USD 2M to USD 50M")
"""Answers that fit better than the first ones."""


def elements(shown: object) -> Iterator[dict[str, Any]]:
    """Everything in blocks that can be clicked or chosen from."""
    if isinstance(shown, dict):
        if "action_id" in shown:
            yield shown
        shown = list(shown.values())
    if isinstance(shown, list):
        for each in shown:
            yield from elements(each)


def acts(card: Message) -> list[str]:
    """The action ids on a card."""
    return [str(each["action_id"]) for each in elements(card.blocks)]


def is_turn(message: Message) -> bool:
    """Whether a message is what an interview has to say, with its buttons."""
    return any(act.startswith("interview.") for act in acts(message))


def asks(part: str) -> Callable[[Message], bool]:
    """Whether a message is a turn that says something."""
    return lambda message: is_turn(message) and part in all_words(message)


@pytest.fixture
def globex(town: Town) -> int:
    """An account of which nothing is known."""
    return add_account(town.ports, town.scope, "Globex").id


def begun(rep: Person, words: str = "let's qualify Globex") -> Message:
    """The first question."""
    rep.dm(words)
    return rep.wait_for_message(is_turn)


def clicked(rep: Person, card: Message, button: str, part: str = "") -> Message:
    """What follows a click."""
    rep.click(card, button)
    return rep.wait_for_message(asks(part))


def said(rep: Person, words: str, part: str = "") -> Message:
    """What follows words."""
    rep.dm(words)
    return rep.wait_for_message(asks(part))


def more(rep: Person, card: Message, what: str) -> None:
    """Choose from the menu under a question."""
    rep.choose(card, "interview.more", what)


def on_record(town: Town, account_id: int) -> list[tuple[str, object]]:
    """What is on record of an account, in order."""
    with town.ports.store().begin(town.scope, writes=False) as work:
        account = work.accounts.get(account_id)
    return [(each.trait, each.value) for each in account.answers if not each.retracted]


def interview_at(town: Town, account_id: int) -> Interview:
    """The last interview about an account."""
    with town.ports.store().begin(town.scope, writes=False) as work:
        found = work.interviews.at(account_id) or work.interviews.get(1)
    assert found is not None
    return found


def verdict_of(town: Town, account_id: int) -> Verdict | None:
    """The verdict that follows from what is on record."""
    ready = town.app.service.shelf.take("harbor", town.installed.team)
    with town.ports.store().begin(town.scope, writes=False) as work:
        account = work.accounts.get(account_id)
    return ready.scorer.answer(account, NOW.date()).report.verdict


def click_through(rep: Person, card: Message, skips: Sequence[int] = ()) -> Message:
    """Answer every question by its first button until nothing is asked any more; the last card."""
    for number in range(MOST_TURNS):
        if "interview.skip" not in acts(card):
            return card
        rep.click(card, _first(rep, card) if number not in skips else "interview.skip")
        card = rep.wait_for_message(is_turn)
    raise AssertionError("it never ends")


def _first(rep: Person, card: Message) -> str:
    """The button of the first answer; of boxes the first one is ticked."""
    found = acts(card)
    if "tick" not in found:
        return next((each["action_id"] for each in elements(card.blocks) if _words_on(each) in FITTING), PICK)
    [boxes] = [each for each in elements(card.blocks) if each["action_id"] == "tick"]
    rep.choose(card, "tick", [boxes["options"][0]["text"]["text"]])
    return "interview.ticked"


# --- from the beginning to the end ------------------------------------------------------------------------------------


def test_to_the_end_by_clicking(town: Town, globex: int) -> None:
    """Each answer is noted once, the verdict is shown with why it cannot change, and a click ends it."""
    rep = town.person()
    first = begun(rep)
    assert "0 asked, at most" in all_words(first)
    last = click_through(rep, first)
    told = all_words(last)

    interview = interview_at(town, globex)
    assert State.RESTING is interview.state
    assert [step.trait for step in interview.steps] == [trait for trait, _ in on_record(town, globex)]
    verdict = verdict_of(town, globex)
    assert verdict is not None
    assert f"Globex: {verdict_words(verdict)}" in told
    assert "Settled as" in told
    assert "Done with Globex" in all_words(_finished(rep, last))
    assert State.DONE is interview_at(town, globex).state


def _finished(rep: Person, card: Message) -> Message:
    rep.click(card, "Finish")
    return rep.wait_for_message("Done with")


def test_to_the_end_by_typing(town: Town, globex: int) -> None:
    """Every answer can be typed as it stands on its button, and "stop" ends it."""
    rep = town.person()
    card = begun(rep)
    for _ in range(MOST_TURNS):
        if "interview.skip" not in acts(card):
            break
        card = said(rep, _label(card))
    assert "Settled as" in all_words(card)
    rep.dm("stop")

    assert "Done with Globex" in all_words(rep.wait_for_message("Done with"))
    assert len(on_record(town, globex)) == interview_at(town, globex).asked
    assert verdict_of(town, globex) is not None


def _words_on(element: dict[str, Any]) -> str:
    return str((element.get("text") or {}).get("text"))


def _label(card: Message) -> str:
    """The words on an answer."""
    every = [each for each in elements(card.blocks) if re.fullmatch(r"interview\.pick\.\d+", each["action_id"])]
    for each in sorted(every, key=lambda one: _words_on(one) not in FITTING):
        return _words_on(each)
    for each in elements(card.blocks):
        if each["action_id"] == "tick":
            return str(each["options"][0]["text"]["text"])
    raise AssertionError("there is nothing to answer")


def test_words_and_clicks_go_together(town: Town, globex: int) -> None:
    """A question that is asked by a card may be answered in words, and the other way round."""
    rep = town.person()
    card = clicked(rep, begun(rep), PICK, "Noted")
    card = said(rep, _label(card), "Noted")
    card = clicked(rep, card, PICK, "Noted")
    card = said(rep, "they have 120 people and use snowflake", "Noted")

    recorded = dict(on_record(town, globex))
    assert (120, {"at_least": ["snowflake"]}) == (recorded["employees"], recorded["stack"])
    assert 3 <= interview_at(town, globex).asked
    assert "Employees: 120 people" in all_words(card)


@pytest.mark.parametrize("way", ["card", "command", "command in a channel", "words", "home", "a new account"])
def test_it_begins_wherever_one_wants(way: str, town: Town, globex: int) -> None:
    """From the fit card, by command, by words, from Home, and right after an account was added."""
    rep = town.person()
    match way:
        case "card":
            rep.dm("does Globex fit?")
            rep.click(rep.wait_for_message("Globex: "), "Ask the questions")
        case "command":
            rep.command("/fika discover Globex")
        case "command in a channel":
            rep.command("/fika discover Globex", "sales")
        case "words":
            rep.dm("go through the questions for Globex")
        case "home":
            begun(rep)
            rep.open_home()
            rep.click(rep.wait_for_home("Questions under way"), "Resume")
        case _:
            rep.dm("add Initech")
            rep.click(rep.wait_for_message("Added Initech"), "Ask the questions")
    card = rep.wait_for_message(is_turn)
    assert "asked, at most" in all_words(card)
    assert (way == "command in a channel") is (card.ephemeral_for == rep.user.id)
    rep.click(card, PICK)

    assert "Noted" in all_words(rep.wait_for_message(asks("1 asked")))


def test_a_settled_card_says_what_is_left(town: Town, globex: int) -> None:
    """A click goes on for completeness, and what is said then changes nothing of the verdict."""
    rep = town.person()
    last = click_through(rep, begun(rep))
    verdict, known = verdict_of(town, globex), len(on_record(town, globex))
    card = clicked(rep, last, "Go on for completeness", "at most")
    assert "It does not change the verdict" in all_words(card)
    click_through(rep, card)

    assert verdict == verdict_of(town, globex)
    assert known < len(on_record(town, globex))


def test_a_framework_to_its_end(town: Town, globex: int) -> None:
    """Its items are asked once fit is settled, one by one, and the qualification stands at the end."""
    rep = town.person()
    last = click_through(rep, begun(rep))
    rep.choose(last, "interview.framework", "MEDDIC")
    card = rep.wait_for_message(asks("MEDDIC, "))
    while "interview.skip" in acts(card):
        assert "MEDDIC, " in all_words(card)
        card = clicked(rep, card, PICK)

    told = all_words(card)
    assert "*MEDDIC: " in told
    assert "*Fit*: " in told


# --- what can be done with a question ---------------------------------------------------------------------------------


def test_skip_and_dont_know(town: Town, globex: int) -> None:
    """What is skipped is not asked again by itself; what is not known is a gap; both can be asked again at the end."""
    rep = town.person()
    card = clicked(rep, begun(rep), "Skip", "Left Industry")
    assert "Left Industry as it is." in all_words(card)
    card = clicked(rep, card, "Don't know", "not known")
    assert "Logged as gap #" in all_words(card)
    with town.ports.store().begin(town.scope, writes=False) as work:
        [gap] = [each for each in work.gaps.all() if each.account_id == globex]
    assert (GapKind.TRAIT, rep.user.id) == (gap.kind, gap.source.person)

    last = click_through(rep, card)
    dealt = [step.dealt for step in interview_at(town, globex).steps]
    assert [Dealt.SKIPPED, Dealt.UNKNOWN, Dealt.ANSWERED] == dealt[:3]
    if verdict_of(town, globex) is None:
        assert "The verdict stays open" in all_words(last)
        assert "asked, at most" in all_words(clicked(rep, last, "Ask them again"))


def test_everything_passed_over_is_no_verdict(town: Town, globex: int) -> None:
    """An account of which nothing is said stays open, and it says so."""
    rep = town.person()
    card = begun(rep)
    while "interview.skip" in acts(card):
        card = clicked(rep, card, "interview.skip")
    told = all_words(card)

    assert "still open" in told
    assert "The verdict stays open" in told
    assert "Ask them again" in told
    assert [] == on_record(town, globex)


def test_back_and_another_answer(town: Town, globex: int) -> None:
    """The question before is asked again with what is noted, and a new answer replaces the old one."""
    rep = town.person()
    card = clicked(rep, begun(rep), PICK, "Noted")
    card = clicked(rep, card, "Back", "Back to Industry")
    assert "Noted by now: B2B SaaS." in all_words(card)
    clicked(rep, card, "interview.pick.2", "Noted")

    assert ("industry", "local_services") == on_record(town, globex)[-1]
    assert 1 == interview_at(town, globex).asked


def test_keeping_what_is_noted(town: Town, globex: int) -> None:
    """Whoever went back may keep the answer."""
    rep = town.person()
    card = clicked(rep, begun(rep), PICK, "Noted")
    known = on_record(town, globex)
    clicked(rep, clicked(rep, card, "Back", "Back to"), "Keep it")

    assert known == on_record(town, globex)


def test_an_earlier_answer_is_edited_in_words(town: Town, globex: int) -> None:
    """Naming a trait asks about it again."""
    rep = town.person()
    card = clicked(rep, begun(rep), PICK, "Noted")
    clicked(rep, card, PICK, "Noted")

    assert "Back to Industry" in all_words(said(rep, "change industry", "Back to"))


def test_pause_resume_and_stop_by_clicks(town: Town, globex: int) -> None:
    """What is paused waits with the same question; what is stopped keeps the answers."""
    rep = town.person()
    card = clicked(rep, begun(rep), PICK, "Which rules apply")
    paused = clicked(rep, card, "Pause", "Paused")
    assert State.PAUSED is interview_at(town, globex).state
    card = clicked(rep, paused, "Resume", "Which rules apply")
    more(rep, card, "Stop")
    rep.wait_for_message("Stopped. What you said about Globex is kept.")

    assert State.STOPPED is interview_at(town, globex).state
    assert 1 == len(on_record(town, globex))


def test_pause_and_resume_in_words(town: Town, globex: int) -> None:
    """Also from another place, where nothing was talked about yet."""
    rep = town.person()
    begun(rep)
    assert "Paused" in all_words(said(rep, "pause", "Paused"))
    rep.mention("sales", "resume")

    card = rep.wait_for_message(asks("asked,"))
    assert rep.user.id == card.ephemeral_for
    assert State.ASKING is interview_at(town, globex).state


def test_of_several_interviews_one_is_chosen(town: Town, globex: int) -> None:
    """Whoever says resume in a new place is asked which one."""
    rep = town.person()
    begun(rep)
    begun(rep, "let's qualify Acme")
    rep.mention("sales", "resume")
    listed = rep.wait_for_message("Which one do you go on with?")
    rep.click(listed, "Resume the questions about Globex")

    assert "Globex" in all_words(rep.wait_for_message(asks("asked,")))


def test_undo_within_an_interview(town: Town, globex: int) -> None:
    """The answer is taken back, the question goes on standing, and it can be answered from there."""
    rep = town.person()
    card = clicked(rep, begun(rep), PICK, "Noted")
    rep.click(card, "Undo")
    undone = rep.wait_for_message("The question stands")
    assert [] == on_record(town, globex)

    assert "asked," in all_words(clicked(rep, undone, "Answer it"))


def test_beside_an_interview(town: Town, globex: int) -> None:
    """A question about the account leaves its question standing; words about another account never answer it."""
    rep = town.person()
    begun(rep)
    rep.dm("does Globex fit?")
    assert "*The question stands*: What does Globex sell" in all_words(rep.wait_for_message("The question stands"))
    rep.dm("Acme has 90 people")
    told = all_words(rep.wait_for_message("Noted for Acme"))

    assert "The questions about Globex wait; say “resume Globex”" in told
    assert [] == on_record(town, globex)
    assert "What does Globex sell" in all_words(said(rep, "resume Globex", "What does"))


# --- several at once --------------------------------------------------------------------------------------------------


def test_several_are_filled_in_at_once(town: Town, globex: int) -> None:
    """The form asks what is open, and the interview goes on with what is left."""
    rep = town.person()
    more(rep, begun(rep), "Fill in several at once")
    form = rep.wait_for_modal("Open questions")
    refused = rep.submit(form, {"industry": "b2b_saas", "employees": "loads"})
    assert {"employees"} == set(refused.errors)
    rep.submit(rep.modal, {"employees": "120"})
    card = rep.wait_for_message(asks("Noted"))

    assert {("industry", "b2b_saas"), ("employees", 120)} == set(on_record(town, globex))
    assert "Employees: 120 people" in all_words(card)
    assert "What does Globex sell" not in all_words(card)
    assert "Undo" in all_words(card)
    assert "Noted" in all_words(clicked(rep, card, PICK))


def test_notes_and_edits_are_a_click_away(town: Town, globex: int) -> None:
    """Both forms open from the card, and the question goes on standing."""
    rep = town.person()
    card = begun(rep)
    more(rep, card, "Paste notes")
    rep.submit(rep.wait_for_modal("Paste notes"), {"notes": "they have 120 people"})
    rep.click(rep.wait_for_message("120"), "confirm_ticked")
    assert "The question stands" in all_words(rep.wait_for_message("Noted for Globex"))
    more(rep, card, "Edit earlier answers")
    rep.submit(rep.wait_for_modal("Edit answers"), {"employees": "130"})
    rep.wait_for_message(asks("Employees: 130 people"))

    assert ("employees", 130) in on_record(town, globex)


def test_an_offered_conversion_is_taken_with_a_click(town: Town, globex: int) -> None:
    """An amount for another period is asked back with the year's worked out, and noted after a yes."""
    rep = town.person()
    card = _until_revenue(rep)
    offer = said(rep, "2M a month", "Shall I note USD 24M?")
    assert ("revenue", 24_000_000) not in on_record(town, globex)
    clicked(rep, offer, "Yes", "Noted")
    assert ("revenue", 24_000_000) in on_record(town, globex)

    assert "interview.skip" in acts(card)


def test_an_offered_conversion_is_declined(town: Town, globex: int) -> None:
    """A no leaves the question as it was."""
    rep = town.person()
    _until_revenue(rep)
    offer = said(rep, "2M a month", "Shall I note USD 24M?")
    card = clicked(rep, offer, "No", "Then not")

    assert "interview.pick.1" in acts(card)
    assert "revenue" not in dict(on_record(town, globex))


def _until_revenue(rep: Person) -> Message:
    """Ask about the revenue."""
    begun(rep)
    return said(rep, "ask about revenue", "Back to Annual gross revenue")


# --- late, twice, and together ----------------------------------------------------------------------------------------


def test_a_double_click_counts_once(town: Town, globex: int) -> None:
    """The second one is told that it is noted already, and another answer by then is not taken."""
    rep = town.person()
    card = begun(rep)
    before = [dict(each) for each in card.blocks]
    rep.click(card, PICK)
    rep.wait_for_message(asks("Noted"))
    assert town.settled()
    _lay(card, before)
    assert "Industry is noted already" in all_words(clicked(rep, card, PICK, "noted already"))
    _lay(card, before)
    late = all_words(clicked(rep, card, "interview.pick.2", "is past"))

    assert "The question about Industry is past. Noted is B2B SaaS (you, " in late
    assert [("industry", "b2b_saas")] == on_record(town, globex)
    assert 1 == interview_at(town, globex).asked


def _lay(card: Message, blocks: list[dict[str, Any]]) -> None:
    """Show a card as it was: a client that is slow has its old buttons still."""
    card.blocks = blocks


@pytest.mark.parametrize("button", ["Skip", "Don't know", "Back"])
def test_other_buttons_clicked_twice_act_once(button: str, town: Town, globex: int) -> None:
    """Nothing is passed over, and no question gone back, that the person has not seen."""
    rep = town.person()
    card = clicked(rep, begun(rep), PICK, "1 asked")
    card = clicked(rep, card, PICK, "2 asked")
    before = [dict(each) for each in card.blocks]
    clicked(rep, card, button)
    assert town.settled()
    once = interview_at(town, globex)
    _lay(card, before)
    clicked(rep, card, button, "is past")

    assert (once.steps, once.asks, once.passed) == (
        interview_at(town, globex).steps,
        interview_at(town, globex).asks,
        interview_at(town, globex).passed,
    )


def test_an_old_card_has_no_buttons(town: Town, globex: int) -> None:
    """It becomes a line with what was answered."""
    rep = town.person()
    card = begun(rep)
    clicked(rep, card, PICK, "Noted")

    assert eventually(lambda: acts(card) == [])
    assert "✓ What does Globex sell, and to whom? B2B SaaS" == card.text


def test_an_old_card_in_a_channel_has_no_buttons(town: Town, globex: int) -> None:
    """Also where only one person sees it."""
    rep = town.person()
    rep.mention("sales", "let's qualify Globex")
    card = rep.wait_for_message(is_turn)
    clicked(rep, card, PICK, "Noted")

    assert eventually(lambda: card.text.startswith("✓ What does Globex sell"))
    assert rep.user.id == card.ephemeral_for


def test_a_card_that_cannot_be_put_away_is_no_trouble(town: Town, globex: int) -> None:
    """The answer stands, and the person hears nothing of it."""
    rep = town.person()
    card = begun(rep)
    town.slack.faults.refuse("chat.update", "cant_update_message", times=5)
    clicked(rep, card, PICK, "Noted")
    assert town.settled()

    assert [("industry", "b2b_saas")] == on_record(town, globex)
    assert not [each for each in rep.messages() if "went wrong" in all_words(each)]


def test_two_people_in_one_interview(town: Town, globex: int) -> None:
    """Both see the question that stands; what the other one answered meanwhile is past, and counts once."""
    rep, manager = town.person(), town.person("manager")
    old = begun(rep)
    theirs = begun(manager)
    assert "What does Globex sell" in all_words(theirs)
    assert "You take part now." in all_words(theirs)
    clicked(manager, theirs, PICK, "Noted")
    late = all_words(clicked(rep, old, PICK, "noted already"))
    assert f"Industry is noted already: B2B SaaS (<@{manager.user.id}>, " in late
    assert "Which rules apply" in late
    said(rep, "no special rules", "Noted")
    assert f"No special rules (<@{rep.user.id}>, " in all_words(said(manager, "no special rules", "noted already"))

    assert [("industry", "b2b_saas"), ("regulation", "light")] == on_record(town, globex)
    assert {rep.user.id, manager.user.id} == set(interview_at(town, globex).people)


def test_a_thread_is_a_place_of_its_own(town: Town, globex: int) -> None:
    """In a thread of the DM and, by mention, in one of a channel, what is typed answers the question shown there."""
    rep = town.person()
    head = rep.dm("hello")
    rep.dm("let's qualify Globex", head.ts)
    rep.wait_for_message(is_turn)
    rep.dm("b2b saas", head.ts)
    assert head.ts == rep.wait_for_message(asks("Noted")).thread_ts
    top = town.person("manager").say("sales", "Globex called")
    rep.mention("sales", "let's qualify Globex", top.ts)
    rep.wait_for_message(asks("Which rules apply"))
    rep.mention("sales", "no special rules", top.ts)
    card = rep.wait_for_message(asks("Noted"))

    assert (top.ts, rep.user.id) == (card.thread_ts, card.ephemeral_for)
    assert [("industry", "b2b_saas"), ("regulation", "light")] == on_record(town, globex)


def test_an_answer_given_elsewhere_settles_the_question(town: Town, globex: int) -> None:
    """Whoever comes back to it is told, and asked the next one."""
    rep, manager = town.person(), town.person("manager")
    begun(rep)
    manager.dm("Globex is b2b saas")
    manager.wait_for_message("Noted for Globex")
    card = said(rep, "resume", "asked,")

    assert "Industry was settled elsewhere meanwhile." in all_words(card)
    assert "Which rules apply" in all_words(card)


def test_the_pack_is_published_anew_in_the_middle(town: Town, globex: int) -> None:
    """The answers stand, the rep is told, and the interview goes on by the new pack."""
    rep = town.person()
    card = clicked(rep, begun(rep), PICK, "Noted")
    _publish(town)
    card = clicked(rep, card, PICK, "published anew")

    assert "All answers stand" in all_words(card)
    assert 2 == len(on_record(town, globex))
    assert 2 == interview_at(town, globex).asked
    assert "Settled as" in all_words(click_through(rep, card))


def _publish(town: Town) -> None:
    loaded = load_pack(HARBOR)
    old = loaded.pack
    weaker = [each if each.id != "cloud" else each.model_copy(update={"why": "Because."}) for each in old.traits]
    pack = old.model_copy(update={"version": old.version + 1, "traits": tuple(weaker)})
    publish(replace(loaded, pack=pack), town.installed.team, town.ports, NOW, draft=False, rebuild=False)


# --- disagreement -----------------------------------------------------------------------------------------------------


def contradict(town: Town, account_id: int, trait: str, value: object) -> None:
    """Let somebody else have said something."""
    new = NewAnswer(trait, value, person("U0SOMEONE1"), NOW, on=NOW.date())  # type: ignore[arg-type]
    pack = load_pack(HARBOR).pack
    record_answers(town.ports, town.scope, account_id, [new], pack)


@pytest.mark.parametrize(
    ("button", "left"),
    [
        ("600 holds", [("employees", 600)]),
        ("60 holds", [("employees", 60)]),
        ("Both possible", [("employees", 60), ("employees", 600)]),
    ],
)
def test_a_disagreement_is_chosen_by_a_click(
    button: str, left: list[tuple[str, object]], town: Town, globex: int
) -> None:
    """Both sides are shown within the interview, and it goes on with the question that it interrupted."""
    contradict(town, globex, "employees", 60)
    rep = town.person()
    begun(rep)
    card = said(rep, "they have 600 people", "Sources disagree")
    assert "<@U0SOMEONE1> said 60" in all_words(card)
    before = [dict(each) for each in card.blocks]
    after = clicked(rep, card, button)
    assert "What does Globex sell" in all_words(after)
    assert left == on_record(town, globex)
    assert town.settled()
    _lay(card, before)
    rep.click(card, "Both possible")
    rep.wait_for_message("nothing to choose from any more")

    assert left == on_record(town, globex)


def test_a_disagreement_is_chosen_in_words(town: Town, globex: int) -> None:
    """Its number will do."""
    contradict(town, globex, "employees", 60)
    rep = town.person()
    begun(rep)
    said(rep, "they have 600 people", "Sources disagree")
    said(rep, "1", "What does Globex sell")

    assert [("employees", 600)] == on_record(town, globex)


def test_of_two_disagreements_a_double_click_settles_one(town: Town, globex: int) -> None:
    """The second click on the first one never decides the other."""
    contradict(town, globex, "employees", 60)
    contradict(town, globex, "cloud", "aws")
    rep = town.person()
    begun(rep)
    card = said(rep, "they have 600 people and run on azure", "Sources disagree")
    before = [dict(each) for each in card.blocks]
    [first] = [each for each in elements(card.blocks) if each["action_id"] == "interview.keep_new"]
    other = clicked(rep, card, "interview.keep_new", "Sources disagree")
    assert town.settled()
    known = on_record(town, globex)
    _lay(card, before)
    again = clicked(rep, card, "interview.keep_new", "settled already")

    assert known == on_record(town, globex)
    assert "Sources disagree" in all_words(again)
    [second] = [each for each in elements(other.blocks) if each["action_id"] == "interview.keep_new"]
    assert first["value"] != second["value"]


# --- handing over -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("way", ["form", "words", "mention"])
def test_a_colleague_goes_on(way: str, town: Town, globex: int) -> None:
    """They get the question once, in their direct messages, and what they type there answers it."""
    rep, manager = town.person(), town.person("manager")
    card = begun(rep)
    match way:
        case "form":
            more(rep, card, "Hand over to a colleague")
            rep.submit(rep.wait_for_modal("Hand over"), {"colleague": manager.user.id})
        case "words":
            rep.dm("hand it to @manager")
        case _:
            rep.mention("sales", "let's qualify Globex")
            rep.wait_for_message(is_turn)
            rep.mention("sales", "hand it over to @manager")
    rep.wait_for_message(f"<@{manager.user.id}> goes on with it.")
    assert town.settled()
    [got] = [each for each in manager.messages() if each.app]
    assert f"<@{rep.user.id}> hands you the questions about Globex." in all_words(got)
    assert "What does Globex sell" in all_words(got)
    assert "Noted" in all_words(said(manager, "b2b saas", "Noted"))
    assert [("industry", "b2b_saas")] == on_record(town, globex)

    assert manager.user.id == interview_at(town, globex).lead
    rep.dm("no special rules")
    rep.wait_for_message("")
    assert 1 == len(on_record(town, globex))


def test_whoever_handed_over_may_take_part_again(town: Town, globex: int) -> None:
    """One click shows the question that stands by then."""
    rep, manager = town.person(), town.person("manager")
    begun(rep)
    rep.dm("hand it to @manager")
    handed = rep.wait_for_message("goes on with it")
    assert eventually(lambda: manager.last() is not None)
    clicked(manager, manager.last(), PICK, "Noted")  # type: ignore[arg-type]

    assert "Which rules apply" in all_words(clicked(rep, handed, "Take part"))


def test_a_colleague_with_a_question_of_their_own_keeps_it(town: Town, globex: int) -> None:
    """What they type goes on answering theirs; the new one is answered by its buttons or in its thread."""
    rep, manager = town.person(), town.person("manager")
    other = add_account(town.ports, town.scope, "Initech").id
    begun(manager, "let's qualify Initech")
    begun(rep)
    rep.dm("hand it to @manager")
    rep.wait_for_message("goes on with it")
    assert town.settled()
    got = manager.last()
    assert got is not None
    assert "in a thread under this message" in all_words(got)
    said(manager, "b2b saas", "Noted")
    assert ([("industry", "b2b_saas")], []) == (on_record(town, other), on_record(town, globex))
    manager.dm("b2b saas", got.ts)
    manager.wait_for_message(asks("Noted"))

    assert [("industry", "b2b_saas")] == on_record(town, globex)


def _refused(town: Town, who: str) -> tuple[str, str]:
    world = town.slack.world
    match who:
        case "guest" | "partner":
            return town.person(who).user.id, "only members of this workspace"
        case "gone":
            user = town.slack.add_person("gone")
            user.deleted = True
            return user.id, "deactivated"
        case "another bot":
            return world.add_user(town.installed.team, "robot", is_bot=True).id, "an app, and no person"
        case _:
            return "U0NOBODY99", "cannot find that person"


@pytest.mark.parametrize("who", ["guest", "partner", "gone", "another bot", "nobody"])
def test_not_everybody_can_go_on(who: str, town: Town, globex: int) -> None:
    """Guests, people of other companies, apps and accounts that are gone get nothing, and the rep is told why."""
    user, why = _refused(town, who)
    rep = town.person()
    begun(rep)
    posted = len(town.slack.world.channels)
    rep.say(None, f"hand it to <@{user}>", as_written=True)
    rep.wait_for_message(why)

    assert rep.user.id == interview_at(town, globex).lead
    assert posted == len(town.slack.world.channels)


def test_the_form_refuses_fika_itself(town: Town, globex: int) -> None:
    """Whom the menu offers is checked as well."""
    rep = town.person()
    more(rep, begun(rep), "Hand over to a colleague")
    rep.submit(rep.wait_for_modal("Hand over"), {"colleague": town.installed.bot_user})

    assert rep.wait_for_message("cannot go on with it myself")
    assert rep.user.id == interview_at(town, globex).lead


def test_a_name_that_is_no_mention_is_asked_for(town: Town, globex: int) -> None:
    """Nobody is guessed."""
    rep = town.person()
    begun(rep)
    rep.dm("hand it to Kim")

    assert "Mention whom you hand it over to" in all_words(rep.wait_for_message("Mention"))
    assert rep.user.id == interview_at(town, globex).lead


# --- untrusted and repeated -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "value",
    [
        "{}",
        "not json",
        '{"interview":99999,"does":"skip"}',
        '{"interview":1,"does":"fly"}',
        '{"interview":1,"does":"pick"}',
        '{"interview":1,"does":"pick","step":1,"trait":"nothing","value":1}',
        '{"interview":1,"does":"pick","step":1,"trait":"regulation","value":"everything"}',
        '{"interview":1,"does":"pick","step":1,"mark":"0000"}',
        '{"interview":1,"does":"pick","step":77,"mark":"0000"}',
        '{"interview":1,"does":"frame","framework":"nothing"}',
        '{"interview":1,"does":"accept","step":1}',
        '{"interview":1,"does":"keep_new"}',
        '{"interview":1,"does":"ticked","step":1,"trait":"stack"}',
        '{"interview":99999,"does":"hand_over"}',
        '{"interview":99999,"does":"fill_in"}',
        '{"interview":99999,"does":"notes"}',
    ],
)
def test_a_forged_click_changes_nothing(value: str, town: Town, globex: int) -> None:
    """Whatever a button is made to carry, the person gets a sentence."""
    rep = town.person()
    card = begun(rep)
    rep.forge(card, PICK, value)

    assert rep.wait_for_message("").text
    assert [] == on_record(town, globex)
    assert State.ASKING is interview_at(town, globex).state


def test_guests_are_kept_out(town: Town, globex: int) -> None:
    """Whoever is no member gets a sentence and no question."""
    rep, guest = town.person(), town.person("guest")
    begun(rep)
    guest.dm("let's qualify Globex")

    assert "only members" in all_words(guest.wait_for_message(""))
    assert (rep.user.id,) == interview_at(town, globex).people


def test_the_same_event_twice_is_one_answer(town: Town, globex: int) -> None:
    """What Slack delivers twice is noted and answered once."""
    rep = town.person()
    begun(rep)
    town.slack.faults.duplicate(1)
    said(rep, "b2b saas", "Noted")
    assert town.settled()

    quiet_for(rep)
    assert [("industry", "b2b_saas")] == on_record(town, globex)
    assert 1 == len([each for each in rep.messages() if "Noted" in all_words(each) and each.app])


def test_in_a_channel_everything_is_private(town: Town, globex: int) -> None:
    """Question, answers and verdict are for the eyes of whoever clicks."""
    rep = town.person()
    place: Channel = rep.channel("sales")
    shown = len(place.timeline)
    rep.command("/fika discover Globex", "sales")
    last = click_through(rep, rep.wait_for_message(is_turn))

    assert rep.user.id == last.ephemeral_for
    assert shown == len(place.timeline)

"""What Fika says beside the fit card: first the answer, then the way on."""

import pytest

from bot.core.account import Account
from bot.core.gap import Gap, GapKind, GapStatus, Voice
from bot.core.passage import Hit, Passage, PassageKind
from bot.core.persona import Objection, Persona, Validation
from bot.flows.accounts import outside_ids
from bot.flows.briefing import Briefing
from bot.flows.fit import FitAnswer, Scorer, WorkItem
from bot.flows.outcome import Accounts, Passages, Recorded, Undone, Work
from bot.playground.rules import prompts_faults
from bot.ports.team import Workspace
from bot.slack.ids import Act
from bot.slack.values import OnAccount, OnAnswers, decoded
from bot.slack.views.account import account_card, accounts_message, added_message, work_message
from bot.slack.views.answers import (
    change_text,
    nothing_to_undo,
    recorded_message,
    undone_message,
    unreadable_message,
)
from bot.slack.views.briefing import briefing_message
from bot.slack.views.briefing_who import persona_text
from bot.slack.views.errors import error_message, expired_form_message, stopped_message
from bot.slack.views.feedback import feedback_message
from bot.slack.views.frame import Frame
from bot.slack.views.gap import gap_line, gap_message
from bot.slack.views.help import (
    greeting_message,
    help_message,
    not_understood_message,
    suggested_prompts,
    which_account_message,
)
from bot.slack.views.icp import icp_message
from bot.slack.views.passages import passages_message
from bot.slack.views.reasons import in_short
from bot.slack.views.share import shared_message
from bot.slack.views.workspace import claimed_message, forgotten_message, saved_message
from tests import small
from tests.slack.views.kit import (
    HOSTILE,
    NOW,
    OTHER,
    VIEWER,
    account_of,
    answered,
    blocks_of,
    elements_of,
    frame_of,
    harbor,
    naughty,
    said,
    scorer_of_harbor,
    texts,
    wrong_with,
)
from tests.strategies import TODAY

FRAME = frame_of(scorer_of_harbor())


def answer_of(*answers: object, name: str = "Acme", **more: object) -> FitAnswer:
    """The report on an account of the example pack."""
    return answered(FRAME.scorer, Account(id=12, name=name, answers=answers, **more))  # type: ignore[arg-type]


# Answers


def test_an_echo_says_what_was_noted_what_it_changed_and_how_to_take_it_back() -> None:
    """In that order, and the button carries exactly these answers."""
    noted = (said(1, "employees", 120, VIEWER), said(2, "regulation", "restricted", VIEWER))
    message = recorded_message(Recorded(answer_of(*noted), noted, ("I took 120 people for 120.",), answer_of()), FRAME)
    undo, one = elements_of(blocks_of(message), Act.UNDO)
    each = {entry["text"]["text"]: decoded(OnAnswers, entry["value"]).answers for entry in one["options"]}

    assert {"Undo Employees: 120 people": (1,)} == {text: ids for text, ids in each.items() if ids == (1,)}
    assert 2 == len(each)
    first = blocks_of(message)[0]["text"]["text"]
    assert "*Noted for Acme*: Employees: 120 people, Regulation: Patient records, FedRAMP or similar." == first
    assert OnAnswers(account=12, answers=(1, 2)) == decoded(OnAnswers, undo["value"])
    assert "• I took 120 people for 120." in texts(message)
    assert "*Now: disqualified, drop it*. Before: still open, at best primary/A." in message.text


def test_an_echo_that_changes_nothing_says_so() -> None:
    """Then there is no before and after; and without anything noted nothing to undo."""
    answer = answer_of(said(1, "regulation", "restricted"))
    message = recorded_message(Recorded(answer, (), (), answer), FRAME)
    assert message.text.startswith("*Noted for Acme*: nothing new.")
    assert "The verdict is as before: disqualified, drop it." in message.text
    assert [] == elements_of(blocks_of(message), Act.UNDO)


def test_an_echo_says_how_much_is_still_open() -> None:
    """While the verdict is as before the number of open answers is the progress."""
    now = answer_of(said(1, "employees", 120, VIEWER))
    message = recorded_message(Recorded(now, (said(1, "employees", 120, VIEWER),), (), now), FRAME)
    count = len(now.report.questions)
    assert f"The verdict is as before: still open, at best primary/A. {count} open answers matter." in message.text


def test_an_echo_says_what_is_ruled_out_and_what_is_possible_again() -> None:
    """Where the best is still the best, what changed beneath it is named."""
    less = answer_of(said(1, "industry", "b2b_saas"), said(2, "employees", 120))
    more = answer_of()
    assert in_short(less.report) == in_short(more.report)
    gone = "secondary/A, secondary/B or secondary/C"
    rest = "Otherwise as before: still open, at best primary/A."
    assert f"*Ruled out now*: {gone}. {rest}" == change_text(Recorded(less, (), (), more))
    assert f"*Possible again*: {gone}. {rest}" == change_text(Recorded(more, (), (), less))


def test_what_was_taken_back_is_named() -> None:
    """With the verdict as it is now."""
    gone = said(1, "employees", 120, VIEWER)
    message = undone_message(Undone(answer_of(), (gone,)), FRAME)
    assert message.text.startswith("*Taken back for Acme*: Employees: 120 people.")
    assert "Acme: still open, at best primary/A." in message.text
    assert "nothing was left to take back" in undone_message(Undone(answer_of(), ()), FRAME).text


def test_answers_to_traits_that_are_gone_are_still_named() -> None:
    """By their id, with the value as it was stored."""
    gone = said(1, "shoe_size", 44, VIEWER)
    assert "shoe_size: 44" in undone_message(Undone(answer_of(), (gone,)), FRAME).text


def test_what_cannot_be_read_is_not_written_down() -> None:
    """The reasons follow."""
    message = unreadable_message(("Which year?", "Too <many> numbers."))
    assert "*I did not write anything down.*\n• Which year?\n• Too &lt;many&gt; numbers." == message.text
    assert "nothing of yours to take back" in nothing_to_undo().text


# Accounts


def test_an_account_shows_what_is_known_and_by_whom() -> None:
    """Disagreements, old answers and options that are gone are told apart."""
    account = Account(
        id=12,
        name="Acme",
        also=("Acme Inc",),
        external_ids=("crm-7",),
        answers=(
            said(1, "employees", 120, quote="about 120"),
            said(2, "employees", 5, "ann"),
            said(3, "budget", value=True, on=TODAY.replace(year=2020)),
            said(4, "industry", "no_more"),
        ),
    )
    shown = texts(account_card(answered(FRAME.scorer, account), FRAME))
    assert "• *Employees*: 5 people (ann, 2026-11-22), *disagrees*" in shown
    assert f"• *Employees*: 120 people (<@{OTHER}>, 2026-11-22, “about 120”), *disagrees*" in shown
    assert "too old to count" in shown
    assert "• *Industry*: no more" in shown
    assert "not an option any more" in shown
    assert "Also called Acme Inc" in shown
    assert "Known elsewhere as crm-7" in shown
    assert ("crm-7",) == outside_ids(account)


def test_an_account_of_which_nothing_is_known_says_what_to_do() -> None:
    """An example is worth more than an empty list."""
    assert "Nothing is known yet. Tell me" in texts(account_card(answer_of(), FRAME))


def test_a_new_account_invites_answers() -> None:
    """With the form one click away."""
    message = added_message(Account(id=3, name="Globex"))
    (ask,) = elements_of(blocks_of(message), Act.DISCOVER)
    (fill_in,) = elements_of(blocks_of(message), Act.QUESTIONS)
    assert message.text.startswith("*Added Globex*.")
    assert {OnAccount(account=3)} == {decoded(OnAccount, each["value"]) for each in (ask, fill_in)}


def test_my_accounts_are_listed_with_their_verdicts() -> None:
    """Each can be opened, and the rest is counted."""
    message = accounts_message(Accounts((answer_of(said(1, "regulation", "restricted")),) * 25, 90))
    assert message.text.startswith("*Your accounts: 25 of 90*\n• Acme: disqualified, drop it")
    assert 20 == len(elements_of(blocks_of(message), Act.FIT))
    assert "And 5 more." in texts(message)


@pytest.mark.parametrize(
    ("accounts", "hint"), [(Accounts((), 9), "are listed here"), (Accounts((), 0), "There are no accounts yet.")]
)
def test_no_accounts_are_no_dead_end(accounts: Accounts, hint: str) -> None:
    """There is always a way to find one."""
    message = accounts_message(accounts)
    assert hint in texts(message)
    assert 1 == len(elements_of(blocks_of(message), Act.FIND))


def test_the_work_list_says_why_an_account_is_on_it() -> None:
    """Proven ones first; of the others what is missing, and what to ask about."""
    proven = answered(small_frame().scorer, account_of("Sure", _SURE)).report
    open_ = answered(small_frame().scorer, account_of("Maybe", {"industry": "saas"})).report
    message = work_message(Work((WorkItem(proven, 0, 12), WorkItem(open_, 2, 13)), 5), small_frame())
    shown = texts(message)
    assert "It is decided\n1. *Sure*\nprimary/A, work it; fit 100.0 %" in shown
    assert (
        "Nearest to it\n2. *Maybe*\nstill open, at best primary/A; fit 0.0 % to 100.0 %; 2 answers away, ask" in shown
    )
    assert "*Work on these first*\n1. *Sure*: primary/A, work it; fit 100.0 %\n2. *Maybe*: still open" in message.text
    opened = elements_of(blocks_of(message), Act.FIT)
    assert [12, 13] == [decoded(OnAccount, each["value"]).account for each in opened]
    assert ["Check the fit of Sure", "Check the fit of Maybe"] == [each["accessibility_label"] for each in opened]
    assert "None of your 5 accounts" in work_message(Work((), 5), small_frame()).text
    assert "There are no accounts yet." in work_message(Work((), 0), small_frame()).text


def test_a_work_item_that_is_out_everywhere_has_no_fit() -> None:
    """Then only the verdict is shown."""
    out = answered(small_frame().scorer, account_of("Out", {"industry": "other"})).report
    assert "1. *Out*: no fit, drop it" in work_message(Work((WorkItem(out, 0, 12),), 1), small_frame()).text


_SURE = {
    "industry": "saas",
    "employees": 100,
    "revenue": 5_000_000,
    "budget": True,
    "stack": ["salesforce"],
}


def small_frame() -> Frame:
    """A view through the small pack."""
    return frame_of(Scorer(small.pack()))


# The pack and its knowledge


def test_the_icps_are_shown_in_the_order_of_preference() -> None:
    """With what must be, what rules out, and why the two gain."""
    message = icp_message(harbor())
    assert message.text.startswith("Sell to them first: *US B2B SaaS, 50 to 200 people, on AWS or Google Cloud*")
    shown = texts(message)
    assert "• Must have: Employees: 50 to 200" in shown
    assert "• Ruled out: Regulation: Patient records, FedRAMP or similar" in shown
    assert "They gain: " in shown
    assert "They gain: " not in str([block for block in blocks_of(icp_message(harbor())) if block["type"] == "section"])
    assert "Must have: Industry: B2B SaaS or fintech" in texts(icp_message(small.pack()))


def test_tags_that_count_are_named() -> None:
    """A gate on tags says which; long lists are counted."""
    pack = small.pack()
    icp = pack.icps[0]
    stack = icp.ratings["stack"].model_copy(update={"required": True})
    gated = icp.model_copy(update={"ratings": icp.ratings | {"stack": stack}})
    assert "• Must have: Stack: salesforce or snowflake" in texts(
        icp_message(pack.model_copy(update={"icps": (gated,)}))
    )


def test_passages_are_quoted_with_their_links() -> None:
    """At most three, and where there are none the gap can be logged."""
    passage = Passage(id="asset/a", kind=PassageKind.ASSET, title="ROI", text="It <pays>.", url="https://x.example/a")
    plain = passage.model_copy(update={"url": None})
    message = passages_message(Passages("does it pay?", (Hit(passage=passage, score=1), Hit(passage=plain, score=1))))
    assert message.text.startswith("*What the knowledge says about “does it pay?”*")
    assert "*<https://x.example/a|ROI>* (asset)\nIt &lt;pays&gt;." in message.text
    assert "*ROI* (asset)" in message.text
    nothing = passages_message(Passages("why?", ()))
    assert nothing.text.startswith("Not in the knowledge: “why?”.")
    assert 1 == len(elements_of(blocks_of(nothing), Act.LOG_QUESTION))
    missing = passages_message(Passages("why?", (), "The index is missing."))
    assert missing.text.startswith("I cannot search the knowledge right now.")
    assert "The index is missing." not in texts(missing)  # it is for whoever runs Fika


# Briefing and gaps


def test_a_briefing_is_complete_on_one_screen() -> None:
    """Verdict, what to ask and why, whom one meets, what to send; the rest is folded up."""
    answer = answer_of(said(1, "employees", 120))
    persona = Persona(
        id="cfo",
        title="CFO",
        goals=("Cut costs",),
        objections=(Objection(objection="Too dear", answer="It pays in a year"),),
        prefers="short e-mails",
    )
    gap = Gap(id=1, kind=GapKind.CONTENT, what="no case study", source=small.person(), at=NOW)
    message = briefing_message(Briefing(answer, persona, None, None, answer.report.questions[:3], (gap,)), FRAME)
    shown = texts(message)
    assert "Acme: still open, at best primary/A" == blocks_of(message)[0]["text"]["text"]
    assert "*You meet: CFO* (unvalidated)\nCares about: Cut costs" in shown
    assert "If “Too dear”: It pays in a year" in shown
    assert "Contact: short e-mails" in shown
    trait = harbor().trait(answer.report.next or "")
    assert trait is not None
    assert f"*Ask*\n1. {trait.ask('Acme')}\n2. " in shown
    assert f"• *{trait.label}*: {trait.why}" in shown
    assert "• no case study (content we do not have, 2026-11-22)" in shown
    assert [
        "Why ask that",
        "What is known",
        "What is open",
        "Objections, with answers: 1",
        "More about whom you meet",
        "Gaps logged here: 1",
    ] == [block["title"]["text"] for block in blocks_of(message) if block["type"] == "container"]
    assert [] == elements_of([b for b in blocks_of(message) if b["type"] == "actions"], Act.BRIEF)


def test_a_briefing_without_a_persona_asks_for_one() -> None:
    """And a decided account leaves nothing to ask."""
    answer = answer_of(said(1, "regulation", "restricted"))
    shown = texts(briefing_message(Briefing(answer, None, None, None, (), ()), FRAME))
    assert "*Whom you meet*: say who, for example: brief me on Acme, meeting the CFO." in shown
    assert "*Nothing left to ask*. Spend your time on another account." in shown


def test_whoever_said_nobody_the_pack_knows_sees_whom_it_knows() -> None:
    """The example names one of them, and what is in brackets is left out where the rest is a name as well."""
    product = Persona(id="a", title="Product manager (Pat)", also=("product manager",))
    known = (product, Persona(id="b", title="Builder (Sam)"), Persona(id="c", title="<!here> *CFO*"))
    expected = (
        "*Whom you meet*: say who, for example: brief me on Acme, meeting the Product manager.\n"
        "I know: Product manager, Builder (Sam), &lt;!here&gt; ∗CFO∗."
    )

    assert expected == persona_text(None, "Acme", known)
    assert persona_text(None, "Acme", known * 4).endswith("Product manager, Builder (Sam), and others.")
    assert "*Whom you meet*: this pack describes no buyer roles." == persona_text(None, "Acme", ())


def test_a_validated_persona_is_not_called_unvalidated() -> None:
    """Research backs it."""
    persona = Persona(id="p", title="COO", validated=Validation(on=TODAY, by="research"))
    shown = texts(briefing_message(Briefing(answer_of(), persona, None, None, (), ()), FRAME))
    assert "*You meet: COO*" in shown
    assert "unvalidated" not in shown


def test_a_gap_is_echoed() -> None:
    """With where it showed, and the message that showed it."""
    gap = Gap(
        id=1, kind=GapKind.PRODUCT, what="no SAML", permalink="https://x.slack.com/p", source=small.person(), at=NOW
    )
    assert "*Logged a gap at Acme*: no SAML" == gap_message(gap, "Acme").text
    assert "a need the product does not meet, <https://x.slack.com/p|the message>" in texts(gap_message(gap, None))


def test_a_gap_that_was_logged_before_says_so() -> None:
    """Whoever logs it again hears that others did; in a list a closed one says what became of it."""
    voices = (Voice(source=small.person(), at=NOW), Voice(source=small.person("bob"), at=NOW))
    gap = Gap(id=1, kind=GapKind.PRODUCT, what="no SAML", source=small.person(), at=NOW, voices=voices)
    assert "logged before, now 2 voices" in texts(gap_message(gap, None))
    assert gap_line(gap.model_copy(update={"status": GapStatus.WONT})).endswith(", won't)")


# Help, ends and errors


def test_help_shows_examples_and_buttons() -> None:
    """What needs no words is one click away."""
    message = help_message(harbor())
    assert "does Acme fit?" in message.text
    for act in (Act.FIND, Act.ACCOUNTS, Act.ICP):
        assert 1 == len(elements_of(blocks_of(message), act))
    assert "/fika fit Acme" in texts(message)


def test_examples_name_a_role_of_the_pack() -> None:
    """Whoever copies one meets somebody whom this very pack describes; without roles, nobody."""
    stranger = harbor().personas[0].model_copy(update={"id": "smith", "title": "Blacksmith", "also": ()})
    smithy, nobody = (harbor().model_copy(update={"personas": personas}) for personas in ((stranger,), ()))

    for shown in (help_message, not_understood_message):
        assert "meeting the Blacksmith tomorrow 10:00" in texts(shown(smithy))
        assert "CFO" not in texts(shown(smithy)) + texts(shown(nobody))
        assert "brief me on Acme tomorrow 10:00" in texts(shown(nobody))


@pytest.mark.parametrize(
    "message",
    [
        greeting_message(),
        which_account_message(),
        not_understood_message(harbor()),
    ],
)
def test_there_is_always_a_way_on(message: object) -> None:
    """No end without a button."""
    assert 3 == len(blocks_of(message)[-1]["elements"])  # type: ignore[arg-type]
    assert [] == wrong_with(message)  # type: ignore[arg-type]


@pytest.mark.parametrize("account", [None, "Acme", *HOSTILE])
def test_suggested_prompts_are_ones_that_slack_takes(account: str | None) -> None:
    """At most four, each with a title and a message; the account last talked about comes first."""
    prompts = suggested_prompts(account)
    payload = {"channel_id": "D1", "prompts": [{"title": title, "message": text} for title, text in prompts]}
    assert len(prompts) == 4
    assert [] == prompts_faults(payload)
    if account == "Acme":
        assert ("Does Acme fit?", "Does Acme fit?") == prompts[0]


@pytest.mark.parametrize("sentence", [*HOSTILE, *naughty(), ""])
def test_an_error_is_a_sentence_whatever_it_says(sentence: str) -> None:
    """With a reference where somebody can look it up; never silence."""
    for message in (error_message(sentence), error_message(sentence, "a1b2 <c>")):
        assert [] == wrong_with(message)
    assert error_message(sentence, "a1b2").text.endswith("Reference: a1b2")


def test_ends_are_said() -> None:
    """Stopped, helped or not, shared, saved, set up, forgotten, and a form that came too late."""
    again = expired_form_message(Act.EDIT, "Edit answers", OnAccount(account=3).encoded())
    bare = expired_form_message(Act.FIND, "Find an account", None)
    saved = saved_message(Workspace(pack="harbor", time_zone="Europe/Berlin", keep_days=3))
    messages = [
        again,
        bare,
        saved,
        saved_message(Workspace()),
        stopped_message(),
        feedback_message(3, helpful=True),
        feedback_message(3, helpful=False),
        shared_message("<!channel>", "C0123"),
        shared_message("Acme", "<!channel>"),
        claimed_message(),
        forgotten_message(),
    ]
    for message in messages:
        assert [] == wrong_with(message)
    assert OnAccount(account=3) == decoded(OnAccount, elements_of(blocks_of(again), Act.EDIT)[0]["value"])
    assert "Pack: harbor" in saved.text
    assert "<#C0123>" in shared_message("Acme", "C0123").text
    assert 1 == len(elements_of(blocks_of(feedback_message(3, helpful=False)), Act.GAP))

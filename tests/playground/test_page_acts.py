"""Acts of the page: exactly one element is pressed, a form says everything that is wrong, and no rule is gone around."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.playground.acts import ClientRefuses, Person
from bot.playground.acts_elements import Element
from bot.playground.acts_hand_in import REQUIRED
from bot.playground.acts_values import taken
from bot.playground.model import Message, View
from bot.playground.server import LocalSlack
from tests.playground.echo import BUTTONS, FORM, Echo, manifest
from tests.playground.pages import act, seen


def _plain(text: str) -> dict[str, Any]:
    return {"type": "plain_text", "text": text}


def _option(text: str, value: str) -> dict[str, Any]:
    return {"text": _plain(text), "value": value}


def _field(block: str, kind: str, **more: Any) -> dict[str, Any]:
    element = {"type": kind, "action_id": "a", **more}
    return {"type": "input", "block_id": block, "optional": True, "label": _plain(block), "element": element}


OPTIONS = [_option("b", "a"), _option("a", "b"), _option("c", "c")]
EVERYTHING = [
    _field("text", "plain_text_input", min_length=2, max_length=5),
    _field("number", "number_input", is_decimal_allowed=False, min_value="1", max_value="9"),
    _field("mail", "email_text_input"),
    _field("url", "url_text_input"),
    _field("rich", "rich_text_input"),
    _field("one", "static_select", options=OPTIONS),
    _field("many", "multi_static_select", options=OPTIONS, max_selected_items=2),
    _field("radio", "radio_buttons", options=OPTIONS),
    _field("checks", "checkboxes", options=OPTIONS),
    _field("user", "users_select"),
    _field("users", "multi_users_select"),
    _field("place", "conversations_select", filter={"include": ["public"], "exclude_external_shared_channels": True}),
    _field("channel", "channels_select"),
    _field("channels", "multi_channels_select"),
    _field("date", "datepicker"),
    _field("time", "timepicker"),
    _field("moment", "datetimepicker"),
    _field("files", "file_input", filetypes=["txt"], max_files=1),
]
MODAL = FORM | {"blocks": EVERYTHING}


def _open(echo: Echo, person: Person, view: dict[str, Any] | None = None) -> View:
    return echo.slack.world.open_view(echo.installed, person.user.id, view or MODAL)


def _post(echo: Echo, person: Person, blocks: list[dict[str, Any]], **more: Any) -> Message:
    app = echo.installed
    return echo.slack.world.post(person.dm_channel, app.bot_user, "Look", app, blocks=blocks, **more)


def test_one_element_is_pressed_by_its_two_ids(slack: LocalSlack, echo: Echo) -> None:
    """Of two buttons with the same action and words, the one in the named block is pressed."""
    rep = slack.person("rep")
    row = {"type": "actions", "elements": [BUTTONS[1]["elements"][0]]}  # type: ignore[index]
    rows = [row | {"block_id": "first"}, row | {"block_id": "second"}]
    message = _post(echo, rep, rows)
    with pytest.raises(ClientRefuses, match="more than one"):
        rep.click(message, "Press me")
    rep.press(message, "second", "press")
    rep.wait_for_message("rep sent pressed")
    assert [body["actions"][0]["block_id"] for body in echo.of("block_actions")] == ["second"]
    for block, action in (("third", "press"), ("second", "other")):
        with pytest.raises(ClientRefuses, match="not there any more"):
            rep.press(message, block, action)


def test_a_press_sends_what_a_click_sends(slack: LocalSlack, socket_echo: Echo) -> None:
    """The same payload, but for what is new each time."""
    rep = slack.person("rep")
    message = _post(socket_echo, rep, BUTTONS)
    rep.click(message, "Press me")
    rep.press(message, "row", "press")
    rep.choose(message, "colour", "Red")
    rep.press(message, "row", "colour", "r")
    rep.quiet()
    passing = {"trigger_id", "response_url", "actions"}
    bodies = [
        ({key: value for key, value in body.items() if key not in passing}, body["actions"][0] | {"action_ts": ""})
        for body in socket_echo.of("block_actions")
    ]
    assert bodies[0] == bodies[1]
    assert bodies[2][1] == bodies[3][1]


def test_an_option_is_meant_by_its_value(slack: LocalSlack, socket_echo: Echo) -> None:
    """Also where another option has that value for its words."""
    rep = slack.person("rep")
    view = _open(socket_echo, rep)
    for value in ("a", "b", "c"):
        rep.press(view, "one", "a", value)
        assert view.state["one"]["a"]["selected_option"]["value"] == value
    rep.press(view, "one", "a", None)
    assert view.state["one"]["a"]["selected_option"] is None
    rep.quiet()
    assert socket_echo.of("block_actions") == []


def test_an_input_is_told_where_it_asks_for_that(slack: LocalSlack, socket_echo: Echo) -> None:
    """A choice in an input is sent where the block dispatches, and kept either way."""
    rep = slack.person("rep")
    view = _open(socket_echo, rep, FORM | {"blocks": [EVERYTHING[5] | {"dispatch_action": True}]})
    rep.press(view, "one", "a", "c")
    rep.quiet()
    assert socket_echo.of("block_actions")[0]["actions"][0]["selected_option"]["value"] == "c"
    assert seen(slack, rep.user.id)["modals"][0]["state"]["values"]["one"]["a"]["selected_option"]["value"] == "c"


def test_an_opinion_and_a_menu(slack: LocalSlack, socket_echo: Echo) -> None:
    """Which half of a pair was pressed is sent and stays to be seen; a menu keeps nothing."""
    rep = slack.person("rep")
    pair = {"type": "feedback_buttons", "action_id": "press"}
    pair |= {f"{half}_button": {"text": _plain("Same"), "value": half} for half in ("positive", "negative")}
    menu = {"type": "overflow", "action_id": "more", "options": OPTIONS}
    section = {"type": "section", "block_id": "s", "text": _plain("Well?"), "accessory": menu}
    message = _post(socket_echo, rep, [{"type": "context_actions", "block_id": "c", "elements": [pair]}, section])
    rep.press(message, "c", "press", which="negative")
    rep.press(message, "s", "more", "b")
    rep.quiet()
    sent = [body["actions"][0] for body in socket_echo.of("block_actions")]
    assert (sent[0]["value"], sent[1]["selected_option"]["value"]) == ("negative", "b")
    part = seen(slack, rep.user.id, channel=message.channel)[f"message/{message.channel}/{message.ts}"]
    assert part["state"] == {"c": {"press": {"type": "feedback_buttons", "value": "negative"}}}
    manager = seen(slack, slack.person("manager").user.id, channel=message.channel)
    assert f"message/{message.channel}/{message.ts}" not in manager
    with pytest.raises(ClientRefuses, match="half"):
        rep.press(message, "c", "press", which="both")


def test_a_button_in_an_attachment_is_pressed(slack: LocalSlack, socket_echo: Echo) -> None:
    """Blocks of an attachment are interactive too, and the app is told in which one."""
    rep = slack.person("rep")
    row = {"type": "actions", "elements": [{"type": "button", "text": _plain("Go"), "value": "went"}]}
    message = _post(socket_echo, rep, [], attachments=[{"text": "plain"}, {"blocks": [row]}])
    block = message.attachments[1]["blocks"][0]
    rep.press(message, block["block_id"], block["elements"][0]["action_id"])
    rep.quiet()
    (body,) = socket_echo.of("block_actions")
    assert (body["container"]["type"], body["container"]["attachment_id"]) == ("message_attachment", 2)


FIND = {"type": "external_select", "action_id": "find", "placeholder": _plain("Which?")}
ASKED = {"type": "section", "block_id": "ask", "text": _plain("Who?"), "accessory": FIND}


def test_what_the_app_offered_can_be_chosen(slack: LocalSlack, socket_echo: Echo) -> None:
    """Options come as the app gives them; one that it never offered to this person is not taken."""
    rep = slack.person("rep")
    message = _post(socket_echo, rep, [ASKED])
    with pytest.raises(ClientRefuses, match="not offered"):
        rep.press(message, "ask", "find", "found")
    assert rep.suggest(message, "ask", "find", "acme") == {"options": [_option("Acme", "found")], "option_groups": []}
    rep.press(message, "ask", "find", "found")
    rep.quiet()
    assert socket_echo.of("block_suggestion")[0]["value"] == "acme"
    assert socket_echo.of("block_actions")[0]["actions"][0]["selected_option"] == _option("Acme", "found")
    again = _post(socket_echo, rep, [ASKED])
    with pytest.raises(ClientRefuses, match="not offered"):
        rep.press(again, "ask", "find", "found")


def test_options_that_do_not_come_are_said(slack: LocalSlack, socket_echo: Echo) -> None:
    """A select that asks nobody, an app that offers nonsense and one that is silent: each is a sentence."""
    rep = slack.person("rep")
    message = _post(socket_echo, rep, [ASKED, *BUTTONS])
    with pytest.raises(ClientRefuses, match="does not ask"):
        rep.suggest(message, "row", "colour", "x")
    with pytest.raises(ClientRefuses, match="cannot be shown: invalid_options"):
        rep.suggest(message, "ask", "find", "x" * 100)
    silent = slack.install(manifest("Silent"), request_url="http://127.0.0.1:9/")
    world = slack.world
    other = world.whisper(rep.channel("sales"), rep.user.id, "Look", silent, blocks=[ASKED])
    with pytest.raises(ClientRefuses, match="did not answer in time"):
        slack.person("rep", silent).suggest(other, "ask", "find", "x")


RICH = {"type": "rich_text", "elements": []}
GOOD: list[tuple[str, Any, Any]] = [
    ("text", "abc", {"value": "abc"}),
    ("number", "7", {"value": "7"}),
    ("mail", "a@b.example", {"value": "a@b.example"}),
    ("url", "https://b.example", {"value": "https://b.example"}),
    ("rich", RICH, {"rich_text_value": RICH}),
    ("one", "a", {"selected_option": OPTIONS[0]}),
    ("many", ["a", "c"], {"selected_options": [OPTIONS[0], OPTIONS[2]]}),
    ("radio", "b", {"selected_option": OPTIONS[1]}),
    ("checks", [], {"selected_options": []}),
    ("date", "2026-02-28", {"selected_date": "2026-02-28"}),
    ("time", "23:59", {"selected_time": "23:59"}),
    ("moment", 1_790_000_000, {"selected_date_time": 1_790_000_000}),
    ("date", None, {"selected_date": None}),
    ("text", "", {"value": None}),
]


def test_a_form_is_handed_in(slack: LocalSlack, socket_echo: Echo) -> None:
    """Every kind of input reaches the app as Slack's state holds it."""
    rep = slack.person("rep")
    for block, value, kept in GOOD:
        view = _open(socket_echo, rep)
        done = act(slack, "rep", "hand_in", view={"view": view.id}, values={block: {"a": value}}).json()
        assert (done["ok"], done["errors"], done["trouble"]) == (True, {}, None)
        sent = socket_echo.of("view_submission")[-1]["view"]["state"]["values"][block]["a"]
        assert {key: one for key, one in sent.items() if key != "type"} == kept


WRONG: list[tuple[str, Any, str]] = [
    ("text", "x", "at least 2 characters"),
    ("text", "x" * 6, "no more than 5 characters"),
    ("number", "many", "enter a number"),
    ("number", "nan", "enter a number"),
    ("number", "inf", "enter a number"),
    ("number", "1.5", "a whole number"),
    ("number", "0", "1 or more"),
    ("number", "10", "9 or less"),
    ("mail", "nobody", "an email address"),
    ("url", "b.example", "a web address"),
    ("rich", "text", "no formatted text"),
    ("rich", {"type": "rich_text"}, "no formatted text"),
    ("one", "d", "not offered"),
    ("many", ["a", "b", "c"], "no more than 2"),
    ("checks", ["d"], "not offered"),
    ("user", "U0NOBODY", "no such person"),
    ("users", ["U0NOBODY"], "no such person"),
    ("place", "C0NOTHING", "no such channel"),
    ("channel", "C0NOTHING", "no such channel"),
    ("date", "2026-02-30", "choose a date"),
    ("date", 20260230, "choose a date"),
    ("time", "24:00", "choose a time"),
    ("time", 24, "choose a time"),
    ("moment", "soon", "a date and a time"),
    ("moment", True, "a date and a time"),
    ("moment", 10**10, "a date and a time"),
    ("files", ["F0NOTHING"], "no such file"),
]


def test_all_that_is_wrong_is_said_at_once(slack: LocalSlack, socket_echo: Echo) -> None:
    """Each next to its block, in a sentence; nothing is sent, and what is right is kept."""
    rep = slack.person("rep")
    view = _open(socket_echo, rep)
    for block, value, why in WRONG:
        done = rep.hand_in(view, {block: {"a": value}, "radio": {"a": "c"}})
        assert (list(done.errors), done.ok) == ([block], False)
        assert why in done.errors[block]
    both = rep.hand_in(view, {"text": {"a": "x"}, "mail": {"a": "x"}})
    assert set(both.errors) == {"text", "mail"}
    assert socket_echo.of("view_submission") == []
    assert view.state["radio"]["a"]["selected_option"]["value"] == "c"


def test_what_is_required_is_asked_for(slack: LocalSlack, socket_echo: Echo) -> None:
    """An empty field that must be filled in is an error; one that has a value from the beginning is not."""
    rep = slack.person("rep")
    view = _open(socket_echo, rep, FORM)
    assert rep.hand_in(view, {}).errors == {"name": REQUIRED}
    assert rep.hand_in(view, {"name": {"value": ""}}).errors == {"name": REQUIRED}
    assert "no more than 20" in rep.hand_in(view, {"name": {"value": "x" * 21}}).errors["name"]
    assert rep.hand_in(view, {"name": {"value": "Acme"}, "size": {"value": None}}).ok
    values = socket_echo.of("view_submission")[0]["view"]["state"]["values"]
    assert (values["name"]["value"]["value"], values["size"]["value"]["value"]) == ("Acme", None)


def test_the_app_has_the_last_word_on_a_form(slack: LocalSlack, socket_echo: Echo) -> None:
    """Its errors come back by block, and its silence as Slack says it."""
    rep = slack.person("rep")
    view = _open(socket_echo, rep, FORM)
    socket_echo.answer = lambda _body: {"response_action": "errors", "errors": {"name": "Taken."}}
    done = act(slack, "rep", "hand_in", view={"view": view.id}, values={"name": {"value": "x"}}).json()
    assert (done["ok"], done["errors"]) == (False, {"name": "Taken."})
    socket_echo.answer = lambda _body: {"response_action": "nonsense"}
    assert rep.hand_in(view, {"name": {"value": "x"}}).trouble is not None


def test_only_an_open_modal_of_ones_own_is_handed_in(slack: LocalSlack, socket_echo: Echo) -> None:
    """Neither another person's, nor one below another, nor one without a submit button, nor Home, nor a changed one."""
    rep, manager = slack.person("rep"), slack.person("manager")
    below = _open(socket_echo, rep)
    with pytest.raises(ClientRefuses, match="does not see"):
        manager.hand_in(below, {})
    with pytest.raises(ClientRefuses, match="has changed"):
        rep.hand_in(below, {"gone": {"a": 1}})
    top = slack.world.push_view(socket_echo.installed, rep.user.id, {"type": "modal", "blocks": []})
    assert top is not None
    with pytest.raises(ClientRefuses, match="not the one on top"):
        rep.hand_in(below, {})
    with pytest.raises(ClientRefuses, match="no button to submit"):
        rep.hand_in(top, {})
    home = slack.world.publish_home(socket_echo.installed, rep.user.id, {"type": "home", "blocks": []})
    with pytest.raises(ClientRefuses, match="does not see"):
        rep.hand_in(home, {})


def test_people_and_places_must_be_seen_to_be_chosen(slack: LocalSlack, socket_echo: Echo) -> None:
    """Those of the workspace and of shared channels can be chosen; what the person does not see cannot."""
    admin = slack.person("admin")
    view = _open(socket_echo, admin)
    ids = {one.name: one.id for one in slack.world.channels.values()}
    rep, partner = slack.person("rep").user.id, slack.person("partner").user.id

    def error(block: str, value: Any) -> str | None:
        done = admin.hand_in(view, {block: {"a": value}, "text": {"a": "x"}})
        return done.errors.get(block)

    assert [error("user", rep), error("users", [rep, admin.user.id])] == [None, None]
    assert [error("channel", ids["sales"]), error("channels", [ids["sales"]]), error("place", ids["sales"])] == [
        None
    ] * 3
    assert error("channel", ids["deals"]) == "There is no such channel to choose."
    assert error("user", partner) is None  # they share a public channel
    assert error("place", ids["with-partner"]) == "There is no such channel to choose."
    assert error("place", admin.dm_channel.id) == "There is no such channel to choose."
    assert error("channel", admin.dm_channel.id) == "There is no such channel to choose."


def test_a_file_is_put_into_a_form(slack: LocalSlack, socket_echo: Echo) -> None:
    """It is added, handed in by its id, and reaches the app as Slack writes files; others' and too many are refused."""
    rep, manager = slack.person("rep"), slack.person("manager")
    view = _open(socket_echo, rep)
    made = [
        act(slack, "rep", "attach", view={"view": view.id}, name="a.txt", content_base64="aGk=").json() for _ in "ab"
    ]
    assert [one["name"] for one in made] == ["a.txt", "a.txt"]
    with pytest.raises(ClientRefuses, match="one of these types: txt"):
        rep.attach(view, "a.exe", "aGk=")
    with pytest.raises(ClientRefuses, match="arrive whole"):
        rep.attach(view, "a.txt", "no base64!")
    assert "no more than 1 file." in rep.hand_in(view, {"files": {"a": [one["id"] for one in made]}}).errors["files"]
    theirs = manager.upload("sales", "b.txt", b"hi").files[0]
    assert "no such file" in rep.hand_in(view, {"files": {"a": [theirs.id]}}).errors["files"]
    assert rep.hand_in(view, {"files": {"a": [made[0]["id"]]}}).ok
    (file,) = socket_echo.of("view_submission")[0]["view"]["state"]["values"]["files"]["a"]["files"]
    assert (file["id"], file["name"], file["mimetype"]) == (made[0]["id"], "a.txt", "text/plain")
    other = _open(socket_echo, rep, FORM)
    with pytest.raises(ClientRefuses, match="nothing to put a file into"):
        rep.attach(other, "a.txt", "aGk=")


def test_reactions_come_and_go(slack: LocalSlack, socket_echo: Echo) -> None:
    """A reaction is taken back; what is no emoji, and a message that only one person sees, take none."""
    rep = slack.person("rep")
    message = rep.say("sales", "hello")
    rep.react(message, "+1::skin-tone-3")
    rep.unreact(message, "+1::skin-tone-3")
    assert message.reactions == {}
    with pytest.raises(ClientRefuses, match="react"):
        rep.react(message, "no emoji!")
    whisper = slack.world.whisper(rep.channel("sales"), rep.user.id, "psst", socket_echo.installed)
    with pytest.raises(ClientRefuses, match="react"):
        rep.react(whisper, "tada")


def test_a_public_channel_is_joined(slack: LocalSlack, socket_echo: Echo) -> None:
    """Whoever sees it may join; a private one, one of others, an archived one and a direct message are refused."""
    admin, guest = slack.person("admin"), slack.person("guest")
    place = slack.world.add_channel(slack.team(), "open", [slack.person("rep").user.id])
    admin.join("open")
    assert admin.user.id in place.members
    admin.say("open", "here")
    for person, name in ((admin, "deals"), (guest, "open"), (slack.person("partner"), "sales")):
        with pytest.raises(ClientRefuses, match="sees no channel"):
            person.join(name)
    place.is_archived = True
    for closed in (place, admin.dm_channel):
        with pytest.raises(ClientRefuses, match="Nobody can join"):
            admin.join(closed)
    assert socket_echo.installed.bot_user not in place.members


def test_what_slack_does_not_take_is_refused(slack: LocalSlack, socket_echo: Echo) -> None:
    """A command in a thread, and words to an app that takes none or was removed."""
    rep = slack.person("rep")
    root = rep.say("sales", "root")
    with pytest.raises(ClientRefuses, match="/echo is not supported in threads"):
        rep.command("/echo hi", "sales", root.ts)
    closed = manifest("Closed")
    closed["features"]["app_home"]["messages_tab_read_only_enabled"] = True
    silent = slack.person("rep", slack.install(closed))
    with pytest.raises(ClientRefuses, match="does not take messages"):
        silent.dm("hi")
    message = _post(socket_echo, rep, BUTTONS)
    with pytest.raises(ClientRefuses, match="is not of Closed"):
        silent.press(message, "row", "press")
    rep.uninstall()
    for attempt in (
        lambda: rep.dm("hi"),
        lambda: rep.press(message, "row", "press"),
        lambda: rep.command("/echo hi", "sales"),
        lambda: rep.shortcut(None, "form"),
        rep.open_home,
    ):
        with pytest.raises(ClientRefuses, match="was removed from the workspace"):
            attempt()


def test_a_direct_message_is_for_two(slack: LocalSlack, socket_echo: Echo) -> None:
    """Nobody else opens it by its id, reads it, or acts in it; nor does somebody of another company have one."""
    rep, manager = slack.person("rep"), slack.person("manager")
    said = rep.dm("private")
    with pytest.raises(ClientRefuses, match="sees no channel"):
        manager.messages(said.channel)
    with pytest.raises(ClientRefuses, match="does not see"):
        manager.react(said, "eyes")
    with pytest.raises(ClientRefuses, match="not in the workspace"):
        slack.person("partner").dm("hi")
    assert act(slack, manager.user.id, "messages", channel=said.channel).status_code == 400


def test_an_app_that_does_not_answer_is_said_to_the_person(slack: LocalSlack) -> None:
    """Who pressed is told, in a sentence, and nobody else."""
    app = slack.install(manifest("Silent"), request_url="http://127.0.0.1:9/")
    rep = slack.person("rep", app)
    rep.press(slack.world.post(rep.dm_channel, app.bot_user, "Look", app, blocks=BUTTONS), "row", "press")
    rep.quiet()
    (trouble,) = seen(slack, rep.user.id)["troubles"]
    assert "Silent did not respond" in trouble["text"]
    assert seen(slack, slack.person("manager").user.id)["troubles"] == []


def test_an_act_goes_to_the_app_of_the_persons_own_workspace() -> None:
    """One app in two workspaces: each person's acts are towards the installation in their own."""
    with LocalSlack(teams=("Home", "Other")) as slack:
        slack.install(manifest(), "Home")
        there = slack.install(manifest(), "Other")
        other = next(one for one in slack.world.users.values() if (one.name, one.team) == ("rep", there.team))
        for app in (there.app, None):
            said = act(slack, other.id, "dm", app, text="hi").json()
            assert there.bot_user in slack.world.channels[said["channel"]].members


@pytest.mark.parametrize(
    "asked", [{"shown": {"channel": "C0NOTHING", "ts": "1"}}, {"shown": {"view": "V0NOTHING"}}, {"shown": None}]
)
def test_what_is_not_there_is_a_sentence(slack: LocalSlack, socket_echo: Echo, asked: dict[str, Any]) -> None:
    """A message or a view that is gone is said to be."""
    assert socket_echo.installed
    answer = act(slack, "rep", "press", **asked, block_id="b", action_id="a")
    assert (answer.status_code, bool(answer.json()["error"])) == (400, True)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)


@given(st.sampled_from([one["block_id"] for one in EVERYTHING]), JSON)
def test_no_value_breaks_a_form(block: str, value: Any) -> None:
    """Whatever comes for an input is taken, is an error beside it, or is refused with a sentence."""
    slack = LocalSlack()
    app = slack.install(manifest())
    rep = slack.person("rep")
    view = slack.world.open_view(app, rep.user.id, FORM | {"blocks": EVERYTHING})
    try:
        errors = rep._filled_in(view, {block: {"a": value}})
    except ClientRefuses:
        return
    assert set(errors) | set(view.state) == {block}


def test_a_person_is_a_place(socket_echo: Echo) -> None:
    """A person chosen among conversations is the direct message with them, always the same; filters hold for it too."""
    rep, admin = (socket_echo.slack.person(one) for one in ("rep", "admin"))
    world, me = socket_echo.slack.world, rep.user
    menu = {"type": "conversations_select", "action_id": "place"}

    def chosen(place: Any, **filtered: Any) -> Any:
        made = menu | ({"filter": filtered} if filtered else {})
        return taken(world, me, Element("b", "place", made, {"type": "actions"}), place)["selected_conversation"]

    first = chosen(admin.user.id)
    assert first == chosen(admin.user.id, include=["im"]) == chosen(first, exclude_bot_users=True)
    assert [me.id, admin.user.id] == sorted(world.channels[first].members, key=[me.id, admin.user.id].index)
    assert world.channels[first] is world.open_dm(admin.user.id, me.id)
    assert rep.dm_channel.id == chosen(rep.dm_channel.id)
    for place, filtered in (
        (admin.user.id, {"include": ["public"]}),
        (rep.dm_channel.id, {"exclude_bot_users": True}),
        (me.id, {}),
        (rep.app.bot_user, {}),
    ):
        with pytest.raises(ClientRefuses, match="no such channel"):
            chosen(place, **filtered)


def test_several_are_chosen_in_a_row_of_actions(socket_echo: Echo) -> None:
    """A menu of several stands among actions too, and the app is told of all that is chosen."""
    rep = socket_echo.slack.person("rep")
    menu = {"type": "multi_static_select", "action_id": "many", "options": OPTIONS}
    places = {"type": "multi_conversations_select", "action_id": "places"}
    message = _post(socket_echo, rep, [{"type": "actions", "block_id": "row", "elements": [menu, places]}])
    rep.press(message, "row", "many", ["a", "c"])
    admin, sales = socket_echo.slack.person("admin").user.id, rep.channel("sales").id
    rep.press(message, "row", "places", [sales, admin])
    rep.quiet()
    first, second = (one["actions"][0] for one in socket_echo.of("block_actions"))
    assert ["a", "c"] == [one["value"] for one in first["selected_options"]]
    assert [sales, rep.world.open_dm(admin, rep.user.id).id] == second["selected_conversations"]

"""Whatever an app sends, it gets an answer of Slack's form."""

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.playground.api.method import METHODS
from bot.playground.api.response_urls import respond

NAMES = """blocks attachments metadata text markdown_text view trigger_id view_id user_id users user channel channel_id ts
thread_ts timestamp message_ts name limit cursor oldest latest post_at chunks files file filename length prompts status
title unfurls types emails email page count hash external_id loading_messages session_status response_type
replace_original delete_original username""".split()  # noqa: SIM905 - a page of quotes reads worse

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from([*NAMES, "type", "id", "elements"]), inner, max_size=3)
    ),
    max_leaves=8,
)


def arguments(office: Any) -> st.SearchStrategy[dict[str, Any]]:
    """Any arguments; places, people and messages are often ones that there are."""
    message = office.world.post(office.dm, office.app.bot_user, "own", office.app).ts
    known = {name: st.just(office.dm.id) for name in ("channel", "channel_id", "channels")}
    known |= {name: st.just(message) for name in ("ts", "timestamp", "thread_ts", "message_ts")}
    known |= {name: st.just(office.rep.id) for name in ("user", "user_id", "users")}
    return st.builds(
        lambda right, wild: right | wild,
        st.fixed_dictionaries({}, optional=known),
        st.dictionaries(st.sampled_from(NAMES), values, max_size=4),
    )


FEW = settings.default.max_examples // 4 if settings.default else 10
"""There are many methods, and each is tried."""


@pytest.mark.parametrize("name", sorted(set(METHODS) - {"auth.revoke"}))
@settings(max_examples=FEW, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_every_method_answers(office: Any, name: str, data: st.DataObject) -> None:
    """No arguments make a method fail otherwise than Slack does."""
    asked = data.draw(arguments(office))
    answer = office.ask(name, **asked)

    assert answer["ok"] is ("error" not in answer)
    assert json.loads(json.dumps(answer)) == answer


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_every_response_url_answers(office: Any, data: st.DataObject) -> None:
    """No payload makes a response URL fail otherwise than Slack does."""
    url = office.world.response_url(office.app, office.sales, office.rep.id)
    answer = respond(office.world, url, json.dumps(data.draw(arguments(office) | values)).encode())

    assert (answer.status == 200) is answer.body["ok"]

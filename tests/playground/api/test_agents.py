"""What an agent says of itself in a thread."""

from typing import Any

import pytest


@pytest.fixture
def where(office: Any) -> dict[str, str]:
    """A thread in the direct message."""
    return {"channel_id": office.dm.id, "thread_ts": office.world.post(office.dm, office.rep.id, "hi").ts}


def test_a_status_ends(office: Any, where: dict[str, str]) -> None:
    """A status ends with an empty one, with a message in its thread, and by itself after two minutes."""
    set_status = {"method": "assistant.threads.setStatus", **where}
    assert office.ask(**set_status, status="thinking")["ok"]
    assert office.ask(**set_status, status="")["ok"]
    assert {} == office.world.statuses
    office.ask(**set_status, status="thinking")
    office.ask("chat.postMessage", channel=office.dm.id, thread_ts=where["thread_ts"], text="done")
    assert {} == office.world.statuses
    office.ask(**set_status, status="thinking")
    office.world.clock.advance(119)
    office.world.tick()
    assert 1 == len(office.world.statuses)
    office.world.clock.advance(1)
    office.world.tick()
    assert {} == office.world.statuses


@pytest.mark.parametrize("scope", ["assistant:write", "chat:write"])
def test_a_status_has_two_scopes(office: Any, scope: str) -> None:
    """A status is set with either scope."""
    limited = office.limited(scope)
    thread = office.world.post(limited.dm, office.rep.id, "hi").ts
    assert limited.ask("assistant.threads.setStatus", channel_id=limited.dm.id, thread_ts=thread, status="x")["ok"]


def test_statuses_that_are_none(office: Any, where: dict[str, str]) -> None:
    """No status, no thread and too many words to wait by are refused."""
    assert "invalid_arguments" == office.refused("assistant.threads.setStatus", **where)
    many = ["x"] * 11
    assert "invalid_arguments" == office.refused(
        "assistant.threads.setStatus", **where, status="x", loading_messages=many
    )
    nowhere = {**where, "thread_ts": "1700000000.000001"}
    assert "invalid_thread_ts" == office.refused("assistant.threads.setStatus", **nowhere, status="x")
    assert "channel_not_found" == office.refused("assistant.threads.setStatus", status="x")


def test_prompts(office: Any, where: dict[str, str]) -> None:
    """At most four prompts, each with a title and a message; only an agent may leave the thread out."""
    prompt = {"title": "Fit", "message": "Does Acme fit?"}
    ask = {"method": "assistant.threads.setSuggestedPrompts", "channel_id": office.dm.id}
    assert office.ask(**ask, prompts=[prompt] * 4, title="Try")["ok"]
    assert "invalid_arguments" == office.refused(**ask, prompts=[prompt] * 5)
    assert "invalid_arguments" == office.refused(**ask, prompts=[{"title": "x"}])
    assert ["invalid_arguments"] * 2 == [refusal.error for refusal in office.world.refusals]
    assert office.ask(**{**ask, **where}, prompts=[prompt])["ok"]
    plain = office.world.install(office.app.team, {}, ["assistant:write"])
    dm = office.world.open_im(plain, office.rep.id)
    asked = {"channel_id": dm.id, "prompts": [prompt]}
    answer = office.api.call("assistant.threads.setSuggestedPrompts", asked, plain.bot_token).body
    assert "invalid_thread_ts" == answer["error"]


def test_sessions(office: Any, where: dict[str, str]) -> None:
    """A session begins with its first status, keeps its title, and is renamed where there is one."""
    assert "session_not_found" == office.refused("agents.sessions.rename", **where, title="x")
    begun = {**where, "status": "processing", "title": "Acme", "initiator_user_id": office.rep.id}
    assert office.ask("agents.sessions.setStatus", **begun)["ok"]
    answer = office.ask("agents.sessions.setStatus", **{**begun, "status": "active", "title": "Other"})
    assert {"ok": True, "status": "active", "agent_status": "active", "title": "Acme"} == answer
    assert "invalid_status" == office.refused("agents.sessions.setStatus", **where, status="x")
    assert "title_too_long" == office.refused("agents.sessions.rename", **where, title="x" * 201)


def test_a_session_is_begun_by_a_member(office: Any, where: dict[str, str]) -> None:
    """Who is not in the channel begins no session there."""
    begun = {**where, "status": "active", "initiator_user_id": office.guest.id}
    assert "user_not_in_channel" == office.refused("agents.sessions.setStatus", **begun)

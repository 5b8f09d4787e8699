"""Nothing that an app or a person writes runs in the page, nothing is asked of other hosts, and no other page gets in."""

import urllib.request
from typing import Any
from urllib.parse import urlencode, urlsplit

import pytest
from selenium.webdriver.common.by import By
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from tests.page.kitchen import Kitchen
from tests.page.screen import Screen

EVIL = '<img src=x onerror="window.hacked=1"><svg onload="window.hacked=2"></script><script>window.hacked=3</script>'
RUNS = "javascript:window.hacked=4"
_LINKS = "return [...document.querySelectorAll('a[href], iframe, object, embed, form[action]')].map((one) => one.href ?? one.outerHTML)"


def _plain(text: str) -> dict[str, Any]:
    return {"type": "plain_text", "text": text}


def _marked(text: str) -> dict[str, Any]:
    return {"type": "mrkdwn", "text": text}


def _rich(*pieces: dict[str, Any]) -> dict[str, Any]:
    return {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": list(pieces)}]}


OPTION = {"text": _plain(EVIL), "value": EVIL, "url": RUNS}
WRITTEN: dict[str, dict[str, Any]] = {
    "text": {"text": f"{EVIL} <{RUNS}|press me> {RUNS}"},
    "section": {
        "blocks": [{"type": "section", "text": _marked(f"{EVIL} <{RUNS}|press me>"), "fields": [_plain(EVIL)]}]
    },
    "markdown": {"blocks": [{"type": "markdown", "text": f"{EVIL}\n\n[press me]({RUNS}) ![x]({RUNS}) <{RUNS}>"}]},
    "rich text": {"blocks": [_rich({"type": "text", "text": EVIL}, {"type": "link", "url": RUNS, "text": "press me"})]},
    "elements": {
        "blocks": [
            {
                "type": "actions",
                "block_id": EVIL,
                "elements": [
                    {"type": "button", "text": _plain(EVIL), "action_id": "a", "url": RUNS, "value": EVIL},
                    {"type": "overflow", "action_id": "b", "options": [OPTION]},
                    {"type": "static_select", "action_id": "c", "placeholder": _plain(EVIL), "options": [OPTION]},
                ],
            }
        ]
    },
    "pictures": {
        "blocks": [
            {"type": "image", "image_url": RUNS, "alt_text": EVIL, "title": _plain(EVIL)},
            {
                "type": "video",
                "video_url": RUNS,
                "title_url": RUNS,
                "thumbnail_url": RUNS,
                "alt_text": EVIL,
                "title": _plain(EVIL),
            },
        ]
    },
    "attachments": {
        "attachments": [
            {
                "pretext": EVIL,
                "title": EVIL,
                "title_link": RUNS,
                "text": f"<{RUNS}|press me>",
                "image_url": RUNS,
                "footer": EVIL,
            }
        ]
    },
    "tables": {
        "blocks": [
            {"type": "table", "rows": [[{"type": "raw_text", "text": EVIL}, _rich({"type": "link", "url": RUNS})]]}
        ]
    },
}


def is_whole(screen: Screen) -> None:
    """Nothing ran, no link runs anything, and the page goes on."""
    assert screen.driver.execute_script("return typeof window.hacked") == "undefined"
    links = screen.driver.execute_script(_LINKS)
    assert [] == [one for one in links if urlsplit(one).scheme not in {"http", "https", "mailto"}]


@pytest.mark.parametrize("written", WRITTEN.values(), ids=WRITTEN.keys())
def test_what_is_written_never_runs(written: dict[str, Any], sink: Screen, kitchen: Kitchen) -> None:
    """HTML, scripts and addresses that run something are only ever words, as they come and in the page's first words."""
    rep = kitchen.person()
    kitchen.slack.world.post(
        rep.channel("sales"), kitchen.installed.bot_user, app=kitchen.installed, **{"text": "-", **written}
    )
    rep.say("#sales", "the end")
    sink.find("the end", "li[data-ts]", exact=False)
    is_whole(sink)
    for one in sink.driver.find_elements(
        By.CSS_SELECTOR, "li[data-ts] .message-body a, li[data-ts] [role=group] button"
    )[:3]:
        sink.driver.execute_script("arguments[0].click()", one)
    sink.driver.refresh()
    sink.find("the end", "li[data-ts]", exact=False)
    is_whole(sink)
    for one in sink.driver.window_handles[1:]:
        sink.driver.switch_to.window(one)
        sink.driver.close()
    sink.driver.switch_to.window(sink.driver.window_handles[0])


def test_names_never_run(sink: Screen, kitchen: Kitchen) -> None:
    """People, channels and what stands above them may be called anything."""
    rep = kitchen.person()
    channel = rep.channel("sales")
    before = (rep.user.real_name, channel.topic)
    try:
        rep.user.real_name, channel.topic = EVIL, EVIL
        rep.say("#sales", f"hello {EVIL}")
        sink.driver.refresh()
        sink.find("hello", "li[data-ts]", exact=False)
        assert "onerror" in sink.text
        is_whole(sink)
    finally:
        rep.user.real_name, channel.topic = before


def test_nothing_is_asked_of_other_hosts(sink: Screen) -> None:
    """Whatever is opened, everything comes from this server; only pictures that an app shows come from where it says."""
    for family in ("text", "rich text", "markdown", "charts", "menus", "cards"):
        sink.say(f"/sink {family}")
    sink.press("Inspector")
    sink.see("Pause")
    sink.press("Emoji")
    sink.find("Search emoji by name", "input")
    asked = sink.driver.execute_script(
        "return performance.getEntriesByType('resource').map((one) => [one.name, one.initiatorType])"
    )
    assert asked
    foreign = [(name, kind) for name, kind in asked if not name.startswith((sink.base_url, "data:"))]
    assert {"img"} >= {kind for _, kind in foreign}, foreign
    assert [] == [one for one in sink.troubles() if "Content Security Policy" in one]


def test_the_policy_lets_nothing_else_run(sink: Screen) -> None:
    """The page forbids scripts that are not its own, frames, forms and other bases, and says so to the browser."""
    with urllib.request.urlopen(f"{sink.base_url}/") as answer:
        policy = answer.headers["content-security-policy"]
    for rule in (
        "default-src 'none'",
        "script-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    ):
        assert rule in policy
    assert "unsafe" not in policy
    sink.driver.execute_script(
        "const own = document.createElement('script'); own.textContent = 'window.hacked = 5'; document.body.append(own);"
    )
    assert sink.driver.execute_script("return typeof window.hacked") == "undefined"


@pytest.mark.parametrize("origin", ["https://example.com", "null", "http://127.0.0.1:1", None])
def test_another_page_does_not_listen(origin: str | None, kitchen: Kitchen) -> None:
    """The socket is opened for this server's own page and nobody else's."""
    more: Any = {} if origin is None else {"origin": origin}
    with (
        pytest.raises(InvalidStatus, match="403"),
        connect(kitchen.slack.base_url.replace("http", "ws") + "/page/live", **more),
    ):
        pass


_ATTACK = """
const [base, person, channel, done] = arguments;
const asked = { person, act: "say", arguments: { channel, text: "hacked" } };
const send = (type, mode) =>
  fetch(`${base}/control/act`, { method: "POST", mode, headers: { "content-type": type }, body: JSON.stringify(asked) })
    .then((answer) => answer.text(), (error) => String(error));
const listen = new Promise((end) => {
  const socket = new WebSocket(`${base.replace("http", "ws")}/page/live`);
  socket.onopen = () => end("open");
  socket.onerror = () => end("refused");
});
const read = fetch(`${base}/control/state`).then((answer) => answer.text(), (error) => String(error));
Promise.all([send("text/plain", "no-cors"), send("application/json", "cors"), listen, read]).then(done);
"""


def test_another_page_does_not_act(sink: Screen, kitchen: Kitchen) -> None:
    """A page from elsewhere, open in the same browser, can neither act, nor listen, nor read."""
    rep = kitchen.person()
    sink.driver.get("data:text/html,<p>elsewhere")
    base = kitchen.slack.base_url
    plain, typed, socket, read = sink.driver.execute_async_script(_ATTACK, base, rep.user.id, rep.channel("sales").id)
    assert socket == "refused"
    for answer in (plain, typed, read):
        assert answer == "" or "Failed to fetch" in answer
    assert [] == rep.messages("#sales")


def test_a_name_that_points_here_is_not_served(kitchen: Kitchen) -> None:
    """Who comes by the name of another host gets nothing: a name may be made to point here."""
    asked = urllib.request.Request(
        f"{kitchen.slack.base_url}/?{urlencode({'person': 'rep'})}", headers={"host": "evil.test"}
    )
    with pytest.raises(urllib.error.HTTPError, match="400"):
        urllib.request.urlopen(asked)

"""Routes: the page with its first parts in it, its files, what people uploaded, and the headers that keep it closed."""

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.playground.page.patch import in_script, written
from bot.playground.server import LocalSlack
from tests.playground.echo import manifest
from tests.playground.pages import act, of, seen

INDEX = '<!doctype html><title>Page</title><script type="application/json" id="first">%FIRST%</script><p>after</p>'
SCRIPT = "console.log(1);" * 200


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """A built page."""
    (tmp_path / "index.html").write_text(INDEX)
    (tmp_path / "page-ABCD1234.js").write_text(SCRIPT)
    (tmp_path / "page-ABCD1234.css").write_text("p{}")
    (tmp_path / "LICENSES.txt").write_text("free")
    (tmp_path / ".hidden").write_text("hidden")
    return tmp_path


@pytest.fixture
def slack(built: Path) -> Iterator[LocalSlack]:
    """A local Slack with that page, and an app."""
    with LocalSlack(page=built) as running:
        running.install(manifest(), channels=["sales"])
        yield running


def _first(text: str) -> dict[str, Any]:
    found = re.search(r'id="first">(.*?)</script><p>after</p>', text, re.DOTALL)
    assert found
    patch: dict[str, Any] = json.loads(found.group(1))
    return patch["set"]


def test_the_page_comes_with_what_it_shows_first(slack: LocalSlack) -> None:
    """The parts of the person, the channel and the thread that the address names stand in the page itself."""
    rep = slack.person("rep")
    root = rep.say("sales", "root")
    rep.say("sales", "reply", root.ts)
    asked = {"person": rep.user.id, "channel": root.channel, "thread": root.ts}
    answer = httpx.get(slack.base_url, params=asked)
    assert (answer.status_code, answer.headers["cache-control"]) == (200, "no-store")
    assert _first(answer.text) == seen(slack, rep.user.id, channel=root.channel, thread=root.ts)
    assert [one["text"] for one in of(_first(answer.text), "message")] == ["root", "reply"]
    assert _first(httpx.get(slack.base_url, params={"person": "manager"}).text)["world"]["person"] != rep.user.id


@pytest.mark.parametrize(("asked", "opened"), [(None, "sales"), ("deals", "deals"), ("sales", "sales"), ("x", "sales")])
def test_the_page_opens_a_channel_by_its_name_or_the_first_public_one(
    slack: LocalSlack, asked: str | None, opened: str
) -> None:
    """What stands in that channel is in the page; a channel that is not there is taken for none."""
    rep = slack.person("rep")
    for channel in ("sales", "deals"):
        rep.say(channel, f"hello {channel}")
    where = {"person": "rep"} | ({"channel": asked} if asked else {})

    first = _first(httpx.get(slack.base_url, params=where).text)

    assert [f"hello {opened}"] == [one["text"] for one in of(first, "message")]


def test_the_page_opens_at_the_first_channel(slack: LocalSlack) -> None:
    """Where the address names no channel: a public one before a private one, or else their app; or nothing at all."""
    rep = slack.person("rep")
    deals, sales = rep.say("deals", "in deals"), slack.person("admin").say("sales", "in sales")
    slack.add_person("closer", channels=("deals",))

    def texts(name: str) -> list[str]:
        return [one["text"] for one in of(_first(httpx.get(slack.base_url, params={"person": name}).text), "message")]

    assert [texts("rep"), texts("admin"), texts("closer")] == [[sales.text], [sales.text], [deals.text]]
    slack.add_person("newcomer", channels=())
    slack.person("newcomer").dm("in the direct message")
    assert texts("newcomer") == ["in the direct message"]
    for user in list(slack.world.users.values()):
        user.deleted = True
    assert _first(httpx.get(slack.base_url).text)["world"]["actors"] == []


NASTY = [
    "</script><script>alert(1)</script>",
    "<!--<script>",
    "]]>",
    "\u2028\u2029",
    "\ud800",
    "&lt;/script&gt;",
    "%FIRST%",
]


@pytest.mark.parametrize("text", NASTY)
def test_nothing_that_was_said_leaves_its_script_element(slack: LocalSlack, text: str) -> None:
    """Whatever somebody wrote, the page holds one script element, whose JSON says just that."""
    rep = slack.person("rep")
    said = rep.say("sales", text, as_written=True)
    page = httpx.get(slack.base_url, params={"person": "rep", "channel": said.channel}).text
    assert page.count("<script") == page.count("</script") == 1
    assert _first(page)[f"message/{said.channel}/{said.ts}"]["text"] == text


@given(st.recursive(st.text() | st.floats() | st.none(), lambda inner: st.dictionaries(st.text(), inner)))
def test_json_in_a_script_means_the_same(value: object) -> None:
    """It holds no character that HTML knows, and reads as what it was, but for numbers that are none."""
    text = in_script(written(value))
    assert not set(text) & set("<>&\u2028\u2029")
    assert json.loads(text) == json.loads(written(value))
    assert "NaN" not in json.dumps(json.loads(text)) or "NaN" in repr(value)


@pytest.mark.parametrize("path", ["/", "/page/blank", "/page/page-ABCD1234.js", "/page/nothing", "/page/file/F0/x"])
def test_everything_is_sent_closed(slack: LocalSlack, path: str) -> None:
    """Only the page's own scripts and styles run, nothing frames it, nothing is guessed, no address leaks."""
    headers = httpx.get(f"{slack.base_url}{path}").headers
    policy = dict(one.strip().split(" ", 1) for one in headers["content-security-policy"].split(";"))
    assert policy["default-src"] == policy["base-uri"] == policy["form-action"] == policy["frame-ancestors"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == "'self'"
    assert policy["connect-src"] == f"'self' ws://127.0.0.1:{slack.port} ws://localhost:{slack.port}"
    assert (headers["x-content-type-options"], headers["referrer-policy"]) == ("nosniff", "no-referrer")


@pytest.mark.parametrize(
    ("name", "kind", "kept"),
    [
        ("page-ABCD1234.js", "text/javascript; charset=utf-8", True),
        ("page-ABCD1234.css", "text/css; charset=utf-8", True),
        ("LICENSES.txt", "text/plain; charset=utf-8", False),
    ],
)
def test_built_files_are_served(slack: LocalSlack, built: Path, name: str, kind: str, kept: bool) -> None:  # noqa: FBT001
    """With their type, for good where their name is made from what they hold."""
    answer = httpx.get(f"{slack.base_url}/page/{name}")
    assert (answer.text, answer.headers["content-type"]) == ((built / name).read_text(), kind)
    assert ("immutable" in answer.headers["cache-control"]) is kept


def test_a_large_file_is_compressed_for_whoever_takes_that(slack: LocalSlack) -> None:
    """Compressed where the browser says that it reads that, as it is elsewhere; a new build is there at once."""
    address = f"{slack.base_url}/page/page-ABCD1234.js"
    with httpx.stream("GET", address, headers={"accept-encoding": "gzip"}) as answer:
        assert answer.headers["content-encoding"] == "gzip"
        assert gzip.decompress(b"".join(answer.iter_raw())).decode() == SCRIPT
    plain = httpx.get(address, headers={"accept-encoding": "identity"})
    assert "content-encoding" not in plain.headers
    assert plain.text == SCRIPT


@pytest.mark.parametrize(
    "name", ["index.html", ".hidden", "..%2fserver.py", "%2e%2e%2fmodel.py", "nothing.js", "a%00b", "%5c..%5cx", "live"]
)
def test_nothing_else_is_a_file_of_the_page(slack: LocalSlack, name: str) -> None:
    """Neither what is outside of the folder, nor what is hidden, nor the page without its parts."""
    assert httpx.get(f"{slack.base_url}/page/{name}").status_code == 404


def test_a_page_that_is_not_built_says_what_to_do(tmp_path: Path) -> None:
    """In a checkout without the build, the address names the command; everything else works."""
    with LocalSlack(page=tmp_path / "nothing") as slack:
        answer = httpx.get(slack.base_url)
        assert (answer.status_code, "node build.mjs" in answer.text) == (503, True)
        assert httpx.get(f"{slack.base_url}/page/blank").status_code == 200


def test_a_headless_slack_has_no_page() -> None:
    """Without a folder there is neither page nor web socket."""
    with LocalSlack(page=None) as slack:
        assert [httpx.get(f"{slack.base_url}{path}").status_code for path in ("/", "/page/blank")] == [404, 404]
        assert httpx.get(f"{slack.base_url}/control/state").status_code == 200


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example"])
def test_the_page_has_no_other_name(slack: LocalSlack, host: str) -> None:
    """A name that somebody else makes point here gets nothing."""
    assert httpx.get(slack.base_url, headers={"host": f"{host}:{slack.port}"}).status_code == 400


PICTURE = b"\x89PNG\r\n\x1a\n"
UPLOADS = [
    ("square.png", PICTURE, "image/png", "inline"),
    ("notes.html", b"<script>alert(1)</script>", "application/octet-stream", "attachment"),
    ("drawing.svg", b"<svg onload='alert(1)'/>", "application/octet-stream", "attachment"),
    ("a b?#/../c.txt", b"text", "application/octet-stream", "attachment"),
]


@pytest.mark.parametrize(("name", "content", "kind", "how"), UPLOADS)
def test_an_uploaded_file_is_opened(slack: LocalSlack, name: str, content: bytes, kind: str, how: str) -> None:
    """A plain picture is shown, everything else is only saved; the address in the part leads there."""
    rep = slack.person("rep")
    message = rep.upload("deals", name, content)
    (file,) = seen(slack, rep.user.id, channel=message.channel)[f"message/{message.channel}/{message.ts}"]["files"]
    assert (file["name"], file["size"]) == (name, len(content))
    answer = httpx.get(f"{slack.base_url}{file['page_url']}", params={"person": rep.user.id})
    assert (answer.status_code, answer.content) == (200, content)
    assert (answer.headers["content-type"], answer.headers["content-disposition"]) == (kind, how)
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_a_file_is_for_whoever_sees_its_channel(slack: LocalSlack) -> None:
    """Not for others, not for nobody, and not before its content is there."""
    message = slack.person("rep").upload("deals", "notes.txt", b"ours")
    waiting = slack.world.add_file(slack.team(), slack.person("rep").user.id, "later.txt")

    def status(person: str, file: str) -> int:
        return httpx.get(f"{slack.base_url}/page/file/{file}/x", params={"person": person}).status_code

    ids = {name: slack.person(name).user.id for name in ("rep", "manager", "admin", "guest", "partner")}
    found = {name: status(id_, message.files[0].id) for name, id_ in ids.items()}
    assert found == {"rep": 200, "manager": 200, "admin": 404, "guest": 404, "partner": 404}
    assert [status("U0NOBODY", message.files[0].id), status("", message.files[0].id)] == [404, 404]
    assert [status(ids["rep"], "F0NOTHING"), status(ids["rep"], waiting.id)] == [404, 404]


def test_a_picture_in_blocks_is_for_whoever_is_shown_it(slack: LocalSlack) -> None:
    """What an app uploaded and shows to one person alone, in a message or a view, opens for that person alone."""
    app, world = slack.app(), slack.world
    rep, admin = (slack.person(name).user.id for name in ("rep", "admin"))

    def status(person: str, file: str) -> int:
        return httpx.get(f"{slack.base_url}/page/file/{file}/x", params={"person": person}).status_code

    def picture() -> tuple[str, list[dict[str, Any]]]:
        file = world.add_file(app.team, app.bot_user, "chart.png", PICTURE, mimetype="image/png")
        return file.id, [{"type": "image", "alt_text": "Chart", "slack_file": {"id": file.id}}]

    sales = slack.person("rep").channel("sales")
    said, blocks = picture()
    world.whisper(sales, rep, "look", app, blocks=blocks)
    home, shown = picture()
    world.publish_home(app, rep, {"type": "home", "blocks": shown})
    modal, asked = picture()
    world.open_view(app, rep, {"type": "modal", "blocks": asked})
    kept, _ = picture()
    assert [status(rep, one) for one in (said, home, modal, kept)] == [200, 200, 200, 404]
    assert [status(admin, one) for one in (said, home, modal, kept)] == [404, 404, 404, 404]


def test_a_page_uploads(slack: LocalSlack) -> None:
    """A file comes as base64, and what did not arrive whole is refused with a sentence."""
    given = {"channel": "sales", "name": "a.png", "text": "look", "thread": None}
    answer = act(slack, "rep", "upload", **given, content_base64="iVBORw==")
    assert (answer.status_code, answer.json()["files"][0]["mimetype"]) == (200, "image/png")
    answer = act(slack, "rep", "upload", **given, content_base64="no base64!")
    assert (answer.status_code, "arrive whole" in answer.json()["error"]) == (400, True)

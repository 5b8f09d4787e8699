"""Names as people and attackers write them, through every command that shows one."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests import worked
from tests.cli.conftest import TODAY, Fika

DAY = ("--today", TODAY)
STRINGS = Path(__file__).parents[1] / "data" / "blns.json"
NASTY = (
    "Bramble & Finch",
    "Ærø & Søn ApS",
    "Müller “und” Söhne",
    "O'Hara's \"Best\" `Ltd`",
    "🚀🦄 Rocket GmbH",
    "👩‍👩‍👧‍👦 Family",
    "مرحبا بالعالم",
    "שלום, Ltd",
    "株式会社ポーラ",
    "<!channel>",
    "<@U12345> & <https://example.com|click>",
    "*bold* _it_ ~no~ `code` ```",
    "a | b || c",
    "{account}",
    "{0} {name!r} %s %(x)s $HOME ${HOME} $(id)",
    "\\n \\x00 \\u0000",
    "'; DROP TABLE accounts; --",
    "../../etc/passwd",
    "--pack",
    "-h",
    "#999",
    "1",
    "-1",
    "null",
    "NaN",
    "true",
    "name:Acme",
    "undo",
    "help",
    "quit",
    "add Acme",
    "why?",
    "fit",
    "The",
    "Zalgo Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘!͖̬̰̙̗̿̋ͥͥ̂ͣ̐́́͜͞",
    "x" * 200,
    "a\u00a0b",
    "ﬁﬂ",
    "İstanbul",
    "ß",
)


@pytest.fixture(autouse=True)
def _small_pack(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A pack that is quickly read."""
    monkeypatch.setenv("FIKA_PACK", str(worked.FOLDER / "pack"))


def test_nasty_names(fika: Fika, home: Path) -> None:
    """Each is added, listed, shown, talked about, exported and imported elsewhere, and stays what it is."""
    stored = _added(fika)
    exported = fika("accounts", "export", *DAY)
    scored = fika("score", "--stored", "--json", *DAY)

    assert [" ".join(name.split()) for name in NASTY] == stored
    assert stored == [json.loads(line)["name"] for line in exported.lines]
    assert scored.out == _scored(fika, exported.out)
    for number, name in list(enumerate(stored, 1))[::5]:
        assert name == fika("accounts", "show", f"#{number}").lines[0]
    assert len(stored) + 1 == len(fika("accounts", "list").lines)

    shutil.move(home, home.with_name("before"))
    (home.parent / "out.jsonl").write_text(exported.out, "utf-8")
    assert 0 == fika("import", "out.jsonl").status
    assert scored.out == fika("score", "--stored", "--json", *DAY).out


def test_talk_about_nasty_names(fika: Fika) -> None:
    """Whatever is asked or stated about them, there is an answer and no crash."""
    _added(fika)
    talk = "".join(
        f"does {name} fit?\n{name} has 120 employees\nundo\nwhat do we know about {name}?\n{name}\n" for name in NASTY
    )

    chatted = fika("chat", *DAY, stdin=talk)
    routed = fika("route", "--json", "-", stdin=talk)

    assert (0, "") == (chatted.status, chatted.err)
    assert (0, "") == (routed.status, routed.err)
    assert len(talk.splitlines()) == len(routed.lines)


def _added(fika: Fika) -> list[str]:
    """Add an account of each name; the names that they bear then."""
    for name in NASTY:
        ran = fika("accounts", "add", "--", name)
        assert (0, "") == (ran.status, ran.err), name
    return [json.loads(line)["name"] for line in fika("accounts", "list", "--json").lines]


@pytest.mark.parametrize(
    "name", ["", " ", "\t\n", "\u200b", "\u200b\u200e\ufeff", "a\x00b", "bell\x07", "\x1b[31mred", "x" * 201]
)
def test_what_is_no_name(name: str, fika: Fika) -> None:
    """A name that is blank, invisible, endless or full of control characters is refused, and nothing is added."""
    ran = fika("accounts", "add", "--", name)

    assert (1, "") == (ran.status, ran.out)
    assert ran.err.startswith("fika: the name ")
    assert ran.err.removesuffix("\n").isprintable()
    assert ["0 accounts."] == fika("accounts", "list").lines


def test_as_ids(fika: Fika, home: Path) -> None:
    """The same holds for what another system calls an account, by which it is found, and stays what it is."""
    accounts = [{"name": f"N {n}", "external_id": name, "answers": {}} for n, name in enumerate(NASTY, 1)]
    (home.parent / "crm.jsonl").write_text("".join(json.dumps(each) + "\n" for each in accounts), "utf-8")

    assert 0 == fika("import", "crm.jsonl").status
    listed = [json.loads(line) for line in fika("accounts", "list", "--json").lines]

    ids = [" ".join(name.split()) for name in NASTY]
    assert [(f"N {n}", [external_id]) for n, external_id in enumerate(ids, 1)] == [
        (each["name"], each["external_ids"]) for each in listed
    ]
    for n, external_id in list(enumerate(ids, 1))[::5]:
        assert f"N {n}" == fika("accounts", "show", "--", external_id).lines[0]


def test_the_big_list(fika: Fika, home: Path) -> None:
    """Every naughty string is either refused with its line or goes through a list, a talk and an export unharmed."""
    strings: list[str] = json.loads(STRINGS.read_text("utf-8"))
    lines = "".join(json.dumps({"name": name, "answers": {"employees": 120}}) + "\n" for name in strings)
    (home.parent / "naughty.jsonl").write_text(lines, "utf-8")

    taken = fika("import", "naughty.jsonl", "--as-of", TODAY)
    names = [json.loads(line)["name"] for line in fika("accounts", "list", "--json").lines]
    exported = fika("accounts", "export", *DAY)
    chatted = fika("chat", *DAY, stdin="".join(f"does {name} fit?\n" for name in names[::5]))

    assert (1, "") == (taken.status, taken.err)
    assert 400 < len(names)
    assert set(names) <= {" ".join(name.split()) for name in strings}
    assert names == [json.loads(line)["name"] for line in exported.lines]
    assert (0, "") == (chatted.status, chatted.err)
    assert len(names) + 1 == len(fika("accounts", "list").lines)
    assert fika("score", "--stored", "--json", *DAY).out == _scored(fika, exported.out)


def _scored(fika: Fika, lines: str) -> Any:
    return fika("score", "-", "--json", *DAY, stdin=lines).out

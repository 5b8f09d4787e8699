"""Mapping files: YAML in, a checked mapping out, or every error with its line."""

from datetime import date
from pathlib import Path

import pytest

from bot.core.errors import FileRefused
from bot.core.mapping import RowMapping
from bot.core.row import Given, Row, TakenRow, mapped_reader
from bot.library.loader import load_pack
from bot.library.mapping_file import load_mapping
from tests.small import pack

_SOUND = """\
# A comment
name: company
external_id: id
as_of: 2026-06-30
skip_when:
  - {from: status, in: [dead, no], why: closed}
answers:
  industry:
    from: sector
    map: {Software: saas, No: other, 010: fintech, ~: fintech, Toys: null}
    otherwise: null
  employees: {from: size, unknown: [0, null, n/a], pattern: '([\\d,]+)'}
  budget: {from: funded, map: {on: yes, off: false}}
  stack: {from: tools, map: {1_000: excel}, at_least: yes}
"""


def _load(folder: Path, text: str, columns: tuple[str, ...] | None = None) -> RowMapping:
    path = folder / "map.yaml"
    path.write_text(text)
    return load_mapping(path, pack(), columns)


def test_a_mapping_is_read_as_it_was_meant(tmp_path: Path) -> None:
    """YAML's own readings of no, on, 010, 1_000 and ~ change no meaning; null stays null."""
    mapping = _load(tmp_path, _SOUND)

    assert date(2026, 6, 30) == mapping.as_of
    assert ("dead", "no") == mapping.skip_when[0].any_of
    assert {"Software": "saas", "No": "other", "010": "fintech", "~": "fintech", "Toys": None} == mapping.answers[
        "industry"
    ].map
    assert mapping.answers["industry"].catches_the_rest
    assert not mapping.answers["budget"].catches_the_rest
    assert {"on": "yes", "off": "false"} == mapping.answers["budget"].map
    assert mapping.answers["stack"].at_least


def test_a_mapping_that_was_read_works(tmp_path: Path) -> None:
    """From file to answers."""
    read = mapped_reader(_load(tmp_path, _SOUND), pack())

    row = read(Row(2, {"company": "Acme", "sector": "no", "size": "1,200 people", "funded": "ON", "tools": ["1_000"]}))

    assert isinstance(row, TakenRow)
    assert {
        "industry": Given("other"),
        "employees": Given(1200),
        "budget": Given(value=True),
        "stack": Given({"at_least": ["excel"]}),
    } == row.answers
    other = read(Row(3, {"company": "Beta", "sector": "Mining"}))
    assert isinstance(other, TakenRow)
    assert ((), Given(None)) == (other.unmapped, other.answers["industry"])


def test_every_error_is_named_with_file_and_line(tmp_path: Path) -> None:
    """Form, pack and header are all checked, and everything is reported at once, in the order of the file."""
    text = (
        _SOUND.replace("2026-06-30", "June")
        .replace("saas", "sass")
        .replace("size", "headcount")
        .replace("budget", "buget")
    )

    with pytest.raises(FileRefused) as refusal:
        _load(tmp_path, text, ("company", "id", "status", "sector", "funded", "tools"))

    head, *lines = str(refusal.value).split("\n")
    assert "The mapping map.yaml has 4 errors:" == head
    assert [4, 10, 12, 13] == [_line_of(line, tmp_path) for line in lines]
    expected = ("'June' is no date", "'sass'", "unknown column 'headcount'", "unknown trait 'buget'")
    assert [] == [said for said, line in zip(expected, lines, strict=True) if said not in line]


def _line_of(message: str, folder: Path) -> int:
    prefix = f"{folder / 'map.yaml'}:"
    assert message.startswith(prefix)
    return int(message.removeprefix(prefix).split(":")[0])


@pytest.mark.parametrize(
    ("text", "line", "why"),
    [
        ("name: a\nanswers: {}\nname: b\n", 3, "name"),
        ("name: a\nanswers:\n  industry: {from: x, mapp: {}}\n", 3, "mapp"),
        ("name: a\nanswers:\n  industry:\n    form: x\n", 3, "from"),
        ("answers: {}\n", 1, "name"),
        ("name: a\nanswers: [industry]\n", 2, "answers"),
        ("name: [a\n", 2, ""),
        ("name: a\nanswers: {}\nas_of: 2026-02-30\n", 3, "2026-02-30"),
        ("", 1, ""),
    ],
)
def test_a_file_of_another_form_is_refused_with_its_line(tmp_path: Path, text: str, line: int, why: str) -> None:
    """Keys that stand twice, that do not exist or are missing, and broken YAML are named."""
    with pytest.raises(FileRefused) as refusal:
        _load(tmp_path, text)

    _, first, *_ = str(refusal.value).split("\n")
    assert abs(line - _line_of(first, tmp_path)) <= 1
    assert why in str(refusal.value)


def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    """A missing file and another encoding are named."""
    with pytest.raises(FileRefused, match=r"none\.yaml"):
        load_mapping(tmp_path / "none.yaml", pack())
    (tmp_path / "latin.yaml").write_bytes(b"name: a\n# caf\xe9\nanswers: {}\n")
    with pytest.raises(FileRefused, match=r"latin\.yaml:2: .*UTF-8"):
        load_mapping(tmp_path / "latin.yaml", pack())


def test_the_shipped_mappings_are_sound() -> None:
    """Every mapping that ships with a pack is one that the pack can use."""
    knowledge = Path(__file__).parents[2] / "knowledge"
    files = sorted(knowledge.glob("*/imports/*.yaml"))

    assert files
    for file in files:
        assert load_mapping(file, load_pack(file.parents[1]).pack).answers

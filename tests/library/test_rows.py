"""Rows from files: every line number is right, every bad row is its own fault only."""

import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.errors import FileRefused
from bot.core.row import RefusedRow, Row
from bot.library.rows import count_lines, numbered_lines, open_rows


def _file(folder: Path, content: str | bytes, name: str = "rows.csv") -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def _seen(path: Path) -> list[tuple[int, object]]:
    return [(row.line, row.why if isinstance(row, RefusedRow) else row.fields) for row in open_rows(path)]


def test_a_table_is_read_by_its_header(tmp_path: Path) -> None:
    """Every row has the columns' names, blanks in texts are kept, and the file can be gone through again."""
    rows = open_rows(_file(tmp_path, "name , size\nAcme, 12\nBeta,\n"))

    assert ("name", "size") == rows.columns
    assert "rows.csv" == rows.name
    assert [Row(2, {"name": "Acme", "size": " 12"}), Row(3, {"name": "Beta", "size": ""})] == list(rows) == list(rows)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_any_usual_table_is_read(tmp_path: Path, delimiter: str, end: str, mark: bytes) -> None:
    """The delimiter is found in the header, lines end as on any system, and a byte order mark is no part of a name."""
    lines = [["name", "a, b; c", "size"], ["Acme", "x, y; z | w", "1"], ["Café", "", "2"]]
    text = end.join(delimiter.join(f'"{cell}"' for cell in line) for line in lines) + end

    assert [
        (2, {"name": "Acme", "a, b; c": "x, y; z | w", "size": "1"}),
        (3, {"name": "Café", "a, b; c": "", "size": "2"}),
    ] == _seen(_file(tmp_path, mark + text.encode()))


def test_lines_are_counted_through_quotes_and_blanks(tmp_path: Path) -> None:
    """A row is named by the line it begins on, however many lines the rows before it take."""
    content = '\nname,about\n"Acme","one\ntwo\n\nthree"\n\n,\nBeta,"say ""hi"""\n'

    assert [
        (3, {"name": "Acme", "about": "one\ntwo\n\nthree"}),
        (9, {"name": "Beta", "about": 'say "hi"'}),
    ] == _seen(_file(tmp_path, content))


def test_a_bad_row_does_not_harm_the_others(tmp_path: Path) -> None:
    """Ragged rows, wrong quotes and NUL bytes are reported in their place."""
    content = 'name,size\nAcme,1\nBeta\nGamma,1,2\n"De"lta,1\nEp\x00silon,1\nZeta,6\n'

    assert [
        (2, {"name": "Acme", "size": "1"}),
        (3, "the row has 1 fields, and the header has 2"),
        (4, "the row has 3 fields, and the header has 2"),
        (5, "the quotes are wrong (',' expected after '\"')"),
        (6, "the row holds a NUL byte"),
        (7, {"name": "Zeta", "size": "6"}),
    ] == _seen(_file(tmp_path, content))


def test_a_quote_that_is_never_closed_says_where_it_began(tmp_path: Path) -> None:
    """What was swallowed by an open quote is named by its lines instead of being lost in silence."""
    rows = "".join(f"Company {number},1\n" for number in range(3, 10))

    assert [
        (2, {"name": "Acme", "size": "1"}),
        (3, "a quote is opened and never closed, or a field is endless; lines 3 to 10 were not read"),
    ] == _seen(_file(tmp_path, f'name,size\nAcme,1\n"Beta,2\n{rows}'))


def test_an_open_quote_in_a_long_file_loses_a_part_only(tmp_path: Path) -> None:
    """The rest of a long file is read again from where the swallowed part ends, and all of it is accounted for."""
    rows = "".join(f"Company {number},1\n" for number in range(20_000))
    seen = _seen(_file(tmp_path, f'name,size\n"Beta,2\n{rows}'))

    line, why = seen[0]
    assert 2 == line
    assert isinstance(why, str)
    last = int(why.split(" to ")[1].split(" ")[0])
    assert (last + 1, {"name": f"Company {last - 2}", "size": "1"}) == seen[1]
    assert 20_002 == seen[-1][0]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("", "is empty; its first line must name the columns"),
        ("\n \n\n", "is empty"),
        ('"name,size\nAcme,1\n', "rows.csv:1: the header cannot be read: a quote is opened"),
        (b"n\x00a\x00m\x00e\x00,\x00", "rows.csv:1: the header holds NUL bytes, as UTF-16 does"),
        ("name\nAcme\n".encode("utf-16"), "is UTF-16; save it as UTF-8"),
        ("name\nAcme\n".encode("utf-32"), "is UTF-32; save it as UTF-8"),
        (
            "x" * 200_000 + ",size\n",
            "rows.csv:1: the header cannot be read: a quote is opened and never closed, or a field",
        ),
        (b"name\nAcme\nCaf\xe9\n", "rows.csv:3: byte 0xE9 is not UTF-8; save the file as UTF-8"),
        (b"na\xffme\nAcme\n", "rows.csv:1: byte 0xFF is not UTF-8"),
        (b"name\nAcme\xe2\x82", "rows.csv:2: byte 0xE2 is not UTF-8"),
        (b"name\n" + b"Acme\n" * 100_000 + b"\x80\n", "rows.csv:100002: byte 0x80 is not UTF-8"),
    ],
)
def test_a_table_that_is_wrong_as_a_whole_is_refused(tmp_path: Path, content: str | bytes, why: str) -> None:
    """Without a header, or in another encoding, no row can be trusted; the line at fault is named."""
    with pytest.raises(FileRefused) as refusal:
        list(open_rows(_file(tmp_path, content)))

    assert why in str(refusal.value)


def test_a_table_may_have_no_rows(tmp_path: Path) -> None:
    """A header alone is an empty table."""
    assert [] == _seen(_file(tmp_path, "name,size"))


@pytest.mark.parametrize("name", ["rows.jsonl", "rows.ndjson", "rows.json", "rows.JSONL", "rows.txt", "rows"])
def test_lines_of_json_are_read(tmp_path: Path, name: str) -> None:
    """Each line is an object; blank lines are passed over, and a suffix or the first character tells it from a table."""
    path = _file(tmp_path, b'\xef\xbb\xbf{"name": "Acme", "tags": ["a"]}\r\n\n  \n{"name": "B\xe2\x80\xa8C"}', name)

    assert open_rows(path).columns is None
    assert [(1, {"name": "Acme", "tags": ["a"]}), (4, {"name": "B\u2028C"})] == _seen(path)


def test_a_bad_line_of_json_does_not_harm_the_others(tmp_path: Path) -> None:
    """What is no strict JSON, no object, not UTF-8 or endless is reported by its line."""
    lines = [
        b'{"a": 1}',
        b'{"a": 1, "a": 2}',
        b"[1]",
        b'{"a": NaN}',
        b'{"a": "\xe9"}',
        b'"' + b"x" * 5_000_000,
        b'{"a": 7}',
    ]

    seen = _seen(_file(tmp_path, b"\n".join(lines), "rows.jsonl"))

    assert [1, 2, 3, 4, 5, 6, 7] == [line for line, _ in seen]
    assert [{"a": 1}, {"a": 7}] == [said for _, said in seen if isinstance(said, dict)]
    assert [
        "the key 'a' is written twice",
        "a line is one JSON object",
        "NaN is no number",
        "byte 0xE9 is not UTF-8; save the file as UTF-8",
        "the line is longer than 1,000,000 characters",
    ] == [said for _, said in seen if isinstance(said, str)]


def test_a_json_array_is_refused(tmp_path: Path) -> None:
    """An array is one value over the whole file and no line of its own."""
    with pytest.raises(FileRefused, match="is a JSON array; write one object a line"):
        open_rows(_file(tmp_path, '\n [{"name": "Acme"}]', "rows.json"))


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    """A missing file and a folder are named."""
    with pytest.raises(FileRefused, match=r"none\.csv cannot be read: No such file"):
        open_rows(tmp_path / "none.csv")
    with pytest.raises(FileRefused, match="is no regular file"):
        open_rows(tmp_path)
    with pytest.raises(FileRefused, match="cannot be read"):
        list(numbered_lines(tmp_path / "none.jsonl"))


def test_lines_are_numbered_for_the_scorer(tmp_path: Path) -> None:
    """Only line feeds end a line; blank lines keep their number."""
    path = _file(tmp_path, "one\r\n\ntwo\u2028still two\u0085still\nthree")

    assert [(1, "one"), (3, "two\u2028still two\u0085still"), (4, "three")] == list(numbered_lines(path))
    assert 4 == count_lines(path)


def test_lines_come_from_standard_input_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no file is named, the lines are those that are piped in."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"\xef\xbb\xbfone\n\ntw\xff\n")))

    assert [(1, "one"), (3, "tw\udcff")] == list(numbered_lines(None))


@given(st.lists(st.dictionaries(st.text(max_size=4), st.text(max_size=8) | st.integers(), max_size=3), max_size=5))
def test_what_was_written_is_read(tmp_path_factory: pytest.TempPathFactory, rows: list[dict[str, object]]) -> None:
    """Lines of JSON come back equal, whatever characters they hold."""
    path = tmp_path_factory.mktemp("rows") / "rows.jsonl"
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8", newline="\n")

    assert list(enumerate(rows, start=1)) == _seen(path)

"""YAML is read as its author meant it, or refused with the line."""

import time
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.library.text_file import Unreadable
from bot.library.yaml_tree import Document, Plain, Tree, read_yaml

both = pytest.mark.parametrize("pure", [False, True], ids=["fast", "pure"])


def read(text: str, *, pure: bool = False) -> Plain:
    """The values of a text that nothing is wrong with."""
    document = read_yaml(text, pure=pure)
    assert document.problems == ()
    return document.root.plain()


WRITTEN = (
    *("no", "NO", "on", "off", "y", "true", "none", "nULL", "=", ".inf", "50..200", "<20"),
    *("08", "010", "0o17", "0x1F", "1_000", "1:30", "1e3", "3.0", "+5", "2026-09-01", "2001-12-14t21:59:43.10-05:00"),
)


@both
@pytest.mark.parametrize("written", WRITTEN)
def test_every_scalar_stays_the_text_that_was_written(written: str, *, pure: bool) -> None:
    """No text becomes a boolean, a number or a date, as a value, a key or an item of a list."""
    assert {"a": written} == read(f"a: {written}\n", pure=pure)
    assert {written: "a"} == read(f"{written}: a\n", pure=pure)
    assert [written] == read(f"- {written}\n", pure=pure)


@both
def test_nothing_is_nothing_only_where_it_is_plain(*, pure: bool) -> None:
    """An empty value and the plain words for null are nothing; in quotes they are texts."""
    assert {"a": None, "b": None, "c": None, "d": None, "e": None} == read(
        "{a: , b: ~, c: null, d: Null, e: NULL}", pure=pure
    )
    assert {"a": "", "b": "~", "c": "null", "d": "NULL"} == read("{a: '', b: '~', c: \"null\", d: 'NULL'}", pure=pure)
    assert {"null": "a", "~": "b"} == read("{null: a, ~: b}", pure=pure)
    assert read("", pure=pure) is None
    assert read("# only a comment\n", pure=pure) is None


def test_a_value_keeps_its_line() -> None:
    """A key, an item of a list and a nested value are found at the line where they begin."""
    tree = read_yaml("# first\na: 1\nb:\n  - x\n  - c: >-\n      long\n      text\n    d: 2\n").root

    assert 2 == tree.line
    assert 2 == tree.line_at(("a",))
    assert 3 == tree.line_at(("b",))
    assert 4 == tree.line_at(("b", 0))
    assert 5 == tree.line_at(("b", 1, "c"))
    assert 8 == tree.line_at(("b", 1, "d"))
    assert 5 == tree.line_at(("b", 1, "missing", "deeper"))
    assert 3 == tree.line_at(("b", 7))


@both
def test_an_alias_repeats_its_anchor_and_keeps_its_own_line(*, pure: bool) -> None:
    """A simple alias works; its line is where it stands, and the lines inside are where they were written."""
    tree = read_yaml("a: &x\n  b: c\nd: *x\ne: [*x, *x]\n", pure=pure).root

    assert {"a": {"b": "c"}, "d": {"b": "c"}, "e": [{"b": "c"}, {"b": "c"}]} == tree.plain()
    assert 3 == tree.line_at(("d",))
    assert 2 == tree.line_at(("d", "b"))


@both
@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("a: 1\nb: 2\na: 3\n", 3, "the key 'a' stands here twice; keep one"),
        ('yes: 1\n"yes": 2\n', 2, "the key 'yes' stands here twice; keep one"),
        ("a: {b: 1,\n b: 2}\n", 2, "the key 'b' stands here twice; keep one"),
        ("a: !!python/object/apply:os.system [ls]\n", 1, "the tag '!!python/object/apply:os.system' is not allowed"),
        ("a: 1\nb: !!binary aGk=\n", 2, "the tag '!!binary' is not allowed; write the plain value"),
        ("a: !!str 1\n", 1, "the tag '!!str' is not allowed"),
        ("a: !own {b: 1}\n", 1, "the tag '!own' is not allowed"),
        ("a: ! 1\n", 1, "the tag '!' is not allowed"),
        ("a: &x {b: 1}\nc:\n  <<: *x\n", 3, "the merge key << is not allowed; write the keys out"),
        ("a: 1\n'': 2\n", 2, "a key is missing before the colon"),
        ("- >5\n", 1, "a text that begins with > must stand in quotes"),
        ("a: |\n\nb: 1\n", 1, "a text that begins with | must stand in quotes"),
    ],
)
def test_what_changes_a_meaning_is_named_with_its_line(text: str, line: int, message: str, *, pure: bool) -> None:
    """Duplicate keys, tags, merge keys and the like are problems, and the rest is still read."""
    problems = read_yaml(text, pure=pure).problems

    assert [line] == [problem.line for problem in problems]
    assert problems[0].message.startswith(message)


@both
@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("a: 1\n---\nb: 2\n", 2, "a second document begins here; a file holds one, so delete the ---"),
        ("? [a]\n: b\n", 1, "a key is one word; a list or mapping cannot be one"),
        ("a: 1\n? {a: 1}\n: b\n", 2, "a key is one word"),
        ("a: &x b\n*x : c\n", 2, "an alias cannot be a key; write the key out"),
        ("a: &x\n  - *x\n", 2, "the alias *x stands inside of what it repeats"),
        ("a: 1\nb: *x\n", 2, "nothing is called &x before this alias *x"),
        ("a:\n\tb: 1\n", 2, "a tab is not allowed; indent with spaces"),
        ("a: |\n\tb\n", 2, "a tab is not allowed; indent with spaces"),
        ("a: b: c\n", 1, "a colon is out of place"),
        ("a: 1\n  b: 2\n", 2, "a colon is out of place"),
        ("a: - b\n", 1, "a dash is out of place"),
        ("a: 1\nb: [1,\n  2\nc: 3\n", 2, "the bracket that is opened here is never closed"),
        ("a: 1\nb: 'x\nc: 3\n", 2, "the quote that is opened here is never closed"),
        ("a: @x\n", 1, "a text cannot begin with @; put it in quotes"),
        ("a: `x`\n", 1, "a text cannot begin with `; put it in quotes"),
        ("a: 1\nb: {>500: 3}\n", 2, "a text cannot begin with >; put it in quotes"),
        ("- >500\n", 1, "a text that begins with > or | must stand in quotes"),
        ('a: "\\q"\n', 1, "the backslash in this text means nothing"),
        ("a: 1\nb\n", 2, "the text that begins here is no key, for no colon follows"),
        ("- a\nb: c\n", 2, "this line does not belong to the list or mapping above it; check the indentation"),
        ("a: 1\nb: ]\n", 2, "this line does not belong to the list or mapping above it"),
        ("a: 1\n...\nb: 2\n", 3, "this line does not continue what stands above it"),
        ("a: ? b\n", 1, "this is not YAML ("),
        ("a: 1\nb: *!\n", 2, "a text that begins with *, &, ! or % must stand in quotes"),
        ("a: 1\nb: &(c)\n", 2, "a text that begins with *, &, ! or % must stand in quotes"),
        ("a: 1\nb: !|x\n", 2, "a text that begins with *, &, ! or % must stand in quotes"),
        ("%+\na: 1\n", 1, "a text that begins with *, &, ! or % must stand in quotes"),
        ("a: 1\nb: \x07\n", 2, "the invisible character U+0007 is not allowed; delete it"),
        ("a: 1\nb: x\u2028y\n", 2, "the invisible character U+2028 is not allowed"),
        ("a: 1\nb: x\x85y\n", 2, "the invisible character U+0085 is not allowed"),
        ("a: \ud800\n", 1, "the invisible character U+D800 is not allowed"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_line(text: str, line: int, message: str, *, pure: bool) -> None:
    """The first place where a text is no YAML, or means something nobody can see, is named in a sentence."""
    with pytest.raises(Unreadable) as refused:
        read_yaml(text, pure=pure)

    assert (line, message) == (refused.value.line, str(refused.value)[: len(message)])


LAUGHS = "a0: &a0 x\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 30))
CHAIN = "a0: &a0 x\n" + "".join(f"a{n}: &a{n} [*a{n - 1}]\n" for n in range(1, 3000))


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("[" * 100_000, 1, "lists and mappings stand more than 50 deep inside each other here"),
        ("{a: " * 100_000, 1, "lists and mappings stand more than 50 deep"),
        ("- " * 100_000, 1, "lists and mappings stand more than 50 deep"),
        ("\n".join(" " * n + "a:" for n in range(3000)), 51, "lists and mappings stand more than 50 deep"),
        (CHAIN, 51, "lists and mappings stand more than 50 deep"),
        (LAUGHS, 6, "the file holds more than 100,000 values here, aliases written out"),
        ("- a\n" * 200_000, 100_001, "the file holds more than 100,000 values here"),
    ],
    ids=["brackets", "braces", "dashes", "indents", "alias chain", "billion laughs", "long list"],
)
def test_what_explodes_is_refused_at_once(text: str, line: int, message: str) -> None:
    """Deep nesting, exploding aliases and endless lists end in a sentence with the line, quickly."""
    started = time.thread_time()  # others on a busy machine are not counted
    with pytest.raises(Unreadable) as refused:
        read_yaml(text)

    assert (line, message) == (refused.value.line, str(refused.value)[: len(message)])
    assert time.thread_time() - started < 5


def test_parts_can_be_left_out() -> None:
    """A tree without some places keeps the rest, with its lines."""
    tree = read_yaml("a: 1\nb:\n  - x\n  - y\n  - z: 1\n    t: 2\nc: 3\n").root
    rest = tree.without([("a",), ("b", 0), ("b", 2, "z"), ("gone", 1)])

    assert {"b": ["y", {"t": "2"}], "c": "3"} == rest.plain()
    assert [4, 6, 7] == [rest.line_at(place) for place in (("b", 0), ("b", 1, "t"), ("c",))]
    assert {"a": "1", "b": ["x", "y", {"z": "1", "t": "2"}], "c": "3"} == tree.plain()


def test_leaving_out_nothing_changes_nothing() -> None:
    """A scalar and a tree without places to leave out stay as they are."""
    tree = Tree("x", 1)

    assert tree == tree.without([])
    assert Document(tree, ()).root == tree.without([("a",)])


@given(st.text(alphabet="ab:-[]{},&*!|>'\"%@`#?~ \n\t\\", max_size=60))
def test_any_text_is_read_or_refused_alike_by_both_parsers(text: str) -> None:
    """No text crashes the reader, and the fast parser means the same as the one in Python where both can read it."""
    results = []
    for pure in (False, True):
        with suppress(Unreadable):
            results.append(read_yaml(text, pure=pure).root.plain())
    if len(results) == 2:
        assert results[0] == results[1]

"""A briefing in Markdown: what people wrote stays text, and only the pack's addresses are links."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from bot.core.briefing_markdown import as_markdown, escaped
from bot.core.briefing_text import BriefingText, Item, Section, one_line
from tests.core.test_briefing_text import TEXTS

COMMONMARK = MarkdownIt("commonmark")
SIGNS = st.text(st.sampled_from("*_`[]()<>!#+-=.~|\\&;:/ \n\t1ax\"'"), max_size=40)
HOSTILE = (
    "[x](http://evil)",
    "![x](http://evil)",
    "**bold**",
    "<script>alert(1)</script>",
    "<http://evil>",
    "&lt;&#65;",
    "`code`",
    "# title",
    "- item",
    "1. item",
    "+ item",
    "> quote",
    "===",
    "---",
    "***",
    "[x]: http://evil",
    "\\",
    "a\n\nb",
    "    code",
    "~~~\nx",
)


def _inline(markdown: str) -> list[Token]:
    return [child for token in COMMONMARK.parse(markdown) for child in token.children or ()]


def _shown(markdown: str) -> str:
    return "".join(token.content for token in _inline(markdown) if token.type in {"text", "text_special"})


def test_a_document() -> None:
    """The verdict is the title; sections are headings, what is counted is a numbered list, and the pack's links are links."""
    why = Item("We sell to a few.", "Why")
    asset = Item("The guide", url="https://example.com/guide", note="(made for its Industry)")
    sections = (
        Section("Ask", (Item("Who signs?", number=1, below=(why,)),)),
        Section("What to send", (Item("", "Before the call", below=(asset,)),)),
        Section("A title alone"),
    )

    assert (
        "# Acme: still open.\n\n"
        "**Known:** Nothing yet.\n\n"
        "## Ask\n\n"
        "1. Who signs?\n"
        "   - **Why:** We sell to a few.\n\n"
        "## What to send\n\n"
        "- **Before the call:**\n"
        "  - [The guide](https://example.com/guide) (made for its Industry)\n\n"
        "## A title alone\n\n"
        "---\n\n"
        "Small, version 1.\n"
    ) == as_markdown(
        BriefingText("Acme", "Acme: still open.", (Item("Nothing yet.", "Known"),), sections, "Small, version 1.")
    )


@pytest.mark.parametrize("hostile", HOSTILE)
@pytest.mark.parametrize("form", ["{}", "# {}", "- {}", "1. {}", "**{}:**"])
def test_hostile_words_are_text(hostile: str, form: str) -> None:
    """Whatever somebody calls an account, a reader of Markdown shows it as it is, wherever it stands."""
    markdown = form.format(escaped(hostile))

    allowed = {"text", "text_special", *({"strong_open", "strong_close"} if form.startswith("**") else ())}
    assert {token.type for token in _inline(markdown)} <= allowed
    assert one_line(hostile) == _shown(markdown).removesuffix(":" if form.startswith("**") else "")
    assert escaped(hostile).count("http://") == 0


@given(SIGNS | st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"])))
@example("1) x")
@example("a &copy; b")
@example("x  \ny")
def test_any_words_are_text(words: str) -> None:
    """Whatever the words are, they are read back as they are, and begin nothing."""
    assert one_line(words) == _shown(escaped(words))
    assert {token.type for token in COMMONMARK.parse(escaped(words))} <= {
        "paragraph_open",
        "inline",
        "paragraph_close",
    }


@given(TEXTS)
def test_no_briefing_has_a_link_of_its_own(text: BriefingText) -> None:
    """A briefing to which the pack gives no address has no link, no picture and no HTML, whatever is in it."""
    parsed = COMMONMARK.parse(as_markdown(text))
    inside = {child.type for token in parsed for child in token.children or ()}

    assert not inside & {"link_open", "image", "html_inline", "code_inline", "em_open"}
    assert not {token.type for token in parsed} & {"html_block", "code_block", "fence", "blockquote_open"}


@pytest.mark.parametrize(
    ("url", "target"),
    [
        ("https://example.com/a_b?c=1&d=2#e", "https://example.com/a_b?c=1&d=2#e"),
        ("https://example.com/a)b(c", "https://example.com/a%29b%28c"),
        ("https://example.com/é<x>\"'", "https://example.com/%C3%A9%3Cx%3E%22'"),
        ("https://example.com/&copy;", "https://example.com/&copy;"),
    ],
)
def test_a_link_leads_where_the_pack_says(url: str, target: str) -> None:
    """An address keeps its way through Markdown, whatever signs are in it."""
    text = BriefingText("", "x", (Item("The [guide]", url=url),), (), "y")

    assert [target] == [token.attrs["href"] for token in _inline(as_markdown(text)) if token.type == "link_open"]
    assert "The [guide]" in _shown(as_markdown(text))


def test_an_address_that_is_none_of_the_web_stays_text() -> None:
    """What would run something is shown and cannot be followed."""
    text = BriefingText("", "x", (Item("The guide", url="javascript:alert(1)"),), (), "y")

    assert "The guide javascript:alert(1)" in as_markdown(text)


def test_nothing_hidden_is_left() -> None:
    """What moves a cursor, turns text around or hides is shown as a sign of its own."""
    assert "a\ufffdb\ufffdc\ufffdd e" == escaped("a\x1bb\u202ec\u200bd\u2003e")

"""Text of a source stays text in every Markdown, in HTML and in a link."""

import html
import re
from collections.abc import Callable

import markdown
import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from briefgen.writers.escape import clean, http_url, to_markdown

ALPHABET = "ab xw.\\`*_{}[]<>()#+-!|~=&$^:;@%\"'/1\n\t"
PIECES = ["http://a.b", "www.a.b", "&amp;", "<b>", "- ", "1. ", "```", "[^1]", "![a](b)", ":joy:",
          "---", "===", "> ", "| a |", "javascript:x", "*[a]: b", "!!! note", "[a]: b",
          "{: .c }", "&#35;", "a@b.cd", "\u202e", "é", "ش"]  # fmt: skip
TEXTS = st.lists(
    st.one_of(st.text(ALPHABET, min_size=1, max_size=6), st.sampled_from(PIECES)), min_size=1
).map("".join)
EXTENSIONS = ["tables", "def_list", "fenced_code", "footnotes", "attr_list", "admonition", "abbr"]

DIALECTS: dict[str, Callable[[str], str]] = {
    "commonmark": MarkdownIt("commonmark").render,
    "gfm": MarkdownIt("gfm-like", {"linkify": False}).render,
    "python-markdown": lambda text: markdown.markdown(text, extensions=EXTENSIONS),
}


def shown(rendered: str) -> str | None:
    """What a reader sees of one paragraph; None where there is any other markup."""
    inner = re.fullmatch(r"<p>(.*)</p>", rendered.strip(), re.DOTALL)
    if inner is None or "<" in inner[1]:
        return None
    return html.unescape(inner[1])


@pytest.mark.parametrize("dialect", DIALECTS)
class TestMarkdown:
    """What is escaped shows as itself: one paragraph of plain text, no block, link or element."""

    @settings(max_examples=400, deadline=None)
    @given(text=TEXTS)
    @example(text="- - -")
    @example(text="!!! note")
    @example(text="1986. A great season")
    @example(text="a | b\n--- | ---")
    @example(text="term\n: definition")
    @example(text="overnight [night of 5–6 Mar 2031], and [again].")
    @example(text="[Premier] Venn left.")
    @example(text="[x] a task")
    @example(text="[ab] [cd](e) f")
    @example(text="a [b] [c]: d [e](f) [g]{.h} [x] y")
    def test_a_line(self, dialect: str, text: str) -> None:
        visible = " ".join(clean(text).split())
        assume(visible)
        assert visible == shown(DIALECTS[dialect](str(to_markdown(text))))

    @settings(max_examples=200, deadline=None)
    @given(text=TEXTS)
    def test_within_a_line(self, dialect: str, text: str) -> None:
        assume(clean(text).split())
        visible = " ".join(f"before {clean(text)} after".split())
        assert visible == shown(DIALECTS[dialect](f"before {to_markdown(text)} after"))

    @settings(max_examples=200, deadline=None)
    @given(text=TEXTS)
    def test_in_a_cell(self, dialect: str, text: str) -> None:
        if dialect == "commonmark":
            pytest.skip("CommonMark has no tables")
        assume(clean(text).split())
        table = f"| a | b |\n| --- | --- |\n| {to_markdown(text)} | c |"
        rendered = DIALECTS[dialect](table)
        cells = re.findall(r"<td[^>]*>(.*?)</td>", rendered, re.DOTALL)
        assert [" ".join(clean(text).split()), "c"] == [html.unescape(cell) for cell in cells]


def test_an_aside_reads_as_it_is_wherever_it_stands() -> None:
    assert "[Premier] Venn left [on Monday]." == to_markdown("[Premier] Venn left [on Monday].")
    assert to_markdown("[x] done").startswith("&#91;")


URLS = [
    ("https://a.example/x?y=1&z=2", "https://a.example/x?y=1&z=2"),
    (" HTTP://a.example ", "http://a.example"),
    ('https://a.example/"><script>', "https://a.example/%22%3E%3Cscript%3E"),
    ("https://a.example/ü", "https://a.example/%C3%BC"),
    ("javascript:alert(1)", None),
    ("data:text/html,x", None),
    ("file:///etc/passwd", None),
    ("//a.example/x", None),
    ("https://", None),
    ("https://[broken", None),
    ("", None),
    (None, None),
]


@pytest.mark.parametrize(("given_url", "expected"), URLS)
def test_http_url(given_url: str | None, expected: str | None) -> None:
    assert expected == http_url(given_url)


def test_clean_drops_what_no_reader_sees() -> None:
    assert "ab�c\nd" == clean("a\x00\u202eb\ud800c\nd\u2066\x9b")
    assert "قال l’été 한" == clean("قال l’été 한")


def test_an_aside_in_brackets_stays_readable() -> None:
    text = "It fell overnight [night of 5–6 Mar 2031]."
    assert text == str(to_markdown(text))
    assert "a &#91;b&#93;(c)" == str(to_markdown("a [b](c)"))

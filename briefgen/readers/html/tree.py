"""HTML text → element tree, within the bounds of a hostile page; nothing is fetched."""

import re
from collections.abc import Callable
from copy import deepcopy
from functools import cache, lru_cache
from itertools import accumulate
from typing import Any

from briefgen.errors import SourceError

__all__ = ["is_hidden", "parse_html", "without", "without_hidden"]

LENGTH = 20_000_000
"""Characters of HTML that are parsed."""
DEPTH = 80
"""How deep elements may nest before deeper tags are dropped: their text stays."""

UNSEEN = frozenset({"script", "style", "noscript", "template"})
HIDES = "//*[@hidden or @aria-hidden or @style]"
"""What may be hidden by an attribute; `is_hidden` tells."""

TABLE_PARTS = ("tbody", "thead", "tfoot", "tr", "td", "th")
STRUCTURE = frozenset(
    """
    h1 h2 h3 h4 h5 h6 table article section blockquote figure main header footer
    """.split()  # noqa: SIM905 (a list of words reads best as one)
)
"""What makes a cell a part of a layout."""

_TAG = re.compile(r"<(/?[A-Za-z][A-Za-z0-9:-]*+)([^<>]*+)>")
_STEP = re.compile(r"<(/?[A-Za-z][A-Za-z0-9:-]*+)[^<>]*+(?<!/)>")
"""A tag that is not closed in itself."""
_VOID = frozenset(
    """
    area base br col embed hr img input link meta param source track wbr
    """.split()  # noqa: SIM905 (a list of words reads best as one)
)
_LEAVES = frozenset({"p", "li", "td", "tr", "th", "dd", "dt", "option"})
"""Closed by the next of their kind even where no end tag says so."""


def parse_html(text: str) -> Any:
    """The root element. Raises SourceError for what holds no element at all."""
    from lxml import etree, html  # noqa: PLC0415 (20 ms, only for markup)

    if len(text) > LENGTH:
        raise SourceError(f"more than {LENGTH:,} characters of HTML; save its text")
    data = _flattened(text).encode("utf-8", "replace")
    try:
        root = html.document_fromstring(data, parser=_parser())
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise SourceError(f"no HTML that can be read: {error}; save the page again") from error
    _free(root)
    return root


@cache
def _parser() -> Any:
    """A parser whose elements are all of one class: lxml's own asks Python for that of each."""
    from lxml import etree, html  # noqa: PLC0415 (20 ms, only for markup)

    parser = etree.HTMLParser(
        encoding="utf-8", huge_tree=False, no_network=True, remove_pis=True, recover=True
    )
    classes = etree.ElementDefaultClassLookup(
        element=html.HtmlElement, comment=html.HtmlComment, entity=html.HtmlEntity
    )
    parser.set_element_class_lookup(classes)
    return parser


def _free(root: Any) -> None:
    """Tables that only lay out a page or a letter become plain parts of it."""
    for table in list(root.iter("table")):
        if not _lays_out(table):
            continue
        parts = [one for one in table.iter(*TABLE_PARTS) if _table_of(one) is table]
        for element in (table, *parts):
            element.tag = "div"


def _table_of(element: Any) -> Any:
    return next(element.iterancestors("table"), None)


def _lays_out(table: Any) -> bool:
    """Whether a table holds what no cell of figures does: headings, lists, several paragraphs."""
    if (table.get("role") or "").casefold() in {"presentation", "none"}:
        return True
    for cell in table.iter("td", "th"):
        inner = [one.tag for one in cell]
        if STRUCTURE.intersection(inner) or inner.count("p") > 1:
            return True
    return False


def is_hidden(element: Any) -> bool:
    """Whether a page keeps an element from its readers."""
    if element.tag in UNSEEN:
        return True
    told = element.keys()
    if not told:
        return False
    return (
        "hidden" in told
        or ("aria-hidden" in told and element.get("aria-hidden") == "true")
        or ("style" in told and "display:none" in element.get("style").replace(" ", ""))
    )


def without_hidden(root: Any) -> Any:
    """A copy of a page without what it hides."""
    copy = deepcopy(root)
    for element in [*copy.iter(*UNSEEN), *copy.xpath(HIDES)]:
        if element is not copy and element.getparent() is not None and is_hidden(element):
            element.drop_tree()
    return copy


def without(root: Any, dropped: Callable[[Any], bool]) -> Any:
    """A copy of a page without the elements that are dropped; what follows them stays."""
    copy = deepcopy(root)
    for element in [one for one in copy.iter() if isinstance(one.tag, str) and one is not copy]:
        if element.getparent() is not None and dropped(element):
            element.drop_tree()
    return copy


def _flattened(text: str) -> str:
    """The same page without the tags that stand deeper than `DEPTH`."""
    if text.count("<") <= DEPTH:
        return text
    if max(accumulate(map(_step, _STEP.findall(text))), default=0) <= DEPTH:
        return text
    level = 0

    def keep(match: re.Match[str]) -> str:
        nonlocal level
        step = 0 if match[2].endswith("/") else _step(match[1])
        before = level
        level = max(0, level + step)
        return match[0] if max(before, level) <= DEPTH else " "

    return _TAG.sub(keep, text)


@lru_cache(maxsize=1024)
def _step(tag: str) -> int:
    """+1 for a tag that opens a level, -1 for one that closes it: "div", "/div"."""
    low = tag.lower().removeprefix("/")
    if low in _VOID or low in _LEAVES:
        return 0
    return -1 if tag.startswith("/") else 1

"""A Markdown text with lists in lists → items that carry the day of the item over them.

Indents of two, three or four characters, or a tab, all nest; Python-Markdown knows four alone.
"""

import re
from collections.abc import Iterator
from typing import Any

from briefgen.readers.dated.datelines import split_wording
from briefgen.readers.dated.days import day_heading
from briefgen.readers.drafts.rows import TOPIC_WORDS, statement

__all__ = ["reindented", "with_days"]

INDENT = 4
LABEL_WORDS = 4
LISTS = ("ul", "ol")

_ITEM = re.compile(r"(?P<indent>[ \t]*)(?P<mark>[-*+]|\d{1,9}[.)])[ \t]+(?=\S)")
_FENCE = re.compile(r"[ \t]*(?:```|~~~)")


def reindented(body: str) -> str:
    """The text with its nested lists indented by four characters each."""
    lines = body.split("\n")
    if not any(line[:1] in " \t" and _ITEM.match(line) for line in lines):
        return body
    return "\n".join(_reindented(lines))


def _reindented(lines: list[str]) -> Iterator[str]:
    open_: list[int] = []
    fenced = blank = False
    for line in lines:
        fenced = fenced != bool(_FENCE.match(line))
        bare = line.expandtabs(INDENT)
        width = len(bare) - len(bare.lstrip())
        match = None if fenced else _ITEM.match(line)
        if not bare.strip() or fenced:
            yield line
        elif match is not None and (open_ or width < INDENT):
            while open_ and width < open_[-1]:
                open_.pop()
            if not open_ or width >= open_[-1] + 2:
                open_.append(width)
            yield " " * (INDENT * (len(open_) - 1)) + bare.strip()
        elif width and open_:
            yield " " * (INDENT * len(open_)) + bare.strip()
        else:
            open_ = [] if blank or not open_ else open_
            yield line
        blank = not bare.strip()


def with_days(root: Any, languages: tuple[str, ...]) -> frozenset[str]:
    """Gives each item in a tree the day that the item over it tells; changes the tree.

    An item that is a day alone, over others, is gone. Returned are the items over others that tell
    nothing themselves: "North".
    """
    topics: set[str] = set()
    days: dict[Any, str | None] = {}
    for item in list(root.iter("li")):
        over = next(item.iterancestors("li"), None)
        day = days.get(over) if over is not None else None
        text = _own_words(item)
        nests = any(child.tag in LISTS for child in item)
        said = day_heading(text.rstrip(" :.–—-"), languages) or split_wording(text, languages)[0]
        days[item] = said or day
        whole = said is not None and day_heading(text.rstrip(" :.–—-"), languages) is not None
        if nests and whole:
            _clear(item)
        elif nests and _is_topic(text) and said is None:
            topics.add(text)
        elif day is not None and said is None and text:
            _lead(item, statement(day, "").rstrip() + " ")
    return frozenset(topics)


def _is_topic(text: str) -> bool:
    """Whether an item is a name or a label over others: "North", "Black Sea", "In the air:"."""
    words = text.split()
    named = len(words) <= LABEL_WORDS and all(word[0].isupper() for word in words)
    return named or (len(words) <= TOPIC_WORDS and text.endswith(":"))


def _own(item: Any) -> Iterator[Any]:
    """What an item holds itself, before the first list in it."""
    for child in item:
        if child.tag in LISTS:
            return
        yield child


def _own_words(item: Any) -> str:
    """The words of an item without those of the items in it."""
    parts = [item.text or ""]
    for child in _own(item):
        parts.extend(("".join(child.itertext()), child.tail or ""))
    return " ".join("".join(parts).split())


def _clear(item: Any) -> None:
    """Takes an item's own words away."""
    for child in list(_own(item)):
        item.remove(child)
    item.text = None


def _lead(item: Any, words: str) -> None:
    """Sets words before an item's own."""
    first = next(_own(item), None)
    if not (item.text or "").strip() and first is not None and first.tag == "p":
        first.text = words + (first.text or "")
    else:
        item.text = words + (item.text or "").lstrip()

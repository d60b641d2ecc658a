"""Element tree of a page → Stories: the articles that the page itself parts, each its own element.

Two cues: ``<article>`` elements that tell a story of their own, and elements of one kind (tag,
classes, depth) that stand side by side all over the page, each with what only a story has: a
heading that links away, a date, a clock, an end mark. Chapters of one article have none of these.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from briefgen.readers.chrome import load_chrome
from briefgen.readers.dated.stamps import Stamp, read_stamp
from briefgen.readers.html.dates import part_claims
from briefgen.readers.html.markup import walk_pieces, words_in
from briefgen.readers.html.tree import is_hidden
from briefgen.readers.shapes import Claim, ReadOptions

__all__ = ["ASIDE", "FRAME", "HEADLINES", "Story", "find_stories"]

STORY_WORDS = 12
"""A story with fewer words is a card that points to one."""
CARD_SHARE = 0.12
"""Beside a story, an ``<article>`` of less than this part of its length is a card, too."""
HEADLINES = ("h1", "h2", "h3", "h4", "h5")
OUTSIDE = frozenset({"aside", "nav", "footer", "article"})
"""An ``<article>`` within one of these is a card or a comment."""
FRAME = frozenset({"aside", "nav", "footer", "head", "form", "menu"})
BOXES = frozenset({"div", "section", "li", "tr", "td", "table", "dd", "blockquote", "main"})
COVER = 0.5
"""Part of a page's words that its stories hold, at least."""
ALIKE = 0.66
"""Part of the elements of one kind that look like stories, at least."""
STAMP_PIECES = 3
"""Pieces from a story's top among which its clock stands."""

ASIDE = re.compile(r"comment|related|sidebar|recommend|popular|footer|\bmenu|teaser", re.IGNORECASE)
_FIGURES = re.compile(r"\d+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """An article that a page parts itself."""

    element: Any
    title: str | None
    claims: tuple[Claim, ...] = ()
    stamp: Stamp | None = None
    """Its clock or age, on a live page."""


def find_stories(root: Any, options: ReadOptions) -> tuple[Story, ...]:
    """The articles that a page parts itself, in its order; fewer than two where it does not."""
    marked = _marked(root, options)
    return marked if len(marked) > 1 else _repeated(root, options)


def _marked(root: Any, options: ReadOptions) -> tuple[Story, ...]:
    """The ``<article>`` elements with a heading, a date or a clock, and words of their own."""
    found: list[tuple[Any, int]] = []
    for element in root.iter("article"):
        if any(parent.tag in OUTSIDE for parent in element.iterancestors()):
            continue
        words = words_in(element)
        if words >= STORY_WORDS:
            found.append((element, words))
    if len(found) < 2:
        return ()
    longest = max(words for _, words in found)
    stories = (
        _story(element, options) for element, words in found if words >= CARD_SHARE * longest
    )
    return tuple(story for story in stories if story.title or story.claims or story.stamp)


def _repeated(root: Any, options: ReadOptions) -> tuple[Story, ...]:
    """Elements of one kind that hold most of a page, and each of them a story."""
    alive = list(root.iter())  # lxml makes elements anew unless somebody holds them
    words = _word_counts(alive)
    whole = words.get(id(root), 0)
    kinds: dict[tuple[Any, ...], list[Any]] = {}
    for element, depth in _boxes(root):
        if words.get(id(element), 0) >= STORY_WORDS:
            kinds.setdefault(_kind(element, depth), []).append(element)
    best: tuple[int, int, tuple[Story, ...]] = (0, 0, ())
    for elements in kinds.values():
        held = sum(words[id(element)] for element in elements)
        if len(elements) < 2 or held < COVER * whole or len(elements) < best[0]:
            continue
        made = [_story(element, options) for element in elements]
        telling = sum(1 for story in made if _tells(story))
        if telling < 2 or telling < ALIKE * len(elements):
            continue
        stories = tuple(story for story in made if story.title or _tells(story))
        best = max(best, (len(stories), held, stories), key=lambda entry: entry[:2])
    return best[2]


def _boxes(root: Any) -> Iterable[tuple[Any, int]]:
    """(element, depth) of what may hold a story: no frame, no comments, nothing within those."""
    stack = [(root, 0)]
    while stack:
        element, depth = stack.pop()
        if element.tag in BOXES:
            yield element, depth
        for child in reversed(element):
            tag = child.tag
            if not isinstance(tag, str) or tag in FRAME or is_hidden(child):
                continue
            about = f"{child.get('class') or ''} {child.get('id') or ''}" if child.keys() else ""
            if not ASIDE.search(about):
                stack.append((child, depth + 1))


def _kind(element: Any, depth: int) -> tuple[Any, ...]:
    """What elements of one kind share; those without a class must share their parent, too."""
    classes = frozenset(_FIGURES.sub("", name) for name in (element.get("class") or "").split())
    parent = element.getparent()
    place = depth if classes else (depth, id(parent))
    return element.tag, classes, place


def _word_counts(elements: Sequence[Any]) -> Mapping[int, int]:
    """Words in each element outside the page's frame, by the element's id; one walk."""
    counts: dict[int, int] = {}
    for element in reversed(elements):  # what an element holds comes before it
        tag = element.tag
        held = counts.pop(id(element), 0)
        text = element.text
        if tag in FRAME or not isinstance(tag, str) or is_hidden(element):
            held = 0
        elif text:
            held += len(text.split())
        counts[id(element)] = held
        tail = element.tail
        if tail:
            held += len(tail.split())
        parent = element.getparent() if held else None
        if parent is not None:
            key = id(parent)
            counts[key] = counts.get(key, 0) + held
    return counts


def _story(element: Any, options: ReadOptions) -> Story:
    heading = next(element.iter(*HEADLINES), None)
    title = " ".join("".join(heading.itertext()).split()) if heading is not None else ""
    return Story(
        element=element,
        title=title or None,
        claims=part_claims(element, options.zone, options.languages),
        stamp=_stamp(element),
    )


def _stamp(element: Any) -> Stamp | None:
    """The clock or age among the first words of a story."""
    for piece in walk_pieces(element)[:STAMP_PIECES]:
        stamp = read_stamp(piece.text)
        if stamp is not None:
            return stamp
    return None


def _tells(story: Story) -> bool:
    """Whether an element has what only a story has."""
    if story.claims or story.stamp:
        return True
    heading = next(story.element.iter(*HEADLINES), None)
    if heading is None or not story.title:
        return False
    if heading.tag == "h1" or any(_leads_away(anchor) for anchor in _links(heading)):
        return True
    anchors = list(story.element.iter("a"))
    last = " ".join("".join(anchors[-1].itertext()).split()) if anchors else ""
    return load_chrome().is_end(last)


def _links(heading: Any) -> Sequence[Any]:
    parent = heading.getparent()
    around = [parent] if parent is not None and parent.tag == "a" else []
    return [*heading.iter("a"), *around]


def _leads_away(anchor: Any) -> bool:
    """Whether a link leads to another page."""
    address = (anchor.get("href") or "").strip()
    return bool(address) and not address.startswith(("#", "javascript:", "mailto:"))

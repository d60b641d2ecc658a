"""Plain text → paragraphs: one a line, or one a group of lines in a hard-wrapped text."""

import re
from collections import Counter
from collections.abc import Sequence

from briefgen.readers.dated.labels import entry_label

__all__ = ["BULLET", "LABELS_LEAST", "RULE", "TITLE_WORDS", "is_stopped", "paragraphs_of"]

WRAP_WIDTH = 100
"""No line of a hard-wrapped text is longer."""
WRAP_SHARE = 0.6
"""Share of the inner lines that must be nearly full for a text to count as hard-wrapped."""
CAPITALS_LEAST = 3
"""Words of a title in capitals over its prose, at least."""
LABELS_LEAST = 2
"""Lines in a row that a day or a clock heads, before those that look like titles are entries."""
TITLE_WORDS = 24

BULLET = re.compile(r"^(?:[-*+•–—·▪◦‣●○■]\s+|\(?\d{1,3}[.)]\s+|\[\s?[xX ]?\]\s+)(?=\S)")
RULE = re.compile(r"^(?:[-=_*~#•·—–+]\s?){3,}$")
LAST_OF_STOP = tuple(".;:,…!?\"'”’»)]\n")
"""With what a stop ends, or the line break behind it: most titles are told by it."""
_STOP = re.compile(
    r"(?:[.;:,…][\"'”’»)\]]*|[.!?…][\"'”’»)\]]*(?:\s?\([^()]{2,40}\)|\[\w{1,4}\])+)$"
)
"""The end of a sentence; its source or its notes may stand behind it: "… sank. (Gazette)[3]"."""


def is_stopped(line: str) -> bool:
    """Whether a line ends as a sentence does."""
    return line.endswith(LAST_OF_STOP) and _STOP.search(line) is not None


def paragraphs_of(text: str, languages: tuple[str, ...]) -> list[tuple[str, int]]:
    """(paragraph, blank lines before it): one a line, or one a group in a hard-wrapped text."""
    groups: list[tuple[list[str], int]] = []
    blank = 0
    fresh = True
    for line in text.split("\n"):
        bare = " ".join(line.split())
        if not bare:
            blank += 1
            fresh = True
        elif fresh:
            groups.append(([bare], blank))
            blank, fresh = 0, False
        else:
            groups[-1][0].append(bare)
    listed = [_is_listed(group, languages) for group, _ in groups]
    inner = [group for (group, _), one in zip(groups, listed, strict=True) if not one]
    wrapped = _wrapped(inner)
    found: list[tuple[str, int]] = []
    for (group, above), entries in zip(groups, listed, strict=True):
        joined = _unwrap(group, languages if entries else ()) if wrapped else _continued(group)
        found.extend((line, above if index == 0 else 0) for index, line in enumerate(joined))
    return found


def _is_listed(group: Sequence[str], languages: tuple[str, ...]) -> bool:
    """Whether several lines of a group are headed by days or clocks: entries, and not prose."""
    if len(group) < LABELS_LEAST:
        return False
    return sum(1 for line in group if entry_label(line, languages)) >= LABELS_LEAST


def _wrapped(groups: list[list[str]]) -> bool:
    """Whether line ends are those of a page's width and not of paragraphs."""
    widths = Counter(len(line) for group in groups for line in group)
    inner = [len(line) for group in groups for line in group[:-1]]
    if len(inner) < 3 or max(widths) > WRAP_WIDTH or max(widths) < 40:
        return False
    full = [width for width in inner if width >= 0.7 * max(widths)]
    return len(full) >= WRAP_SHARE * len(inner)


def _continued(group: list[str]) -> list[str]:
    """Lines of one group; a line that goes on in small letters joined with the next."""
    joined = [group[0]]
    for line in group[1:]:
        if line[0].islower() and not is_stopped(joined[-1]) and not BULLET.match(line):
            joined[-1] += " " + line
        else:
            joined.append(line)
    return joined


def _unwrap(group: list[str], languages: tuple[str, ...]) -> list[str]:
    """Lines of one group joined; a bullet, a rule or a label begins a line of its own.

    `languages`: in which the days are worded that head its lines; empty where none do.
    """
    joined = [[group[0]]]
    for line in group[1:]:
        begun = joined[-1]  # one of more lines than a title has words is no rule and no title
        head = " ".join(begun) if len(begun) <= TITLE_WORDS else ""
        if (
            BULLET.match(line)
            or RULE.match(line)
            or RULE.match(head)
            or (_is_capitals(head) and not _is_capitals(line))
            or (languages and entry_label(line, languages))
        ):
            joined.append([line])
        else:
            begun.append(line)
    return [" ".join(lines) for lines in joined]


def _is_capitals(line: str) -> bool:
    """Whether a line is words in capitals and no sentence: a title, where the script has them."""
    if not line.isupper() or is_stopped(line):
        return False
    return CAPITALS_LEAST <= len(line.split()) <= TITLE_WORDS

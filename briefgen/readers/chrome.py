"""Page furniture as data → what a line of a page is.

The phrases stand in ``knowledge/locales/chrome.*.toml``, one file a language; all of them are
known at once, for a page's frame is often in another language than its articles.
"""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Any

from briefgen.errors import KnowledgeError
from briefgen.readers.plain_form import LONGEST, NONE, Openings, low, plain, straight

__all__ = ["Chrome", "load_chrome", "plain"]

SHORT = 20
"""Words up to which a line that begins as furniture does is furniture."""
CALL_WORDS = 60
"""Words up to which a last paragraph that talks to the reader is furniture."""
SLOGAN_SHARE = 0.55
SLOGAN_WORDS = 6

AGES = ("minute", "hour", "day")
"""Keys of the table ``ages``: how long ago, in which unit."""
LABEL_LENGTH = 80
"""Characters among which the label of a correction is looked for first."""
LETTER = ("from", "sent", "subject", "other")
"""Keys of the table ``letter``: the fields of a letter's head."""

_MARKS = "*_-•[( "
"""What may stand before it."""
_AFTER_LABEL = re.compile(r"[\])*_ ]*(?:[,(]?\s?[^:.]{0,14}\d[^:.]{0,16})?\)?\s?[:–—-]")
"""What may stand between the label of a correction and its text: ", 4 May:"."""
_WORD = re.compile(r"[^\W\d_]+(?:[-'][^\W\d_]+)*")
_ADDRESS = re.compile(r"[<(\[]?https?://\S+$")
_STOPS = re.compile(r"[.!?…][\"'”’»)\]]*\s+[A-ZÀ-ÞА-ЯЄІЇҐ]")
_CREDIT = re.compile(
    r"[.!?…][\"'”’»)\]]*\s+(?P<credit>(?:©|\([cC]\)|[^\W\d_]+(?:\s[^\W\d_]+)?\s?:)[^.!?]{2,80})\.?$"
)
"""What stands behind the last sentence of a paragraph and may tell who took a picture."""
_TOTAL = re.compile(r"[^\w]*(?P<word>[^\W\d_][^\d:=]{1,28}?)\s*(?:[:=–-]\s*.{0,60}|\s\d.{0,60})?")
_TAIL = re.compile(
    r"[.!?…][\"'”’»)\]]*\s+(?P<tail>[\[(]?[^\W\d_][^.!?…]{0,40}[.…\s]*(?:https?://\S+)?)$"
)
"""What stands behind the last full stop of a paragraph."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chrome:
    """Phrases of page furniture, all in the form that `plain` gives."""

    ends: frozenset[str]
    end_words: frozenset[str]
    """The last word of each."""
    furniture: frozenset[str]
    labels: frozenset[str]
    slogan: frozenset[str]
    beginnings: Openings
    calls: tuple[str, ...]
    published: tuple[str, ...]
    modified: tuple[str, ...]
    by: tuple[str, ...]
    names: Openings
    """`by` and `modified`: what tells a byline that holds no year."""
    beside: tuple[str, ...]
    clock_tails: tuple[str, ...] = ()
    """What may stand behind a clock: "GMT", "Uhr"."""
    edits: frozenset[str] = frozenset()
    """Words that a wiki adds to a heading."""
    corrections: Openings = NONE
    """Labels of a paragraph that takes back what the page said."""
    corrected: Openings = NONE
    """How such a paragraph begins without a label."""
    taking_back: Openings = NONE
    """All of these: what most paragraphs do not begin with."""
    editors: Openings = NONE
    """Labels of an editor's note, which may take something back or not."""
    captions: Openings = NONE
    """How the line under a picture begins."""
    undated: frozenset[str] = frozenset()
    """What says, in a date field or before a colon, that no date is known."""
    unknown: frozenset[str] = frozenset()
    """What says so in a date field alone."""
    daily: frozenset[str] = frozenset()
    """What a list of one day is called."""
    as_of: tuple[str, ...] = ()
    """What stands before the moment up to which a page tells."""
    days_back: tuple[tuple[str, ...], ...] = ()
    """What an entry calls the page's day, and what the one before."""
    at_clock: tuple[str, ...] = ()
    """What may stand between such a day and a clock."""
    wordless: tuple[str, ...] = ()
    """How what a chat's program says itself begins."""
    totals: frozenset[str] = frozenset()
    """What heads a row of a table that adds up others."""
    letter: Mapping[str, str] = field(default_factory=dict)
    """A field of a letter's head, casefolded → what it holds: from, sent, subject, or other."""
    wrote: tuple[str, ...] = ()
    """The verb over a quoted letter."""
    ages: tuple[tuple[str, re.Pattern[str]], ...] = ()
    """Unit (``minute``, ``hour``, ``day``) and what says how many of it ago: "2h ago"."""

    age_openings: Openings = NONE
    """How those begin that do not begin with a figure."""

    def is_end(self, line: str) -> bool:
        """Whether an article ends at this line; a letter has the address behind the words."""
        if len(line) > LONGEST:
            return False
        return plain(_ADDRESS.sub("", line) if "://" in line else line) in self.ends

    def without_end(self, paragraph: str) -> str:
        """A paragraph without the link behind its last sentence: "… at noon. Read more »"."""
        last = plain(paragraph[-LONGEST:].rpartition(" ")[2])
        if last and last not in self.end_words and "://" not in last:
            return paragraph
        match = _TAIL.search(paragraph, max(0, len(paragraph) - LONGEST))
        if match is None or not self.is_end(match["tail"]):
            return paragraph
        return paragraph[: match.start("tail")].rstrip()

    def is_wordless(self, line: str) -> bool:
        """Whether a line of a chat is its program's: "<Media omitted>"."""
        told = " ".join(straight(line[:LONGEST]).casefold().split()).strip("<[(\u200e ")
        return bool(self.wordless) and told.startswith(self.wordless)

    def is_total(self, cell: str) -> bool:
        """Whether a cell of a table says that its row adds up others: "Total", "Total: 16"."""
        match = _TOTAL.fullmatch(cell)
        return match is not None and plain(match["word"]) in self.totals

    def is_label(self, line: str) -> bool:
        """Whether the line is a section label."""
        return plain(line) in self.labels

    def is_furniture(self, line: str) -> bool:
        """Whether the line belongs to the page and not to an article."""
        if len(line) > LONGEST:
            return False
        if plain(line) in self.furniture:
            return True
        told = low(line)
        return self.beginnings.open(told) and len(told.split()) <= SHORT

    def is_caption(self, line: str) -> bool:
        """Whether a line stands under a picture, and says so."""
        return len(line) <= LONGEST and self.captions.open(low(line))

    def is_credited(self, paragraph: str) -> bool:
        """Whether one sentence has a picture's credit behind it: "The quay on Friday. © Agency"."""
        if len(paragraph) > LONGEST:
            return False
        match = _CREDIT.search(paragraph)
        if match is None or _STOPS.search(paragraph[: match.start()]):
            return False
        credit = low(match["credit"])
        return credit.startswith(("©", "(c)")) or self.captions.open(credit)

    def is_correction(self, paragraph: str) -> bool:
        """Whether a paragraph takes back what the page said: "Correction, 3 July: we said …"."""
        head = low(paragraph[:LABEL_LENGTH]).lstrip(_MARKS)
        whole = len(paragraph) <= LABEL_LENGTH or len(head) >= self.taking_back.longest
        if whole and not self.taking_back.open(head):
            return False
        told = low(paragraph[:LONGEST]).lstrip(_MARKS)
        if self.editors.open(told):
            told = told[told.find(":") + 1 :].lstrip()
        return self.corrected.open(told) or any(
            told.startswith(label) and _AFTER_LABEL.match(told, len(label))
            for label in self.corrections.near(told)
        )

    def is_correction_label(self, line: str) -> bool:
        """Whether a heading is the label of such paragraphs alone."""
        if len(line) > LONGEST:
            return False
        told = plain(line)
        return told in self.corrections.near(told)

    def is_call(self, paragraph: str) -> bool:
        """Whether a last paragraph asks its reader to do something."""
        if len(paragraph.split()) > CALL_WORDS:
            return False
        told = low(paragraph)
        return any(phrase in told for phrase in self.calls)

    def is_slogan(self, line: str) -> bool:
        """Whether a first line praises the site and reports nothing."""
        words = [word.casefold() for word in _WORD.findall(straight(line))]
        if not SLOGAN_WORDS <= len(words) <= CALL_WORDS:
            return False
        telling = [word for word in words if len(word) > 3]
        known = [word for word in telling if word in self.slogan]
        return len(set(known)) >= SLOGAN_WORDS - 1 and len(known) >= SLOGAN_SHARE * len(telling)


@cache
def load_chrome() -> Chrome:
    """All that is known of page furniture. Raises KnowledgeError for a table that is wrong."""
    tables = [
        (entry.name, tomllib.loads(entry.read_text(encoding="utf-8")))
        for entry in sorted(
            resources.files("briefgen.knowledge").joinpath("locales").iterdir(),
            key=lambda entry: entry.name,
        )
        if entry.name.startswith("chrome.") and entry.name.endswith(".toml")
    ]

    def phrases(*keys: str) -> tuple[str, ...]:
        found: dict[str, None] = {}
        for name, table, key in ((*one, key) for one in tables for key in keys):
            values = table.get(key, [])
            if not all(isinstance(value, str) for value in values):
                raise KnowledgeError(f"{name}: {key} must be a list of phrases")
            found.update(dict.fromkeys(" ".join(value.casefold().split()) for value in values))
        return tuple(sorted(found, key=lambda phrase: (-len(phrase), phrase)))

    ages = tuple(
        (unit, _age_pattern(name, table["ages"][unit]))
        for name, table in tables
        if "ages" in table
        for unit in AGES
    )
    aged = (
        phrase.casefold().partition("{n}")[0]
        for _, table in tables
        for unit in AGES
        for phrase in table.get("ages", {}).get(unit, ())
    )
    return Chrome(
        ages=ages,
        age_openings=Openings.of(filter(None, aged)),
        ends=(ends := frozenset(map(plain, phrases("ends")))),
        end_words=frozenset(plain(end.split()[-1]) for end in ends),
        furniture=frozenset(map(plain, phrases("furniture"))),
        labels=frozenset(map(plain, phrases("labels"))),
        slogan=frozenset(phrases("slogan")),
        beginnings=Openings.of(phrases("beginnings")),
        calls=phrases("calls"),
        published=phrases("published", "as_of"),
        modified=phrases("modified"),
        by=phrases("by"),
        names=Openings.of((*phrases("by"), *phrases("modified"))),
        beside=tuple(one.rstrip(".") for one in phrases("beside")),
        clock_tails=phrases("clock_tails"),
        edits=frozenset(phrases("edits")),
        corrections=Openings.of(phrases("corrections")),
        corrected=Openings.of(phrases("corrected")),
        captions=Openings.of(phrases("captions")),
        editors=Openings.of(phrases("editors")),
        taking_back=Openings.of(phrases("corrections", "corrected", "editors")),
        undated=frozenset(map(plain, phrases("undated"))),
        unknown=frozenset(map(plain, phrases("unknown"))),
        daily=frozenset(phrases("daily")),
        as_of=phrases("as_of"),
        days_back=(phrases("today"), phrases("yesterday")),
        at_clock=phrases("at_clock"),
        wordless=phrases("wordless"),
        totals=frozenset(map(plain, phrases("totals"))),
        letter=MappingProxyType(_letter(tables)),
        wrote=phrases("wrote"),
    )


def _letter(tables: Sequence[tuple[str, Mapping[str, Any]]]) -> dict[str, str]:
    """The names of the fields of a letter's head in all languages, and what each holds."""
    found: dict[str, str] = {}
    for name, table in tables:
        for kind, labels in table.get("letter", {}).items():
            if kind not in LETTER or not all(isinstance(label, str) for label in labels):
                raise KnowledgeError(f"{name}: [letter] holds lists: {', '.join(LETTER)}")
            found.update(dict.fromkeys((label.casefold() for label in labels), kind))
    return found


def _age_pattern(name: str, phrases: list[str]) -> re.Pattern[str]:
    """What matches "2h ago" whole, out of the phrases with ``{n}`` for a number over one."""
    if not all(isinstance(phrase, str) and phrase.count("{n}") <= 1 for phrase in phrases):
        raise KnowledgeError(f"{name}: ages must be lists of phrases, each with one {{n}} at most")
    parts = (re.escape(phrase).replace(r"\{n\}", "([0-9]{1,3})") for phrase in phrases)
    return re.compile("|".join(parts), re.IGNORECASE)

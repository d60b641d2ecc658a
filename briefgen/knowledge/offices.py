"""Pack of offices + text → Titled: whom a text calls by which title, and when they had it.

The table lists offices, their titles, and who held them from when to when::

    former: [former, ex]              # words before a title that say it is over
    under: [vice, deputy]             # words that make it another office
    offices:
      - office: harbour master of Aven
        titles: [Harbour Master]
        holders:
          - {names: [Ida Fenwright, Fenwright], terms: [2019-03-01/2023-06-30, 2027-01-01/..]}

For who uses it: :func:`titles_in` gives them in the order of the text.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from briefgen.errors import BriefgenError, KnowledgeError
from briefgen.knowledge.safe_yaml import load_yaml
from briefgen.model import from_edtf

__all__ = ["Offices", "Term", "Titled", "load_offices", "parse_offices", "titles_in"]

PACK = Path(__file__).parent / "packs" / "world.offices.yaml"
_REACH = 60
"""Characters before a name in which its title stands, and what stands before that."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One stretch of days for which somebody held an office."""

    first: date
    last: date | None
    """None: they hold it as far as is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offices:
    """Who was called what, and when."""

    terms: Mapping[str, Mapping[str, tuple[str, tuple[Term, ...]]]]
    """Name → title, the longest first → the office, and the terms of all who bear both."""
    former: frozenset[str]
    under: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Titled:
    """A title and a name right behind it, as a text has them."""

    start: int
    end: int
    said: str
    """ "President Ida Fenwright"."""
    office: str
    terms: tuple[Term, ...]
    former: bool
    """Whether the text says that it is over."""


def titles_in(text: str, offices: Offices) -> tuple[Titled, ...]:
    """Whom a text calls by a title, in the order of the text."""
    found: dict[int, Titled] = {}
    for name, titles in offices.terms.items():
        at = text.find(name)
        while at >= 0:
            end = at + len(name)
            if not text[end : end + 1].isalnum():
                titled = _titled(text, at, end, titles, offices)
                known = found.get(titled.start) if titled is not None else None
                if titled is not None and (known is None or known.end < titled.end):
                    found[titled.start] = titled
            at = text.find(name, end)
    return tuple(found[start] for start in sorted(found))


def _titled(
    text: str,
    start: int,
    end: int,
    titles: Mapping[str, tuple[str, tuple[Term, ...]]],
    offices: Offices,
) -> Titled | None:
    """The title before a name, None where none of its titles stands there."""
    before = text[max(0, start - _REACH) : start]
    bare = before.rstrip()
    if bare == before:
        return None
    for title, (office, terms) in titles.items():
        if not bare.endswith(title) or bare[: -len(title)][-1:].isalnum():
            continue
        left = bare[: -len(title)]
        words = _words_before(left)
        if offices.under.intersection(words[-1:]):
            return None
        opening = start - (len(before) - len(left))
        return Titled(
            start=opening,
            end=end,
            said=" ".join(text[opening:end].split()),
            office=office,
            terms=terms,
            former=bool(offices.former.intersection(words[-3:])),
        )
    return None


def _words_before(left: str) -> list[str]:
    """The words that lead up to a title without a sign between them, in small letters."""
    stretch = re.split(r"[,;:!?()\"“”—\n]", left.lower())[-1]
    return re.findall(r"[^\W\d_]+", stretch)


@cache
def load_offices() -> Offices:
    """The bundled table. Raises KnowledgeError for one that is wrong."""
    return parse_offices(PACK.read_text(encoding="utf-8"), PACK.name)


def parse_offices(text: str, name: str) -> Offices:
    """The table in a text. Raises KnowledgeError naming file, office and reason."""
    raw = load_yaml(text)
    if not isinstance(raw, Mapping) or not isinstance(raw.get("offices"), list):
        raise KnowledgeError(f'{name}: has no list "offices:"; write it at the top')
    made: dict[str, dict[str, tuple[str, tuple[Term, ...]]]] = {}
    for entry in raw["offices"]:
        office = str(entry.get("office") or "") if isinstance(entry, Mapping) else ""
        try:
            for holder in entry["holders"]:
                terms = tuple(_term(told) for told in holder["terms"])
                for said in holder["names"]:
                    _add(made.setdefault(said, {}), entry["titles"], office, terms)
        except (KeyError, TypeError, ValueError, BriefgenError) as error:
            raise KnowledgeError(
                f'{name}: office "{office}": {error!r}; write office, titles, holders with names '
                "and terms"
            ) from error
    longest = {
        said: dict(sorted(titles.items(), key=lambda entry: (-len(entry[0]), entry[0])))
        for said, titles in made.items()
    }
    return Offices(
        terms=longest,
        former=frozenset(raw.get("former", ())),
        under=frozenset(raw.get("under", ())),
    )


def _add(
    titles: dict[str, tuple[str, tuple[Term, ...]]],
    named: list[str],
    office: str,
    terms: tuple[Term, ...],
) -> None:
    """Adds the terms of a holder under each title; those of namesakes stand together."""
    for title in named:
        known = titles[title][1] if title in titles else ()
        told = titles[title][0] if title in titles else office
        titles[title] = told, tuple(sorted({*known, *terms}, key=lambda term: term.first))


def _term(told: Any) -> Term:
    interval = from_edtf(str(told), UTC)
    if interval.start is None:
        raise ValueError(f"{told} has no start")
    last = None if interval.end is None else (interval.end - timedelta(seconds=1)).date()
    return Term(first=interval.start.date(), last=last)

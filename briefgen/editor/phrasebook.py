"""A reason or notice in English → the same in a brief's language, by a table of phrases.

The rooms before the editor tell in English why a date was read as it was, and what was left out:
in sentences of a kind, with names, quotes and dates in them. ``words/reasons.de.toml`` has the
kinds. A sentence that is of none of them stays English, and is marked as that.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from briefgen.editor.reworded import reword
from briefgen.editor.words import FOLDER, REASONS
from briefgen.errors import KnowledgeError
from briefgen.knowledge.locale import Locale, load_locale

__all__ = ["TOLD_IN", "Phrasebook", "Told", "load_phrasebook"]

TOLD_IN = "en"
"""The language in which the rooms before the editor tell."""
HOLE = re.compile(r"\\\{(\w+)\\\}")
QUOTED = re.compile(r"“\\\{(\w+)\\\}”")
WITHIN = "(?:[^“”]|“[^“”]*”)*"
"""What stands in quotes: what is quoted in it, too, and no more."""
DATES = frozenset({"date"})
"""Holes that hold a date, worded."""
PHRASES = frozenset(
    {"ground", "basis", "side", "reason", "lack", "lacks", "telling", "clue", "also"}
)
"""Holes that hold another phrase."""
PARTS = re.compile(r"; (?![^“”]*”)(?![^()]*\))")
"""Between the parts of a reason, not within quotes or brackets."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A sentence, and the language that it is in where that is not the brief's."""

    text: str
    language: str | None = None
    """ISO 639-1; None: the brief's own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrasebook:
    """The phrases of one language, the longest first."""

    language: str
    phrases: tuple[tuple[re.Pattern[str], str], ...]
    locale: Locale
    given: Locale
    """That of the language in which all is told before."""

    def tell(self, text: str) -> Told:
        """The text in the brief's language, or as it stands."""
        if self.language == TOLD_IN or not text:
            return Told(text=text)
        body = text.removesuffix(".")
        found = self._phrase(body)
        if found is None:
            return Told(text=text, language=TOLD_IN)
        return Told(text=found + text[len(body) :])

    def _phrase(self, text: str) -> str | None:
        """The phrase whole, or part by part."""
        whole = next(self._fitting(text), None)
        if whole is not None:
            return whole
        parts = PARTS.split(text)
        if len(parts) == 1:
            return self._basis(text)
        found = [self._phrase(part) for part in parts]
        return None if None in found else "; ".join(part for part in found if part)

    def _fitting(self, text: str) -> Iterator[str]:
        for shape, wanted in self.phrases:
            match = shape.fullmatch(text)
            if match is None:
                continue
            filled = {name: self._fill(name, held) for name, held in match.groupdict().items()}
            if None not in filled.values():
                yield wanted.format(**filled)

    def _fill(self, hole: str, held: str) -> str | None:
        if hole in DATES:
            return reword(held, self.given, self.locale)
        return self._phrase(held) if hole in PHRASES else held

    def _basis(self, text: str) -> str | None:
        """How a document's date is known, by the words of the locales."""
        bases: Mapping[str, str] = self.given.wording.bases
        return next(
            (self.locale.wording.bases.get(name) for name, told in bases.items() if told == text),
            None,
        )


@cache
def load_phrasebook(language: str) -> Phrasebook:
    """The phrases of a language; none for one that has no table of them.

    Raises KnowledgeError for a table that is not TOML.
    """
    phrases = _table(language) if language != TOLD_IN else {}
    order = sorted(phrases, key=lambda phrase: (-len(re.sub(r"\{\w+\}", "", phrase)), phrase))
    return Phrasebook(
        language=language,
        phrases=tuple((_shape(phrase), phrases[phrase]) for phrase in order),
        locale=load_locale(language),
        given=load_locale(TOLD_IN),
    )


def _shape(phrase: str) -> re.Pattern[str]:
    """What a phrase looks like when it is filled."""
    plain = re.escape(phrase).replace("\\ ", " ")
    quoted = QUOTED.sub(lambda hole: f"“(?P<{hole[1]}>{WITHIN})”", plain)
    return re.compile(HOLE.sub(lambda hole: f"(?P<{hole[1]}>.+?)", quoted), re.DOTALL)


def _table(language: str) -> dict[str, str]:
    path = FOLDER / f"{REASONS}{language}.toml"
    if not path.is_file():
        return {}
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise KnowledgeError(f"words/{REASONS}{language}.toml: {error}") from error
    return {str(key): str(value) for key, value in table["reasons"].items()}

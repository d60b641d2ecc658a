"""A language's table of brief words → Words, from which the editor fills every text.

Forms of the plural, and how numbers and lists are written, are Babel's (CLDR).
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from briefgen.errors import KnowledgeError

if TYPE_CHECKING:
    from babel import Locale

__all__ = ["CATEGORIES", "FOLDER", "LANGUAGES", "REASONS", "Words", "load_words"]

FALLBACK = "en"
CATEGORIES = ("zero", "one", "two", "few", "many", "other")
"""Of plurals, as CLDR names them; a language has some, and ``other`` always."""
PICTURES = "pictures."
REASONS = "reasons."
FOLDER = files("briefgen.editor") / "words"
LANGUAGES = tuple(
    sorted(
        path.name.removesuffix(".toml")
        for path in FOLDER.iterdir()
        if path.name.endswith(".toml") and not path.name.startswith((PICTURES, REASONS))
    )
)
"""ISO 639-1 codes of the languages that a brief can be written in, in order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words of a brief in one language."""

    language: str
    forms: str
    """The language as CLDR has it, with the country whose numbers and lists are meant: en_GB."""
    table: Mapping[str, Any]

    def text(self, key: str, /, **fields: object) -> str:
        """The text at ``section.key``, its braces filled.

        A plural chooses by the field ``n``; its whole numbers are counts, written as the language
        writes them, and ``{spelled}`` is ``n`` as a word where it is small.
        Raises KnowledgeError for a key that the table lacks.
        """
        section, _, name = key.partition(".")
        try:
            found = self.table[section][name]
            if isinstance(found, str):
                return found.format(**fields)
            n = fields["n"]
            if not isinstance(n, int):
                raise TypeError(f"{n!r} counts nothing")  # noqa: TRY301 (told as the others are)
            counts = {k: self.count(v) if isinstance(v, int) else v for k, v in fields.items()}
            pattern = str(found.get(_cldr(self.forms).plural_form(n), found["other"]))
            return pattern.format(**counts, spelled=self.number(n))
        except (KeyError, IndexError, ValueError, TypeError) as error:
            raise KnowledgeError(
                f"words/{self.language}.toml: {key}: {error!r}; compare with words/{FALLBACK}.toml"
            ) from error

    def number(self, value: object) -> str:
        """A small number as a word, a greater one in figures."""
        small = self.table["numbers"].get(str(value))
        return str(small) if small else self.count(value) if isinstance(value, int) else str(value)

    def count(self, value: float) -> str:
        """A number in figures: "1,234", "1 234", "1.234"; at most three decimals."""
        from babel.numbers import format_decimal  # noqa: PLC0415 (--help shall not wait for it)

        return format_decimal(value, locale=_cldr(self.forms))

    def joined(self, parts: Iterable[str]) -> str:
        """A list within a sentence: "a, b and c"."""
        from babel.lists import format_list  # noqa: PLC0415 (--help shall not wait for it)

        return format_list(list(parts), locale=_cldr(self.forms))

    def country(self, code: str) -> str | None:
        """The name of a country by its ISO 3166-1 code; None for a code that CLDR lacks."""
        return _cldr(self.forms).territories.get(code)

    def town(self, english: str, code: str) -> str | None:
        """The name of a country's town by its English one; None for one that CLDR lacks."""
        return _towns(self.forms).get((code, english))

    def among(self, name: str, key: str) -> str:
        """The word of a picture's table for a name; the name itself where it has none."""
        return str(self.table["pictures"].get(f"{name}.{key}", key))

    def section(self, name: str) -> dict[str, str]:
        """A section whole."""
        return {key: str(value) for key, value in self.table[name].items()}

    def controls(self) -> dict[str, str]:
        """What filters and the time axis of a page need; values by name: ``standing.denied``."""
        found = self.section("controls")
        for name, section in (("status", "status"), ("standing", "standing_names")):
            found |= {f"{name}.{value}": word for value, word in self.section(section).items()}
        return found


@cache
def _cldr(forms: str) -> "Locale":
    from babel import Locale  # noqa: PLC0415 (--help shall not wait for it)

    return Locale.parse(forms)


@cache
def _towns(forms: str) -> dict[tuple[str, str], str]:
    """Country and English name → the name, of the town that CLDR has for each time zone."""
    from babel.core import get_global  # noqa: PLC0415 (--help shall not wait for it)

    countries, renamed = get_global("zone_territories"), get_global("zone_aliases")
    english = _cldr(FALLBACK).time_zones
    found: dict[tuple[str, str], str] = {}
    for zone, names in _cldr(forms).time_zones.items():
        country = countries.get(renamed.get(zone, zone))
        if country and "city" in names:
            plain = zone.rpartition("/")[2].replace("_", " ")
            found[country, english.get(zone, {}).get("city", plain)] = names["city"]
    return found


@cache
def load_words(language: str) -> Words:
    """The words of a language; English for one that has no table yet.

    Raises KnowledgeError for a table that is not TOML.
    """
    code = language if language in LANGUAGES else FALLBACK
    table, pictures = _table(f"{code}.toml"), _table(f"{PICTURES}{code}.toml")
    return Words(
        language=code,
        forms=str(table.get("forms", code)),
        table={**table, "pictures": pictures["pictures"]},
    )


def _table(name: str) -> dict[str, Any]:
    try:
        return tomllib.loads((FOLDER / name).read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise KnowledgeError(f"words/{name}: {error}") from error

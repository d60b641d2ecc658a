"""A language's table of brief words → Words, from which the editor fills every text."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from briefgen.errors import KnowledgeError

__all__ = ["Words", "load_words"]

FALLBACK = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words of a brief in one language."""

    language: str
    table: Mapping[str, Any]

    def text(self, key: str, /, **fields: object) -> str:
        """The text at ``section.key``, its braces filled; plurals choose by the field ``n``.

        Raises KnowledgeError for a key that the table lacks.
        """
        section, _, name = key.partition(".")
        try:
            found = self.table[section][name]
            pattern = found if isinstance(found, str) else found[_plural(fields["n"])]
            return str(pattern).format(**fields)
        except (KeyError, IndexError, ValueError) as error:
            raise KnowledgeError(
                f"words/{self.language}.toml: {key}: {error!r}; compare with words/{FALLBACK}.toml"
            ) from error

    def number(self, value: int) -> str:
        """A small number as a word, a greater one in figures."""
        return str(self.table["numbers"].get(str(value), value))

    def verbs(self, name: str) -> frozenset[str]:
        """The verbs listed under a name."""
        return frozenset(self.table[name])

    def pattern(self, name: str) -> re.Pattern[str] | None:
        """Any of the phrases listed under a name, as whole words; None where none is."""
        return _any_of(self.verbs(name))

    def section(self, name: str) -> dict[str, str]:
        """A section whole."""
        return {key: str(value) for key, value in self.table[name].items()}


@cache
def _any_of(phrases: frozenset[str]) -> re.Pattern[str] | None:
    choices = "|".join(re.escape(phrase) for phrase in sorted(phrases))
    return re.compile(rf"\b(?:{choices})\b", re.IGNORECASE) if choices else None


def _plural(number: object) -> str:
    return "one" if number == 1 else "other"


@cache
def load_words(language: str) -> Words:
    """The words of a language; English for one that has no table yet.

    Raises KnowledgeError for a table that is not TOML.
    """
    table, pictures = _table("{}.toml", language), _table("pictures.{}.toml", language)
    return Words(language=str(table["language"]), table={"pictures": pictures["pictures"], **table})


def _table(pattern: str, language: str) -> dict[str, Any]:
    """A language's file of a name, or the English one."""
    folder = files("briefgen.editor") / "words"
    path = folder / pattern.format(language if language.isalnum() else FALLBACK)
    if not path.is_file():
        path = folder / pattern.format(FALLBACK)
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise KnowledgeError(f"{path.name}: {error}") from error

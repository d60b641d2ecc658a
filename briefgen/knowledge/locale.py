"""ISO 639-1 code → Locale, from locales/CODE.toml: a language's words, shapes, cues and wording.

A language is one file. Nothing in it is code: words with their values (``[lexicon.*]``), pieces of
shapes (``[pattern]``), rules (``[[rule]]``), what speaks for past and future (``[cues]``), how
sentences end (``[sentences]``) and how dates are worded in a brief (``[wording]``).
"""

from functools import cache
from importlib import resources

from briefgen.errors import KnowledgeError
from briefgen.knowledge.locale_reader import read_locale
from briefgen.knowledge.locale_tables import (
    Cues,
    Example,
    Figures,
    Glue,
    Locale,
    PlainWords,
    RuleData,
    SentenceData,
    Wording,
)

__all__ = [
    "LANGUAGES",
    "Cues",
    "Example",
    "Figures",
    "Glue",
    "Locale",
    "PlainWords",
    "RuleData",
    "SentenceData",
    "Wording",
    "load_locale",
    "parse_locale",
]

_FOLDER = resources.files("briefgen.knowledge").joinpath("locales")


def _languages() -> tuple[str, ...]:
    names = sorted(entry.name for entry in _FOLDER.iterdir())
    stems = [name.removesuffix(".toml") for name in names if name.endswith(".toml")]
    return tuple(stem for stem in stems if stem.isalpha())


LANGUAGES = _languages()
"""ISO 639-1 codes of the languages that come with briefgen, sorted."""
EVERY = "every.language.toml"
"""What figures say in every language: patterns, Roman numerals and rules that hold no word."""


@cache
def load_locale(language: str) -> Locale:
    """The locale of an ISO 639-1 code.

    Raises KnowledgeError for an unknown language, or a file with wrong data.
    """
    if language not in LANGUAGES:
        known = ", ".join(LANGUAGES)
        raise KnowledgeError(f"no locale for language {language!r}; known are: {known}")
    name = f"{language}.toml"
    return parse_locale(_FOLDER.joinpath(name).read_text(encoding="utf-8"), f"locales/{name}")


def parse_locale(text: str, source: str) -> Locale:
    """The locale that a TOML text states; the source is named in errors.

    Raises KnowledgeError naming source, table or rule, and reason.
    """
    return read_locale(text, source, _every())


@cache
def _every() -> str:
    return _FOLDER.joinpath(EVERY).read_text(encoding="utf-8")

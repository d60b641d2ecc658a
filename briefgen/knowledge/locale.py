"""locales/LANGUAGE.toml → Locale: a language's words, shapes, cues and wording, typed and checked.

A language is one file. Nothing in it is code: words with their values (``[lexicon.*]``), pieces of
shapes (``[pattern]``), rules (``[[rule]]``), what speaks for past and future (``[cues]``), how
sentences end (``[sentences]``) and how dates are worded in a brief (``[wording]``).
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Any

from briefgen.errors import KnowledgeError

__all__ = [
    "LANGUAGES",
    "Cues",
    "Example",
    "Glue",
    "Locale",
    "RuleData",
    "SentenceData",
    "Wording",
    "load_locale",
    "parse_locale",
]


def _languages() -> tuple[str, ...]:
    folder = resources.files("briefgen.knowledge").joinpath("locales")
    names = sorted(entry.name for entry in folder.iterdir())
    stems = [name.removesuffix(".toml") for name in names if name.endswith(".toml")]
    return tuple(stem for stem in stems if stem.isalpha())


LANGUAGES = _languages()
"""ISO 639-1 codes of the languages that come with briefgen, sorted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A text and what its rule must make of it; runs as a test."""

    text: str
    value: str
    """TIMEX3 value of the rule's mention."""
    date: str | None = None
    """ISO date of the text; None: the text has no date."""
    span: str | None = None
    """The mention's text; None: not checked."""
    edtf: str | None = None
    type: str | None = None
    mod: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleData:
    """One rule: a shape that finds, and the name of the reading that says what was found."""

    name: str
    shape: str
    reading: str
    type: str | None = None
    """TIMEX3 type, where it is not the reading's own."""
    relation: str | None = None
    fields: Mapping[str, str] = field(default_factory=dict)
    """Constants that the shape implies: ``{unit = "D", shift = "-1"}``."""
    needs_lead: bool = False
    """Counts only after one of the locale's lead words ("in", "since", "last")."""
    after: frozenset[str] = frozenset()
    """Counts only right after one of these words; ``#`` is any figure."""
    not_before: frozenset[str] = frozenset()
    """Does not count right before one of these words."""
    closed: bool = False
    """Counts only before punctuation or one of the locale's closers."""
    capital: bool = False
    """Counts only where its first letter is a capital: "March", not "march"."""
    examples: tuple[Example, ...] = ()
    never: tuple[str, ...] = ()
    """Texts in which the rule must find nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceData:
    """What a full stop after a word means. Words without their last stop."""

    never: frozenset[str] = frozenset()
    """Never ends a sentence: titles before a name."""
    number: frozenset[str] = frozenset()
    """Does not end a sentence before a number: "No. 5", "Aug. 7"."""
    maybe: frozenset[str] = frozenset()
    """Ends a sentence only before one of the starters: "U.S.", "p.m."."""
    starters: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """Words that tell past from future, lower case."""

    past: frozenset[str] = frozenset()
    """Verb forms and auxiliaries of the past: "said", "was", "struck"."""
    past_endings: tuple[str, ...] = ()
    """Word endings of the past: "ed"."""
    not_past: frozenset[str] = frozenset()
    """Words with such an ending that are none: "hundred"."""
    future: frozenset[str] = frozenset()
    """"will", "shall"; may be several words."""
    plan: frozenset[str] = frozenset()
    """"scheduled", "due", "upcoming"; may be several words."""
    speech: frozenset[str] = frozenset()
    """Verbs that introduce what somebody said."""
    lead_future: frozenset[str] = frozenset()
    """Words right before an expression that point ahead: "by", "ahead of"."""
    lead_past: frozenset[str] = frozenset()
    """Words right before an expression that point back: "since"."""
    headline_plan: frozenset[str] = frozenset()
    """Words that tell a plan in headlines only: "to"."""
    subordinate: frozenset[str] = frozenset()
    """Words that open a clause inside another: "that", "which", "who"."""
    present: frozenset[str] = frozenset()
    """Words after which a past form tells a state: "is", "remains"."""
    boundary: frozenset[str] = frozenset()
    """Words that open a clause: "that", "which", "but"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Glue:
    """What may stand between two expressions that are one."""

    time: frozenset[str] = frozenset()
    """Between a time and its day: "", "on", ",". """
    dash: frozenset[str] = frozenset()
    """Dashes between the ends of a range."""
    night: frozenset[str] = frozenset()
    """Between a night and the two days that it touches: "overnight, *from* 10 to 11 March"."""
    into: frozenset[str] = frozenset()
    """Between a night and the day on which it ends: "overnight *into* Thursday"."""
    listed: frozenset[str] = frozenset()
    """Between dates of a list whose year only the last one tells."""
    ranges: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Word or dash between the ends → words of which one must stand before both ("from",
    "between"); none: nothing need."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """How a brief in this language words dates."""

    months: tuple[str, ...]
    """Twelve, short: "Jul"."""
    months_long: tuple[str, ...]
    weekdays: tuple[str, ...]
    """Seven, short, Monday first."""
    weekdays_long: tuple[str, ...]
    seasons: tuple[str, ...]
    """Four: spring, summer, autumn, winter."""
    parts: Mapping[str, str]
    """TIMEX3 part of day (MO, AF, EV, NI …) → word."""
    bases: Mapping[str, str]
    """How a document's date is known (sidecar, json-ld, option …) → words."""
    phrases: Mapping[str, str]
    """Python format strings by name: ``since = "since {date}"``."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Locale:
    """All that briefgen knows of a language. Compared and hashed by identity."""

    language: str
    name: str
    lexicon: Mapping[str, Mapping[str, str]]
    """Table → word as written in lower case → value."""
    patterns: Mapping[str, str]
    """Name → regular expression in the subset that RE2 shares: bounded, no lookaround."""
    rules: tuple[RuleData, ...]
    leads: frozenset[str]
    """Words that may stand before a bare month: "in", "since", "last"."""
    closers: frozenset[str]
    """Words that may follow where nothing else may: "and", "to"."""
    relations: Mapping[str, str]
    """Words before an expression → relation: "since", "by", "until"."""
    ambiguous: frozenset[str]
    """Words that are dates only with a capital letter: "may", "sun"."""
    glue: Glue
    cues: Cues
    sentences: SentenceData
    wording: Wording


@cache
def load_locale(language: str) -> Locale:
    """The locale of an ISO 639-1 code.

    Raises KnowledgeError for an unknown language, or a file with wrong data.
    """
    if language not in LANGUAGES:
        known = ", ".join(LANGUAGES)
        raise KnowledgeError(f"no locale for language {language!r}; known are: {known}")
    name = f"locales/{language}.toml"
    text = resources.files("briefgen.knowledge").joinpath(name).read_text(encoding="utf-8")
    return parse_locale(text, name)


def parse_locale(text: str, source: str) -> Locale:
    """The locale that a TOML text states; the source is named in errors.

    Raises KnowledgeError naming source, table or rule, and reason.
    """
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise KnowledgeError(f"{source}: not TOML: {error}") from error
    read = _Reader(source)
    lists = {
        name: frozenset(read.listed(words, f"[lists] {name}"))
        for name, words in read.table(raw.get("lists", {}), "[lists]").items()
    }
    rules = tuple(
        _rule(read, entry, number, lists) for number, entry in enumerate(raw.get("rule", ()), 1)
    )
    names = [rule.name for rule in rules]
    for name in names:
        if names.count(name) > 1:
            raise KnowledgeError(f"{source}: rule {name!r} stands twice; give each one name")
    lexicon = {
        table: {
            word: read.text(value, f"[lexicon.{table}] {word!r}")
            for word, value in read.table(words, f"[lexicon.{table}]").items()
        }
        for table, words in read.table(raw.get("lexicon", {}), "[lexicon]").items()
    }
    for table, words in lexicon.items():
        for word in (word for word in words if word != word.lower()):
            raise KnowledgeError(
                f"{source}: [lexicon.{table}] {word!r} must be written in lower case"
            )
    return Locale(
        language=read.text(raw.get("language"), "language"),
        name=read.text(raw.get("name"), "name"),
        lexicon=lexicon,
        patterns=read.texts(raw.get("pattern", {}), "[pattern]"),
        rules=rules,
        leads=read.words(raw, "leads"),
        closers=read.words(raw, "closers"),
        relations=read.texts(raw.get("relation", {}), "[relation]"),
        ambiguous=read.words(raw, "ambiguous"),
        glue=_glue(read, read.table(raw.get("glue", {}), "[glue]")),
        cues=_cues(read, read.table(raw.get("cues", {}), "[cues]")),
        sentences=_sentences(read, read.table(raw.get("sentences", {}), "[sentences]")),
        wording=_wording(read, read.table(raw.get("wording"), "[wording]")),
    )


@dataclass(frozen=True, slots=True)
class _Reader:
    """Checked access to raw TOML; every error names the source and the place."""

    source: str

    def fail(self, where: str, want: str, got: object) -> KnowledgeError:
        return KnowledgeError(f"{self.source}: {where} must be {want}, not {got!r}")

    def text(self, value: object, where: str) -> str:
        if not isinstance(value, str):
            raise self.fail(where, "a text", value)
        return value

    def table(self, value: object, where: str) -> dict[str, Any]:
        if not isinstance(value, dict):
            raise self.fail(where, "a table", value)
        return value

    def texts(self, value: object, where: str) -> dict[str, str]:
        pairs = self.table(value, where).items()
        return {key: self.text(item, f"{where} {key!r}") for key, item in pairs}

    def listed(self, value: object, where: str) -> tuple[str, ...]:
        if not isinstance(value, list):
            raise self.fail(where, "a list of texts", value)
        return tuple(self.text(item, where) for item in value)

    def words(self, table: Mapping[str, Any], key: str, where: str = "") -> frozenset[str]:
        return frozenset(self.listed(table.get(key, []), f"{where}{key}"))

    def known(self, table: Mapping[str, Any], keys: frozenset[str], where: str) -> None:
        for key in table:
            if key not in keys:
                raise self.fail(f"{where} key", f"one of {', '.join(sorted(keys))}", key)


RULE_KEYS = frozenset(RuleData.__dataclass_fields__)
EXAMPLE_KEYS = frozenset(Example.__dataclass_fields__)
TYPES = frozenset({"DATE", "TIME", "DURATION", "SET"})


def _words_or_lists(
    read: _Reader,
    table: Mapping[str, Any],
    key: str,
    where: str,
    lists: Mapping[str, frozenset[str]],
) -> frozenset[str]:
    """Words, or ``@name`` for a list of the locale's ``[lists]``."""
    words: set[str] = set()
    for word in read.listed(table.get(key, []), f"{where} {key}"):
        if word.startswith("@") and word[1:] not in lists:
            raise read.fail(f"{where} {key}", f"one of [lists] ({', '.join(lists)})", word)
        words |= lists[word[1:]] if word.startswith("@") else {word}
    return frozenset(words)


def _rule(read: _Reader, raw: object, number: int, lists: Mapping[str, frozenset[str]]) -> RuleData:
    table = read.table(raw, f"[[rule]] {number}")
    name = read.text(table.get("name"), f"[[rule]] {number} name")
    where = f"rule {name!r}:"
    read.known(table, RULE_KEYS, where)
    kind = table.get("type")
    if kind is not None and kind not in TYPES:
        raise read.fail(f"{where} type", "DATE, TIME, DURATION or SET", kind)
    for flag in ("needs_lead", "capital", "closed"):
        if not isinstance(table.get(flag, False), bool):
            raise read.fail(f"{where} {flag}", "true or false", table[flag])
    examples = table.get("examples", [])
    if not isinstance(examples, list):
        raise read.fail(f"{where} examples", "a list of tables", examples)
    relation = table.get("relation")
    return RuleData(
        name=name,
        shape=read.text(table.get("shape"), f"{where} shape"),
        reading=read.text(table.get("reading"), f"{where} reading"),
        type=kind,
        relation=None if relation is None else read.text(relation, f"{where} relation"),
        fields=read.texts(table.get("fields", {}), f"{where} fields"),
        needs_lead=table.get("needs_lead", False),
        capital=table.get("capital", False),
        closed=table.get("closed", False),
        after=_words_or_lists(read, table, "after", where, lists),
        not_before=_words_or_lists(read, table, "not_before", where, lists),
        examples=tuple(_example(read, entry, where) for entry in examples),
        never=read.listed(table.get("never", []), f"{where} never"),
    )


def _example(read: _Reader, raw: object, where: str) -> Example:
    table = read.texts(raw, f"{where} example")
    read.known(table, EXAMPLE_KEYS, f"{where} example")
    for key in ("text", "value"):
        if key not in table:
            raise read.fail(f"{where} example", f"given a {key}", table)
    return Example(**table)


def _cues(read: _Reader, raw: Mapping[str, Any]) -> Cues:
    read.known(raw, frozenset(Cues.__dataclass_fields__), "[cues]")
    endings = read.listed(raw.get("past_endings", []), "[cues] past_endings")
    sets = {
        name: read.words(raw, name, "[cues] ")
        for name in Cues.__dataclass_fields__
        if name != "past_endings"
    }
    return Cues(past_endings=endings, **sets)


def _glue(read: _Reader, raw: Mapping[str, Any]) -> Glue:
    read.known(raw, frozenset(Glue.__dataclass_fields__), "[glue]")
    words = [name for name in Glue.__dataclass_fields__ if name != "ranges"]
    ranges = {
        word: frozenset(read.listed(openers, f"[glue.ranges] {word!r}"))
        for word, openers in read.table(raw.get("ranges", {}), "[glue.ranges]").items()
    }
    return Glue(**{name: read.words(raw, name, "[glue] ") for name in words}, ranges=ranges)


def _sentences(read: _Reader, raw: Mapping[str, Any]) -> SentenceData:
    names = tuple(SentenceData.__dataclass_fields__)
    read.known(raw, frozenset(names), "[sentences]")
    return SentenceData(**{name: read.words(raw, name, "[sentences] ") for name in names})


COUNTS = {"months": 12, "months_long": 12, "weekdays": 7, "weekdays_long": 7, "seasons": 4}


def _wording(read: _Reader, raw: Mapping[str, Any]) -> Wording:
    lists = {}
    for name, count in COUNTS.items():
        words = read.listed(raw.get(name), f"[wording] {name}")
        if len(words) != count:
            raise read.fail(f"[wording] {name}", f"{count} words", len(words))
        lists[name] = words
    return Wording(
        **lists,
        parts=read.texts(raw.get("parts"), "[wording.parts]"),
        bases=read.texts(raw.get("bases", {}), "[wording.bases]"),
        phrases=read.texts(raw.get("phrases"), "[wording.phrases]"),
    )

"""A language's TOML → Locale: read, spelled out and checked.

Words may be written as a stem with its endings, as the shapes of rules are: ``тиж(день|ня|ню)`` is
three words, ``year[s]`` two (:mod:`briefgen.knowledge.spelling`). What no language says otherwise,
the figures, comes from the file for every language; a table or rule of the same name in the
language's own file replaces it.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from briefgen.errors import KnowledgeError
from briefgen.knowledge.locale_tables import (
    Cues,
    Example,
    Figures,
    Glue,
    Locale,
    RuleData,
    SentenceData,
    Wording,
)
from briefgen.knowledge.spelling import spelled

__all__ = ["read_locale"]


def read_locale(text: str, source: str, every: str) -> Locale:
    """The locale that a TOML text states, with what ``every`` states for all languages.

    Raises KnowledgeError naming the source, the table or rule, and the reason.
    """
    own = _Tables.of(text, source)
    shared = _Tables.of(every, "what is the same in every language")
    read, raw = own.read, own.raw
    read.known(raw, KEYS, "top-level")
    words = _Words(read, own.lexicon, own.lists)
    rules = own.rules(words)
    named = {rule.name for rule in rules}
    rest = tuple(rule for rule in shared.rules(words) if rule.name not in named)
    capitals = read.text(raw.get("capitals", "names"), "capitals")
    if capitals not in {"names", "nouns"}:
        raise read.fail("capitals", '"names" or "nouns"', capitals)
    return Locale(
        language=read.text(raw.get("language"), "language"),
        name=read.text(raw.get("name"), "name"),
        lexicon={**shared.lexicon, **own.lexicon},
        patterns={**shared.texts("pattern"), **own.texts("pattern")},
        rules=(*rules, *rest),
        leads=words.of(raw, "leads"),
        closers=words.of(raw, "closers"),
        relations=_relations(read, raw),
        ambiguous=words.of(raw, "ambiguous"),
        noun_capitals=capitals == "nouns",
        figures=_figures(words, own.table("numbers")),
        glue=_glue(words, own.table("glue")),
        cues=_cues(words, own.table("cues")),
        sentences=_sentences(words, own.table("sentences")),
        wording=_wording(read, read.table(raw.get("wording"), "[wording]"), shared.raw["wording"]),
    )


KEYS = frozenset(
    {"language", "name", "capitals", "leads", "closers", "ambiguous", "lists", "relation", "glue",
     "numbers", "cues", "sentences", "wording", "lexicon", "pattern", "rule"}
)  # fmt: skip
"""What may stand at the top of a language's file."""


@dataclass(frozen=True, slots=True)
class _Tables:
    """One TOML text, its words spelled out."""

    read: "_Reader"
    raw: Mapping[str, Any]
    lexicon: Mapping[str, Mapping[str, str]]
    lists: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, text: str, source: str) -> "_Tables":
        read = _Reader(source)
        try:
            raw = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            raise KnowledgeError(f"{source}: not TOML: {error}") from error
        lexicon = {
            table: _lexicon(read, words, f"[lexicon.{table}]")
            for table, words in read.table(raw.get("lexicon", {}), "[lexicon]").items()
        }
        lists: dict[str, frozenset[str]] = {}
        for name, words in read.table(raw.get("lists", {}), "[lists]").items():
            lists[name] = _Words(read, lexicon, lists).all(words, f"[lists] {name}")
        return cls(read, raw, lexicon, lists)

    def table(self, name: str) -> Mapping[str, Any]:
        return self.read.table(self.raw.get(name, {}), f"[{name}]")

    def texts(self, name: str) -> Mapping[str, str]:
        return self.read.texts(self.raw.get(name, {}), f"[{name}]")

    def rules(self, words: "_Words") -> tuple[RuleData, ...]:
        """Its rules, whose lists of words are those of the language."""
        entries = enumerate(self.raw.get("rule", ()), 1)
        rules = tuple(_rule(self.read, words, entry, number) for number, entry in entries)
        names = [rule.name for rule in rules]
        for name in names:
            if names.count(name) > 1:
                raise KnowledgeError(
                    f"{self.read.source}: rule {name!r} stands twice; give each one name"
                )
        return rules


def _lexicon(read: "_Reader", words: object, where: str) -> dict[str, str]:
    """The words of a table, each with its value."""
    table: dict[str, str] = {}
    for written, value in read.table(words, where).items():
        text = read.text(value, f"{where} {written!r}")
        if written != written.lower():
            raise KnowledgeError(
                f"{read.source}: {where} {written!r} must be written in lower case"
            )
        for word in spelled(written, f"{read.source}: {where}"):
            if table.setdefault(word, text) != text:
                raise KnowledgeError(
                    f"{read.source}: {where} {word!r} has two values, {table[word]!r} and {text!r}"
                )
    return table


@dataclass(frozen=True, slots=True)
class _Words:
    """Lists of words: spelled out, and ``@name`` for a list or a lexicon table of the locale."""

    read: "_Reader"
    lexicon: Mapping[str, Mapping[str, str]]
    lists: Mapping[str, Iterable[str]]

    def ordered(self, value: object, where: str) -> tuple[str, ...]:
        found: list[str] = []
        for word in self.read.listed(value, where):
            if not word.startswith("@"):
                found.extend(spelled(word, f"{self.read.source}: {where}"))
                continue
            named = self.lists.get(word[1:], self.lexicon.get(word[1:]))
            if named is None:
                known = ", ".join(f"@{name}" for name in (*self.lists, *self.lexicon))
                raise self.read.fail(where, f"one of {known}", word)
            found.extend(named)
        return tuple(dict.fromkeys(found))

    def all(self, value: object, where: str) -> frozenset[str]:
        return frozenset(self.ordered(value, where))

    def of(self, table: Mapping[str, Any], key: str, where: str = "") -> frozenset[str]:
        return self.all(table.get(key, []), f"{where}{key}")


def _relations(read: "_Reader", raw: Mapping[str, Any]) -> dict[str, str]:
    return _lexicon(read, raw.get("relation", {}), "[relation]")


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

    def known(self, table: Mapping[str, Any], keys: frozenset[str], where: str) -> None:
        for key in table:
            if key not in keys:
                raise self.fail(f"{where} key", f"one of {', '.join(sorted(keys))}", key)


RULE_KEYS = frozenset(RuleData.__dataclass_fields__)
EXAMPLE_KEYS = frozenset(Example.__dataclass_fields__)
TYPES = frozenset({"DATE", "TIME", "DURATION", "SET"})


def _rule(read: _Reader, words: _Words, raw: object, number: int) -> RuleData:
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
        after=words.of(table, "after", f"{where} "),
        not_after=words.of(table, "not_after", f"{where} "),
        not_before=words.of(table, "not_before", f"{where} "),
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


def _cues(words: _Words, raw: Mapping[str, Any]) -> Cues:
    words.read.known(raw, frozenset(Cues.__dataclass_fields__), "[cues]")
    lists: dict[str, Any] = {
        name: words.ordered(raw.get(name, []), f"[cues] {name}")
        if name.endswith("_endings")
        else words.of(raw, name, "[cues] ")
        for name in Cues.__dataclass_fields__
        if name != "past_shape"
    }
    shape = raw.get("past_shape")
    if shape is not None:
        shape = words.read.text(shape, "[cues] past_shape")
        try:
            re.compile(shape)
        except re.error as error:
            raise words.read.fail(f"[cues] past_shape: {error}", "a pattern", shape) from error
    return Cues(past_shape=shape, **lists)


def _figures(words: _Words, raw: Mapping[str, Any]) -> Figures:
    words.read.known(raw, frozenset(Figures.__dataclass_fields__), "[numbers]")
    return Figures(
        decimal=words.read.text(raw.get("decimal", "."), "[numbers] decimal"),
        thousands=words.of(raw, "thousands", "[numbers] "),
        ordinal_marks=words.ordered(raw.get("ordinal_marks", []), "[numbers] ordinal_marks"),
    )


def _glue(words: _Words, raw: Mapping[str, Any]) -> Glue:
    read = words.read
    read.known(raw, frozenset(Glue.__dataclass_fields__), "[glue]")
    sets = {
        name: words.of(raw, name, "[glue] ")
        for name in Glue.__dataclass_fields__
        if name not in {"ranges", "possessive", "adjectival"}
    }
    ranges = {
        word: words.all(openers, f"[glue.ranges] {written!r}")
        for written, openers in read.table(raw.get("ranges", {}), "[glue.ranges]").items()
        for word in spelled(written, f"{read.source}: [glue.ranges]")
    }
    possessive = words.ordered(raw.get("possessive", []), "[glue] possessive")
    adjectival = words.ordered(raw.get("adjectival", []), "[glue] adjectival")
    return Glue(**sets, ranges=ranges, possessive=possessive, adjectival=adjectival)


def _sentences(words: _Words, raw: Mapping[str, Any]) -> SentenceData:
    names = tuple(SentenceData.__dataclass_fields__)
    words.read.known(raw, frozenset(names), "[sentences]")
    return SentenceData(**{name: words.of(raw, name, "[sentences] ") for name in names})


COUNTS = {"months": 12, "months_long": 12, "weekdays": 7, "weekdays_long": 7, "seasons": 4}


def _wording(read: _Reader, raw: Mapping[str, Any], shared: Mapping[str, Any]) -> Wording:
    read.known(raw, frozenset(Wording.__dataclass_fields__), "[wording]")
    lists = {}
    for name, count in COUNTS.items():
        words = read.listed(raw.get(name), f"[wording] {name}")
        if len(words) != count:
            raise read.fail(f"[wording] {name}", f"{count} words", len(words))
        lists[name] = words
    phrases = read.texts(raw.get("phrases", {}), "[wording.phrases]")
    read.known(phrases, frozenset(shared["phrases"]), "[wording.phrases]")
    changes = read.table(raw.get("changes", {}), "[wording.changes]")
    return Wording(
        **lists,
        parts=read.texts(raw.get("parts"), "[wording.parts]"),
        bases=read.texts(raw.get("bases", {}), "[wording.bases]"),
        phrases={**shared["phrases"], **phrases},
        ordinals=read.texts(raw.get("ordinals", {}), "[wording.ordinals]"),
        changes={
            phrase: read.texts(words, f"[wording.changes.{phrase}]")
            for phrase, words in changes.items()
        },
    )

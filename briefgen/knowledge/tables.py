"""TOML file → typed fields, or an error that names file, table, key, reason and remedy.

A :class:`Table` is read once: every key that is asked for is checked for its type and struck off;
:meth:`Table.done` complains about what is left, with the nearest known key.
"""

import difflib
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from briefgen.errors import BriefgenError, KnowledgeError

__all__ = ["Table", "nearest", "read_table"]

KINDS: Mapping[type, str] = {
    str: "text in quotes",
    int: "a whole number",
    float: "a number",
    bool: "true or false",
    list: "a list",
    dict: "a table",
}


def nearest(word: str, known: Iterable[str]) -> str:
    """`; did you mean "x"?` for the nearest known word, or nothing."""
    folded = {name.casefold(): name for name in known}
    close = difflib.get_close_matches(word.casefold(), folded, n=1, cutoff=0.6)
    return f'; did you mean "{folded[close[0]]}"?' if close else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One table of a TOML file, with the place at which it stands."""

    file: str
    place: str
    """``[limits]``, ``[[theater]] 3 "donetsk"``; empty: the top of the file."""
    values: Mapping[str, Any]
    error: type[BriefgenError] = KnowledgeError
    asked: set[str] = field(default_factory=set)
    """The keys asked for so far; a reader's own notebook, never shared."""

    def fail(self, key: str, reason: str) -> BriefgenError:
        """The error for a key of this table, to be raised."""
        where = f"{self.file}: {self.place}: " if self.place else f"{self.file}: "
        return self.error(f"{where}{key}: {reason}" if key else f"{where}{reason}")

    def has(self, key: str) -> bool:
        """Whether the key is given."""
        return key in self.values

    def text(self, key: str, default: str | None = None) -> str:
        """A text; required where there is no default."""
        value = self._typed(key, str, default)
        assert isinstance(value, str)
        if not value.strip() and default != value:
            raise self.fail(
                key, "is empty; write something between the quotes or leave the key out"
            )
        return value

    def optional(self, key: str) -> str | None:
        """A text, or None where the key is absent."""
        self.asked.add(key)
        return self.text(key) if self.has(key) else None

    def number(self, key: str, default: float) -> float:
        """A number, whole or not."""
        value = self._typed(key, float, default)
        return float(value)

    def decimal(self, key: str) -> float | None:
        """A number, or None where the key is absent."""
        self.asked.add(key)
        return self.number(key, 0.0) if self.has(key) else None

    def whole(self, key: str, default: int, *, least: int = 0) -> int:
        """A whole number, not below the least."""
        value = int(self._typed(key, int, default))
        if value < least:
            raise self.fail(key, f"is {value}; it must be {least} or more")
        return value

    def flag(self, key: str, default: bool) -> bool:
        """True or false."""
        return bool(self._typed(key, bool, default))

    def texts(self, key: str, default: tuple[str, ...] = ()) -> tuple[str, ...]:
        """A list of texts."""
        if not self.has(key):
            self.asked.add(key)
            return default
        values = self._typed(key, list, None)
        for position, value in enumerate(values, start=1):
            if not isinstance(value, str) or not value.strip():
                raise self.fail(
                    key, f"item {position} is {value!r}; a list of texts in quotes is wanted"
                )
        return tuple(values)

    def items(self, key: str) -> list[object]:
        """A list of anything; the caller checks what stands in it."""
        return list(self._typed(key, list, None))

    def table(self, key: str) -> "Table":
        """A table inside this one; an empty one where it is absent."""
        values = self._typed(key, dict, {})
        return Table(
            file=self.file, place=f"[{self._within(key)}]", values=values, error=self.error
        )

    def _within(self, key: str) -> str:
        """The name of a table inside this one: ``mail.server``."""
        plain = self.place.startswith("[") and not self.place.startswith("[[")
        return f"{self.place[1:-1]}.{key}" if plain else key

    def tables(self, key: str) -> Iterator["Table"]:
        """The tables of an array of tables, in order."""
        values = self._typed(key, list, [])
        for position, item in enumerate(values, start=1):
            if not isinstance(item, dict):
                raise self.fail(
                    key, f"item {position} is not a table; write [[{self._within(key)}]] above it"
                )
            label = item.get("id", item.get("name"))
            shown = f' "{label}"' if isinstance(label, str) else ""
            place = f"[[{self._within(key)}]] {position}{shown}"
            yield Table(file=self.file, place=place, values=item, error=self.error)

    def done(self) -> None:
        """Raise for the first key that nobody asked for."""
        for key in self.values:
            if key not in self.asked:
                known = ", ".join(sorted(self.asked))
                raise self.fail(key, f"unknown key{nearest(key, self.asked)} (known here: {known})")

    def _typed(self, key: str, kind: type, default: Any) -> Any:
        """The value of a key, checked; whole numbers are numbers, true and false are not."""
        self.asked.add(key)
        if key not in self.values:
            if default is None:
                raise self.fail(key, f"is missing; {KINDS[kind]} is wanted")
            return default
        value = self.values[key]
        fits = isinstance(value, (int, float) if kind is float else kind)
        if not fits or (isinstance(value, bool) and kind is not bool):
            raise self.fail(key, f"is {value!r}; {KINDS[kind]} is wanted")
        return value


def read_table(
    path: Path, *, shown: str | None = None, error: type[BriefgenError] = KnowledgeError
) -> Table:
    """The top table of a TOML file.

    Raises the given error where the file is missing, is no UTF-8 or no TOML.
    """
    name = shown or path.name
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise error(f"{name}: there is no such file ({_siblings(path)})") from None
    except IsADirectoryError:
        raise error(f"{name}: is a folder; name a TOML file in it") from None
    except UnicodeDecodeError as reason:
        raise error(f"{name}: is not UTF-8 ({reason.reason}); save it as UTF-8") from reason
    except OSError as reason:
        raise error(f"{name}: cannot be read: {reason.strerror}") from reason
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as reason:
        raise error(f"{name}: is not TOML: {reason}") from reason
    return Table(file=name, place="", values=values, error=error)


def _siblings(path: Path) -> str:
    """What stands beside a missing file, for the remedy."""
    if not path.parent.is_dir():
        return f"nor is there a folder {path.parent.name or '.'}"
    beside = sorted(item.name for item in path.parent.glob("*.toml"))
    if not beside:
        return "no .toml file stands beside it"
    return f"beside it: {', '.join(beside[:8])}{nearest(path.name, beside)}"

"""A table as somebody wrote it → its fields under the names that briefgen uses."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

from briefgen.knowledge.safe_yaml import NOTHING
from briefgen.readers.raw.decode import tidy

__all__ = ["field_name", "names", "one_line", "several"]

_SEPARATOR = re.compile(r"[\s_-]+")
LIST_SEPARATOR = re.compile(r"\s*[,;|]\s*")


@cache
def names(table: str) -> Mapping[str, tuple[str, ...]]:
    """Field → names under which people keep it, of ``row``, ``file`` or ``html``."""
    path = resources.files("briefgen.readers").joinpath("data/fields.toml")
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    return {field: tuple(known) for field, known in raw[table].items()}


@cache
def _lookup(table: str) -> Mapping[str, str]:
    return {name: field for field, known in names(table).items() for name in known}


def field_name(table: str, key: Any) -> str | None:
    """The field that a key means, None for a key that means none."""
    return _lookup(table).get(_SEPARATOR.sub("_", str(key).strip()).casefold())


def one_line(value: Any) -> str | None:
    """A scalar as one line of text; None for nothing, a list or a table."""
    if value is None or isinstance(value, (list, dict)):
        return None
    text = " ".join(tidy(str(value)).split())
    return None if text in NOTHING else text


def several(value: Any) -> tuple[str, ...]:
    """A list, or "one, two", as its members."""
    if isinstance(value, list):
        return tuple(text for item in value if (text := one_line(item)))
    text = one_line(value)
    return tuple(part for part in LIST_SEPARATOR.split(text) if part) if text else ()

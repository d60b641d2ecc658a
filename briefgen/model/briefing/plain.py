"""Briefing → plain data (dicts, lists, strings), as JSON holds it."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from briefgen.model.briefing.brief import Briefing

__all__ = ["to_plain"]


def to_plain(briefing: Briefing) -> dict[str, Any]:
    """The whole brief; each section with its ``kind``, dates and times in ISO 8601."""
    plain: dict[str, Any] = _plain(briefing)
    return plain


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        kind = getattr(value, "kind", None)
        found = {each.name: _plain(getattr(value, each.name)) for each in fields(value)}
        return {"kind": kind, **found} if kind else found
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    return value.isoformat() if isinstance(value, date) else value

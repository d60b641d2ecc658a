"""Briefing → brief-DATE.json, schema ``briefgen.briefing/1``: every text of a brief, decided.

For templates in other languages and other programs: what a brief says, in its order, worded. The
schema is ``docs/schema/briefing-1.schema.json``.
"""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from typing import Any

from briefgen.model.briefing import Section
from briefgen.writers.order import Order

__all__ = ["BRIEFING_SCHEMA", "briefing_json"]

BRIEFING_SCHEMA = "briefgen.briefing/1"


def briefing_json(order: Order) -> bytes:
    """The briefing as UTF-8 JSON, fields in the model's order; a section says its ``kind``."""
    data = {"schema": BRIEFING_SCHEMA, **_plain(order.briefing)}
    text = json.dumps(data, ensure_ascii=False, indent=1, allow_nan=False) + "\n"
    return text.encode("utf-8", errors="backslashreplace")


def _plain(value: Any) -> Any:
    """Dataclasses and mappings as objects, tuples as arrays, dates as ISO 8601."""
    if is_dataclass(value) and not isinstance(value, type):
        kind = {"kind": value.kind} if isinstance(value, Section) else {}
        return kind | {one.name: _plain(getattr(value, one.name)) for one in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): _plain(one) for key, one in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(one) for one in value]
    if isinstance(value, Enum):
        return value.value
    return value.isoformat() if isinstance(value, date) else value

"""Briefing → brief-DATE.json, schema ``briefgen.briefing/1``: every text of a brief, decided.

For templates in other languages and other programs: what a brief says, in its order, worded. The
schema is ``docs/schema/briefing-1.schema.json``.
"""

import json

from briefgen.model.briefing import to_plain
from briefgen.writers.order import Order

__all__ = ["BRIEFING_SCHEMA", "briefing_json"]

BRIEFING_SCHEMA = "briefgen.briefing/1"


def briefing_json(order: Order) -> bytes:
    """The briefing as UTF-8 JSON, fields in the model's order; a section says its ``kind``."""
    data = {"schema": BRIEFING_SCHEMA, **to_plain(order.briefing)}
    text = json.dumps(data, ensure_ascii=False, indent=1, allow_nan=False) + "\n"
    return text.encode("utf-8", errors="backslashreplace")

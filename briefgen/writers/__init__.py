"""Briefing and Chronology → bytes in every format. Decide nothing."""

from briefgen.writers.exchange import chronology_json
from briefgen.writers.order import Order, Writer
from briefgen.writers.table import WRITERS, Progress, file_name, write, write_all
from briefgen.writers.timeline import chronology_markdown

__all__ = [
    "WRITERS",
    "Order",
    "Progress",
    "Writer",
    "chronology_json",
    "chronology_markdown",
    "file_name",
    "write",
    "write_all",
]

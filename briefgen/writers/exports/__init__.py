"""Chronology → the formats of other programs: spreadsheets, calendars, maps, timelines, wikis."""

from briefgen.writers.exports.extract import Export, Extract
from briefgen.writers.exports.table import EXPORTS, export_all, export_name

__all__ = ["EXPORTS", "Export", "Extract", "export_all", "export_name"]

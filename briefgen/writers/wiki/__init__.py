"""An edition → the pages of a wiki, and each page → its file, what people wrote left alone."""

from briefgen.writers.wiki.pages import Page, wiki_pages
from briefgen.writers.wiki.regions import RegionError, updated

__all__ = ["Page", "RegionError", "updated", "wiki_pages"]

"""Addresses that the user configured → files of the inbox, as they were sent, with their time."""

from briefgen.feeds.collect import Fetched, collect
from briefgen.feeds.web import Web

__all__ = ["Fetched", "Web", "collect"]

"""``[[feed]]`` of briefgen.toml → Feed: an address whose reporting is fetched into the inbox.

::

    [[feed]]
    url = "https://gazette.example/world.rss"
    name = "gazette"                    # its folder under inbox/feeds/; left out: the host's name
    publisher = "Sallow Bay Gazette"    # left out: what the feed says of itself
    allow_private = true                # an address of your own network; left out: never
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from briefgen.knowledge.tables import Table

__all__ = ["Feed", "load_feeds"]

_NAME = re.compile(r"[\w-][\w.-]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """Reporting on the web: RSS, Atom, RDF, JSON Feed, or a page."""

    url: str
    name: str
    """Of its folder in the inbox."""
    publisher: str | None = None
    """None: as it says itself."""
    allow_private: bool = False
    """Whether its address may lie in a private network."""


def load_feeds(top: Table) -> tuple[Feed, ...]:
    """The feeds of a project, in their order. Raises ProjectError."""
    feeds = tuple(_feeds(top))
    for name, times in Counter(feed.name.casefold() for feed in feeds).items():
        if times > 1:
            raise top.fail("feed", f'{times} are named "{name}"; give each a name of its own')
    return feeds


def _feeds(top: Table) -> Iterator[Feed]:
    for table in top.tables("feed"):
        url = table.text("url")
        host = _host(table, url)
        name = table.text("name", host)
        if not _NAME.fullmatch(name):
            raise table.fail("name", f'is "{name}"; letters, digits, ".", "-" and "_" are wanted')
        yield Feed(
            url=url,
            name=name,
            publisher=table.optional("publisher"),
            allow_private=table.flag("allow_private", False),
        )
        table.done()


def _host(table: Table, url: str) -> str:
    """The host of a web address that carries no password."""
    try:
        parts = urlsplit(url)
        host, web = parts.hostname, parts.scheme in {"http", "https"} and parts.port != 0
    except ValueError:
        host, web = None, False
    if not host or not web or not url.isprintable() or " " in url:
        raise table.fail("url", f'is "{url}"; write it as "https://example.org/world.rss"')
    if "@" in parts.netloc:
        raise table.fail("url", "carries a name or a password, which has no place in a file")
    return host.replace(":", "-")

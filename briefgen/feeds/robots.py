"""robots.txt → whether an address may be fetched (RFC 9309)."""

from urllib.parse import urlsplit, urlunsplit
from urllib.robotparser import RobotFileParser

from briefgen.errors import SourceError
from briefgen.feeds.web import AGENT, Web

__all__ = ["may_fetch"]

MOST = 512_000
"""Bytes of a robots.txt that are read: RFC 9309 asks for 500 KiB at least."""


def may_fetch(web: Web, url: str) -> bool:
    """Whether the host's robots.txt lets us fetch an address; it does where there is none.

    Raises SourceError where the host cannot say: then it is left alone, as the RFC has it.
    """
    parts = urlsplit(url)
    place = urlunsplit((parts.scheme, parts.netloc, "/robots.txt", "", ""))
    asking = Web(web.seconds, MOST, web.allow_private)
    try:
        response = asking.get(place)
    except SourceError as error:
        raise SourceError(f"its robots.txt cannot be read ({error})") from error
    if response.status >= 500:
        raise SourceError(f"its robots.txt cannot be read (status {response.status})")
    if response.status != 200:
        return True
    rules = RobotFileParser()
    rules.parse(response.body.decode("utf-8", "replace").splitlines())
    return rules.can_fetch(AGENT, url)

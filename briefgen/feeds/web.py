"""An address → what the web answers: bounded in time, bytes and redirects, by public hosts only.

HTTP is urllib3's; what is ours is where it may connect to and when it must end. Nothing here is
spoken to but what the user configured and what that redirects to.
"""

import os
import socket
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPException
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import urljoin, urlsplit

from briefgen import __version__
from briefgen.errors import SourceError
from briefgen.feeds.addresses import open_socket

if TYPE_CHECKING:
    import urllib3

__all__ = ["AGENT", "Response", "Web"]

AGENT = f"briefgen/{__version__}"
"""The User-Agent, and the name that robots.txt may have rules for."""
REDIRECTS = 5
MOVED = frozenset({301, 302, 303, 307, 308})
PIECE = 65_536
"""Bytes read at a time."""
ACCEPT = (
    "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, "
    "text/html;q=0.8, */*;q=0.5"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """What came back."""

    status: int
    url: str
    """After redirects."""
    headers: Mapping[str, str]
    """Names in lower case."""
    body: bytes
    """Unpacked; empty for 304."""


@dataclass(slots=True)
class Web:
    """Asks for addresses, one at a time."""

    seconds: float = 30.0
    """For one answer, redirects too."""
    most: int = 10_000_000
    """Bytes of one answer, unpacked."""
    allow_private: bool = False
    _watch: "_Watch | None" = field(default=None, init=False)

    def get(self, url: str, headers: Mapping[str, str] | None = None) -> Response:
        """The answer to GET, whatever its status. Raises SourceError for none, or too much."""
        with _Watch(self.seconds) as watch:
            self._watch = watch
            try:
                response = self._followed(url, headers or {})
            except SourceError:
                raise
            except Exception as error:
                if not isinstance(error, (OSError, ValueError, HTTPException, _http_error())):
                    raise
                raise SourceError(self._told(error, watch)) from error
            finally:
                self._watch = None
            if watch.expired:  # what was cut off then may look like the end
                raise SourceError(self._told(TimeoutError(), watch))
            return response

    def _told(self, error: Exception, watch: "_Watch") -> str:
        if watch.expired or isinstance(error, TimeoutError):
            return f"no whole answer within {self.seconds:g} s"
        if isinstance(error, socket.gaierror):
            return f"there is no such host ({error.strerror})"
        reason = getattr(error, "strerror", None) or getattr(error, "reason", None) or error
        return f"no answer: {reason}"

    def _followed(self, url: str, headers: Mapping[str, str]) -> Response:
        asked = url
        for _ in range(REDIRECTS + 1):
            response = self._once(asked, headers)
            target = response.headers.get("location")
            if response.status not in MOVED or not target:
                return response
            following = urljoin(asked, target)
            parts = urlsplit(following)
            if parts.scheme not in {"http", "https"} or not parts.hostname:
                raise SourceError(f"redirects to “{_shown(target)}”, which is no web address")
            if urlsplit(asked).scheme == "https" and parts.scheme == "http":
                raise SourceError(f"redirects from https to http: “{_shown(target)}”")
            asked = following
        raise SourceError(f"redirects more than {REDIRECTS} times")

    def _once(self, url: str, headers: Mapping[str, str]) -> Response:
        with self._opened(url) as connection:
            fields = {"User-Agent": AGENT, "Accept": ACCEPT, "Accept-Encoding": "gzip"}
            parts = urlsplit(url)
            path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
            connection.request("GET", path, headers={**fields, **headers}, preload_content=False)
            answer = connection.getresponse()
            told = {name.casefold(): value for name, value in answer.headers.items()}
            body = b"" if answer.status in {304, *MOVED} else self._body(answer)
            return Response(status=answer.status, url=url, headers=told, body=body)

    def _body(self, answer: "urllib3.BaseHTTPResponse") -> bytes:
        """The unpacked body, as far as the bound. Raises SourceError for more."""
        pieces = bytearray()
        while piece := answer.read(PIECE, decode_content=True):
            pieces += piece
            if len(pieces) > self.most:
                raise SourceError(
                    f"sends more than {self.most:,} bytes; raise feed_bytes under [limits]"
                )
        return bytes(pieces)

    @contextmanager
    def _opened(self, url: str) -> "Iterator[urllib3.connection.HTTPConnection]":
        """A connection that checks the address which it connects to."""
        from urllib3.connection import HTTPConnection, HTTPSConnection  # noqa: PLC0415 (slow)

        parts = urlsplit(url)
        kind: Any = HTTPSConnection if parts.scheme == "https" else HTTPConnection
        host, web = parts.hostname or "", self

        class Checked(kind):  # type: ignore[misc]
            """One of urllib3's, on a socket of ours."""

            def _new_conn(self) -> socket.socket:
                assert web._watch is not None
                return open_socket(
                    host,
                    self.port,
                    web.seconds,
                    allow_private=web.allow_private,
                    opened=web._watch.add,
                )

        connection = Checked(host, parts.port or kind.default_port, timeout=self.seconds)
        try:
            yield connection
        finally:
            connection.close()


class _Watch:
    """Ends every connection opened under it when the time is up, however slowly it drips."""

    def __init__(self, seconds: float) -> None:
        self.expired = False
        self._sockets: list[socket.socket] = []
        self._timer = threading.Timer(seconds, self._end)
        self._timer.daemon = True

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._timer.cancel()
        self._timer.join()
        for one in self._sockets:
            one.close()

    def add(self, opened: socket.socket) -> None:
        """Watch a socket: by a handle of our own, since TLS takes the first one over."""
        if self.expired:
            raise TimeoutError("the time is up")
        self._sockets.append(socket.socket(fileno=os.dup(opened.fileno())))

    def _end(self) -> None:
        self.expired = True
        for one in tuple(self._sockets):
            try:
                one.shutdown(socket.SHUT_RDWR)
            except OSError:
                continue


def _http_error() -> type[Exception]:
    from urllib3.exceptions import HTTPError  # noqa: PLC0415 (only where it is needed)

    return HTTPError


def _shown(text: str) -> str:
    """An address of somebody else's in one printable line."""
    return "".join(c if c.isprintable() else "?" for c in text)[:120]

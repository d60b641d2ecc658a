"""Feeds → files under inbox/feeds/NAME/, each as it was sent, with the time when it was.

What a host says of a version (ETag, Last-Modified) is remembered, so that nothing is sent twice;
what is sent twice all the same, byte for byte, is kept once.
"""

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from briefgen.delivery.files import put
from briefgen.errors import SourceError
from briefgen.feeds.robots import may_fetch
from briefgen.feeds.web import Response, Web
from briefgen.knowledge.feeds import Feed
from briefgen.knowledge.project import Limits

__all__ = ["Fetched", "collect"]

MEMORY = "feeds.json"
SIDECAR = ".meta.yaml"
KINDS = (
    ("atom", ".atom"),
    ("rdf", ".rdf"),
    ("rss", ".rss"),
    ("xml", ".xml"),
    ("json", ".json"),
    ("html", ".html"),
)
"""What a media type contains → how the file is called."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What came of one feed."""

    feed: Feed
    path: Path | None = None
    """The file that was made; None: nothing new."""
    failure: str | None = None
    """Why nothing could be fetched."""


def collect(
    feeds: tuple[Feed, ...],
    inbox: Path,
    state: Path,
    limits: Limits,
    *,
    clock: Callable[[], datetime],
) -> tuple[Fetched, ...]:
    """Fetch each feed; one that fails keeps none of the others.

    ``state`` is a folder for what is remembered between runs.
    """
    memory = _remembered(state / MEMORY)
    outcomes = []
    for feed in feeds:
        web = Web(limits.feed_seconds, limits.feed_bytes, feed.allow_private)
        try:
            path, known = _collect(feed, web, inbox, memory.get(feed.url, {}), clock)
        except (SourceError, OSError) as error:
            outcomes.append(Fetched(feed=feed, failure=f"{feed.name}: {error}"))
            continue
        outcomes.append(Fetched(feed=feed, path=path))
        memory = {**memory, feed.url: known}
        put(state / MEMORY, json.dumps(memory, indent=1, sort_keys=True).encode())
    return tuple(outcomes)


def _collect(
    feed: Feed,
    web: Web,
    inbox: Path,
    known: Mapping[str, str],
    clock: Callable[[], datetime],
) -> tuple[Path | None, Mapping[str, str]]:
    """The file made, and what is to be remembered. Raises SourceError, OSError."""
    if not may_fetch(web, feed.url):
        raise SourceError("its robots.txt asks programs to leave it alone; it is left alone")
    asked = {"If-None-Match": "etag", "If-Modified-Since": "last-modified"}
    headers = {name: known[key] for name, key in asked.items() if key in known}
    response = web.get(feed.url, headers)
    if response.status == 304:
        return None, known
    if response.status != 200:
        answer = f"{response.url} answers with status {response.status}"
        remedy = "the next run asks again" if response.status >= 500 else "look at its url"
        raise SourceError(f"{answer}; {remedy}")
    path = _keep(feed, response, inbox / "feeds" / feed.name, clock().astimezone(UTC))
    told = {key: response.headers[key] for key in asked.values() if key in response.headers}
    return path, told


def _keep(feed: Feed, response: Response, folder: Path, when: datetime) -> Path | None:
    """The file of an answer; None where the same was kept before."""
    digest = hashlib.sha256(response.body).hexdigest()[:12]
    folder.mkdir(parents=True, exist_ok=True)
    before = [path for path in folder.glob(f"*.{digest}.*") if not path.name.startswith(".")]
    if any(not path.name.endswith(SIDECAR) for path in before):
        return None
    for path in before:
        path.unlink()  # of a run that was cut short
    stem = f"{when:%Y-%m-%dT%H%M%SZ}.{digest}"
    lines = [f"# fetched from {response.url}", f"retrieved: '{when:%Y-%m-%dT%H:%M:%SZ}'"]
    if feed.publisher:
        lines.append(f"publisher: {json.dumps(feed.publisher, ensure_ascii=False)}")
    path = folder / f"{stem}{_suffix(response)}"
    put(path.with_name(path.name + SIDECAR), "\n".join((*lines, "")).encode())
    put(path, response.body)
    return path


def _suffix(response: Response) -> str:
    kind = response.headers.get("content-type", "").partition(";")[0].casefold()
    return next((suffix for word, suffix in KINDS if word in kind), ".xml")


def _remembered(path: Path) -> Mapping[str, Mapping[str, str]]:
    """What earlier runs noted; nothing where that is lost: then all is fetched anew."""
    try:
        found: Any = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}
